import type { RoundFull } from '@hujian/contract';

export function ClassesTab({ round }: { readonly round: RoundFull }) {
  return <section aria-label="分类动态">{round.title}</section>;
}
