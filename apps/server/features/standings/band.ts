import type { Band } from '@hujian/contract';

/** What a band is made of: points of what is known, and of everything that applies. */
export interface Reached {
  points: number;
  possible: number;
  fullMarks: number;
}

/** Lower edges of the bands, included; below the last one is D. */
const edges = [
  ['A', 0.9],
  ['B', 0.75],
  ['C', 0.6],
] as const;

export const bandRule =
  '按已知条目的得分占比分档：九成及以上为A档，七成五及以上为B档，六成及以上为C档，不足六成为D档；缺数据的分值超过一半的不分档。分档只看自身，不排先后。';

/** The share of the points that applies but cannot be decided by what is recorded. */
export function shareNotKnown({ possible, fullMarks }: Reached): number {
  return fullMarks > 0 ? round((fullMarks - possible) / fullMarks) : 0;
}

/** A band says how far along an organization is, never its place among others. */
export function bandOf(reached: Reached): Band {
  const { points, possible, fullMarks } = reached;
  if (possible <= 0 || fullMarks - possible > fullMarks / 2) return 'unknown';
  return edges.find(([, edge]) => points >= edge * possible - 1e-9)?.[0] ?? 'D';
}

export type BandCounts = Record<Band, number>;

export function countBands(bands: Iterable<Band>): BandCounts {
  const counts: BandCounts = { A: 0, B: 0, C: 0, D: 0, unknown: 0 };
  for (const band of bands) counts[band] += 1;
  return counts;
}

const round = (share: number): number => Math.round(share * 10_000) / 10_000;
