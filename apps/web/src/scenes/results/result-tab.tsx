import type { RoundFull } from '@hujian/contract';

/** The result of a round: computed, approved, noticed, published. */
export function ResultTab({ round }: { round: RoundFull }) {
  return <p>{round.title}</p>;
}
