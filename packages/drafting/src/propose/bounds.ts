import type { Bounds } from '@hujian/reader';
import type { Bench } from './placed.ts';

export interface Naming {
  /** Stem of the parameters' names. */
  base: string;
  title: string;
  unit: string;
}

type Amount = { parameter: string };

/** The reader's bounds as an edition writes them, each number a parameter that a locality may tighten. */
export function boundsSource(
  bench: Bench,
  { atLeast, atMost, exclusive }: Bounds,
  { base, title, unit }: Naming,
): Record<string, Amount> {
  const low = exclusive && atMost === undefined ? 'moreThan' : 'atLeast';
  const high = exclusive ? 'lessThan' : 'atMost';
  const both = atLeast !== undefined && atMost !== undefined;
  return {
    ...(atLeast === undefined
      ? {}
      : {
          [low]: bench.book.add({
            base,
            title: both ? `${title}（至少）` : title,
            unit,
            tighten: 'up',
            value: atLeast,
          }),
        }),
    ...(atMost === undefined
      ? {}
      : {
          [high]: bench.book.add({
            base: `${base}-most`,
            title: `${title}（至多）`,
            unit,
            tighten: 'down',
            value: atMost,
          }),
        }),
  };
}
