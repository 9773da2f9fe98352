import { isLower } from '../grammar/bound.ts';
import type { Reading } from '../measure/measured.ts';
import type { HeldBound } from '../parameters/values.ts';
import { compareFractions, fractionOf } from './fraction.ts';

export type Answer = 'yes' | 'no' | 'unknown';

/** -1, 0 or 1: the reading's lowest and highest possible value against a number; high is 1 when there may be any more. */
interface Compared {
  readonly low: number;
  readonly high: number;
  readonly limited: boolean;
}

function compareReading(reading: Reading, value: number): Compared | null {
  const { count, of, open } = reading;
  if (count === undefined) return null;
  const most = count + (reading.maybe ?? 0);
  // Doubles that print as decimals stand in the order of those decimals.
  if (of === undefined) return compared(Math.sign(count - value), open ? null : Math.sign(most - value));
  const whole = of + (reading.maybeOf ?? 0);
  if (whole === 0) return null;
  const low = compareRatio(count, whole, value);
  return compared(low, open || of === 0 ? null : compareRatio(most, of, value));
}

const compared = (low: number, high: number | null): Compared => ({
  low,
  high: high ?? 1,
  limited: high !== null,
});

/** `part / whole` against a number, by multiplying and never by a rounded division. */
function compareRatio(part: number, whole: number, value: number): number {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(value * whole) && Number.isInteger(part)) {
    return Math.sign(part - value * whole);
  }
  return compareFractions(fractionOf(part, whole), fractionOf(value));
}

/** Whether a reading satisfies a bound; exact, and unknown where what is not recorded could tip it. */
export function holdsBound(reading: Reading, bound: HeldBound): Answer {
  const found = compareReading(reading, bound.value);
  if (!found) return 'unknown';
  const { low, high, limited } = found;
  switch (bound.word) {
    case 'atLeast':
      return low >= 0 ? 'yes' : high < 0 ? 'no' : 'unknown';
    case 'moreThan':
      return low > 0 ? 'yes' : high <= 0 ? 'no' : 'unknown';
    case 'atMost':
      return limited && high <= 0 ? 'yes' : low > 0 ? 'no' : 'unknown';
    case 'lessThan':
      return limited && high < 0 ? 'yes' : low >= 0 ? 'no' : 'unknown';
  }
}

/** All bounds of a reading; the period of the founding answers only to upper ones. */
export function holdsBounds(reading: Reading, bounds: readonly HeldBound[]): Answer {
  const asked = reading.founding ? bounds.filter((b) => !isLower(b.word)) : bounds;
  const answers = asked.map((bound) => holdsBound(reading, bound));
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}
