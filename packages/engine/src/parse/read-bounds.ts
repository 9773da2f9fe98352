import { BOUND_WORDS, type Bound } from '../grammar/bound.ts';
import type { Fields } from './fields.ts';
import { readAmount, type Terms } from './terms.ts';

/** One bound or a pair; `fallback` when none is written. */
export function readBounds(fields: Fields, terms: Terms, fallback?: readonly Bound[]): readonly Bound[] {
  const bounds = BOUND_WORDS.filter((word) => fields.has(word)).map((word) => ({
    word,
    value: readAmount(fields, word, terms),
  }));
  if (bounds.length === 0) {
    if (fallback) return fallback;
    fields.report.add(
      fields.place,
      '缺少界限：请写 atLeast（不少于）、moreThan（超过）、atMost（不超过）或 lessThan（低于）中的一个，或上下各一个',
    );
  }
  return bounds;
}
