import type { Standing, Verdict } from '@hujian/engine';

/** One letter for each verdict, as the heat table's cells carry it. */
export const letterOf = {
  met: 'm',
  unmet: 'u',
  'not-applicable': 'a',
  'not-known': 'k',
} as const satisfies Record<Verdict, string>;
export type Letter = (typeof letterOf)[Verdict];

export const verdictOf = {
  m: 'met',
  u: 'unmet',
  a: 'not-applicable',
  k: 'not-known',
} as const satisfies Record<Letter, Verdict>;

export interface Cells {
  verdicts: string;
  reached: number[];
  reachable: number[];
}

/** What the heat table shows of a standing, in the order of the edition's items. */
export function makeCells({ items }: Pick<Standing, 'items'>): Cells {
  return {
    verdicts: items.map(({ verdict }) => letterOf[verdict]).join(''),
    reached: items.map(({ points }) => points),
    reachable: items.map(({ of }) => of),
  };
}

export function readCells(cells: Cells): { v: Letter; p: number; o: number }[] {
  return cells.reachable.map((of, index) => ({
    v: (cells.verdicts[index] ?? 'k') as Letter,
    p: cells.reached[index] ?? 0,
    o: of,
  }));
}
