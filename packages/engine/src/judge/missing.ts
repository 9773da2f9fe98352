import { isInclusive, isLower } from '../grammar/bound.ts';
import type { Check } from '../grammar/check.ts';
import type { MissingUnit } from '../grammar/moves.ts';
import type { Measured, Reading } from '../measure/measured.ts';
import type { HeldBound, Values } from '../parameters/values.ts';
import { boundsOfReading } from './bounds-of-reading.ts';
import { ceilOf, type Fraction, floorOf, fractionOf, multiply, showUp, subtract } from './fraction.ts';
import { holdsBound, holdsBounds } from './hold.ts';

export interface Missing {
  /** Exactly how much, for the steps of a deduction. */
  readonly exact: Fraction;
  /** To show, at most three decimals. */
  readonly shown: number;
  readonly unit: MissingUnit;
}

const ZERO: Fraction = { top: 0n, bottom: 1n };
const add = (a: Fraction, b: Fraction): Fraction => ({
  top: a.top * b.bottom + b.top * a.bottom,
  bottom: a.bottom * b.bottom,
});

/** Measures whose counts are whole things; the others are amounts. */
const WHOLE: readonly Check['measure'][] = ['activities', 'hours', 'headcount', 'document', 'event'];

/** The unit that a shortfall is told in when the moves name none. */
export function unitOf(check: Check): MissingUnit {
  if (check.moves.way === 'each' || check.moves.way === 'bonus') return check.moves.unit;
  switch (check.measure) {
    case 'hours':
    case 'headcount':
      return 'person';
    case 'share':
    case 'poll':
      return 'percentage-point';
    case 'document':
    case 'figure':
    case 'on-site':
      return 'item';
    default:
      return 'occurrence';
  }
}

/** How much is missing over all readings that fall short. */
export function missingOf(check: Check, measured: Measured, values: Values): Missing {
  const unit = unitOf(check);
  const short = measured.readings.filter((r) => holdsBounds(r, boundsOfReading(check, r, values)) === 'no');
  const bySubject = check.measure === 'activities' && unit !== 'occurrence';
  const exact = bySubject
    ? fractionOf(new Set(short.map((r) => r.subject?.key)).size)
    : short.map((r) => gapOf(check, r, boundsOfReading(check, r, values), unit)).reduce(add, ZERO);
  return { exact, shown: showUp(exact), unit };
}

function gapOf(check: Check, reading: Reading, bounds: readonly HeldBound[], unit: MissingUnit): Fraction {
  const asked = reading.founding ? bounds.filter((b) => !isLower(b.word)) : bounds;
  const broken = asked.find((b) => holdsBound(reading, b) === 'no');
  if (!broken) return ZERO;
  const count = reading.count ?? 0;
  if (reading.of === undefined) {
    return WHOLE.includes(check.measure)
      ? wholeGap(count, fractionOf(broken.value), broken)
      : amountGap(count, broken);
  }
  if (unit === 'percentage-point') {
    const ratio = fractionOf(count, reading.of === 0 ? 1 : reading.of);
    const points = multiply(subtract(fractionOf(broken.value), ratio), fractionOf(100));
    return isLower(broken.word) ? points : { top: -points.top, bottom: points.bottom };
  }
  return wholeGap(count, multiply(fractionOf(broken.value), fractionOf(reading.of)), broken);
}

/** How many whole things more, or fewer, would have done. */
function wholeGap(count: number, bound: Fraction, { word }: HeldBound): Fraction {
  if (isLower(word)) {
    const need = isInclusive(word) ? ceilOf(bound) : floorOf(bound) + 1;
    return subtract(fractionOf(need), fractionOf(count));
  }
  const allowed = isInclusive(word) ? floorOf(bound) : ceilOf(bound) - 1;
  return subtract(fractionOf(count), fractionOf(allowed));
}

/** The distance to the bound; right on an exclusive bound it is the smallest amount that shows. */
function amountGap(count: number, bound: HeldBound): Fraction {
  const gap = subtract(fractionOf(bound.value), fractionOf(count));
  const distance = isLower(bound.word) ? gap : { top: -gap.top, bottom: gap.bottom };
  return distance.top === 0n ? { top: 1n, bottom: 1000n } : distance;
}
