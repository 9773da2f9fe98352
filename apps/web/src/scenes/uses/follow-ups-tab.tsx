import type { RoundFull } from '@hujian/contract';

export function FollowUpsTab({ round }: { readonly round: RoundFull }) {
  return <section aria-label="后续整改">{round.title}</section>;
}
