import type { RoundFull } from '@hujian/contract';

export function FundsTab({ round }: { readonly round: RoundFull }) {
  return <section aria-label="以奖代补">{round.title}</section>;
}
