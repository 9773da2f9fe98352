import type { RoundFull } from '@hujian/contract';

export function DocumentsTab({ round }: { readonly round: RoundFull }) {
  return <section aria-label="文书">{round.title}</section>;
}
