import type { Check } from '../grammar/check.ts';
import type { Reading } from '../measure/measured.ts';
import { amountOf, type HeldBound, holdBounds, type Values } from '../parameters/values.ts';
import type { BoundValue } from './standing.ts';

/** The bounds that a reading is held against: the check's own, or of the alternative that it answers. */
export function boundsOfReading(check: Check, reading: Reading, values: Values): readonly HeldBound[] {
  switch (check.measure) {
    case 'hours':
      return [heldReach(check.reach, values)];
    case 'document':
      return [{ word: 'atLeast', value: 1 }];
    case 'figure': {
      const test = check.anyOf[reading.test ?? 0];
      if (!test) return [];
      if (!test.compare) return holdBounds(test.bounds, values);
      return reading.against === undefined ? [] : [{ word: test.compare.word, value: reading.against }];
    }
    default:
      return holdBounds(check.bounds, values);
  }
}

const heldReach = (reach: Parameters<typeof amountOf>[0], values: Values): HeldBound => ({
  word: 'atLeast',
  value: amountOf(reach, values),
  ...(typeof reach === 'number' ? {} : { parameter: reach.parameter }),
});

/** The bounds to show beside a check: what the rule says, its numbers in force. */
export function shownBounds(check: Check, values: Values): readonly BoundValue[] {
  if (check.measure === 'document') return [{ word: 'atLeast', value: 1 }];
  if (check.measure === 'figure') return check.anyOf.flatMap((test) => holdBounds(test.bounds, values));
  return holdBounds(check.bounds, values);
}
