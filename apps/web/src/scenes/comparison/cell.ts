import type { ComparisonView } from '@hujian/contract';
import { number, share, verdictWords } from '../../parts/words.ts';
import { words } from './words.ts';

export type Cell = ComparisonView['rows'][number]['cells'][number];

const verdicts = { m: 'met', u: 'unmet', a: 'not-applicable', k: 'not-known' } as const;

export interface Shown {
  mark: string;
  tone: string;
  told: string;
}

/** From 1 (little is missing) to 3 (all is missing). */
const depth = (missing: number) => (missing > 0.99 ? 3 : missing > 0.4 ? 2 : 1);

/** One organization's item: a mark, a tone and the same in words. */
function ofVillage(cell: Cell): Shown {
  const verdict = verdicts[cell.v ?? 'k'];
  const points = cell.p ?? 0;
  const of = cell.o ?? 0;
  const told = `${verdictWords[verdict]}，${words.cellPoints(number(points), number(of))}`;
  if (verdict === 'met') return { mark: '✓', tone: 'met', told };
  if (verdict === 'not-applicable') return { mark: '－', tone: 'apart', told: verdictWords[verdict] };
  if (verdict === 'not-known') return { mark: '？', tone: 'unknown', told: verdictWords[verdict] };
  const lost = of - points;
  return {
    mark: lost > 0 ? number(Math.round(lost * 10) / 10) : '✗',
    tone: `unmet-${depth(of === 0 ? 1 : lost / of)}`,
    told,
  };
}

/** The steps of the bands, so that a township's colours say what its bands say. */
const tones: readonly [least: number, tone: string][] = [
  [0.9, 'met'],
  [0.75, 'unmet-1'],
  [0.6, 'unmet-2'],
];

/** A township's item: the mean share of the points that are known. */
function ofTownship(cell: Cell): Shown {
  const { m = 0, u = 0, a = 0, k = 0 } = cell;
  const told = words.cellCounts(m, u, k, a);
  if (m + u === 0) return k > 0 ? { mark: '？', tone: 'unknown', told } : { mark: '－', tone: 'apart', told };
  const mean = cell.share ?? m / (m + u);
  return {
    mark: String(Math.round(mean * 100)),
    tone: tones.find(([least]) => mean >= least)?.[1] ?? 'unmet-3',
    told: `${told}，平均得分率${share(mean)}`,
  };
}

export function shownCell(cell: Cell, by: 'village' | 'township'): Shown {
  return by === 'village' ? ofVillage(cell) : ofTownship(cell);
}
