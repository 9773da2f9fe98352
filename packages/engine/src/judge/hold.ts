import { isLower } from '../grammar/bound.ts';
import type { Reading } from '../measure/measured.ts';
import type { HeldBound } from '../parameters/values.ts';
import { compareFractions, type Fraction, fractionOf } from './fraction.ts';

export type Answer = 'yes' | 'no' | 'unknown';

/** What a reading may really be: null above means that there may be any number more. */
interface Range {
  readonly low: Fraction;
  readonly high: Fraction | null;
}

function rangeOf(reading: Reading): Range | null {
  const { count, of } = reading;
  if (count === undefined) return null;
  const maybe = reading.maybe ?? 0;
  if (of === undefined) {
    return { low: fractionOf(count), high: reading.open ? null : fractionOf(count + maybe) };
  }
  const most = of + (reading.maybeOf ?? 0);
  if (most === 0) return null;
  const low = fractionOf(count, most);
  if (of === 0) return { low, high: null };
  return { low, high: reading.open ? null : fractionOf(count + maybe, of) };
}

/** Whether a reading satisfies a bound; exact, and unknown where what is not recorded could tip it. */
export function holdsBound(reading: Reading, bound: HeldBound): Answer {
  const range = rangeOf(reading);
  if (!range) return 'unknown';
  const against = fractionOf(bound.value);
  const low = compareFractions(range.low, against);
  const high = range.high === null ? 1 : compareFractions(range.high, against);
  switch (bound.word) {
    case 'atLeast':
      return low >= 0 ? 'yes' : high < 0 ? 'no' : 'unknown';
    case 'moreThan':
      return low > 0 ? 'yes' : high <= 0 ? 'no' : 'unknown';
    case 'atMost':
      return range.high !== null && high <= 0 ? 'yes' : low > 0 ? 'no' : 'unknown';
    case 'lessThan':
      return range.high !== null && high < 0 ? 'yes' : low >= 0 ? 'no' : 'unknown';
  }
}

/** All bounds of a reading; the period of the founding answers only to upper ones. */
export function holdsBounds(reading: Reading, bounds: readonly HeldBound[]): Answer {
  const asked = reading.founding ? bounds.filter((b) => !isLower(b.word)) : bounds;
  const answers = asked.map((bound) => holdsBound(reading, bound));
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}
