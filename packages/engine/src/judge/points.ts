import { isInclusive, isLower } from '../grammar/bound.ts';
import type { Check } from '../grammar/check.ts';
import type { Item } from '../grammar/item.ts';
import type { Measured, Reading } from '../measure/measured.ts';
import type { Values } from '../parameters/values.ts';
import { toThousandths } from '../parse/share-points.ts';
import { boundsOfReading } from './bounds-of-reading.ts';
import { ceilOf, floorOf, fractionOf, multiply, roundOf, subtract } from './fraction.ts';
import { holdsBounds } from './hold.ts';
import type { Missing } from './missing.ts';
import type { Verdict } from './standing.ts';

/** Thousandths of a point that a check takes from its item. */
export function lostOf(
  check: Check,
  item: Item,
  verdict: Verdict,
  measured: Measured,
  missing: Missing | undefined,
): number {
  if (check.strictness !== 'must') return 0;
  const { moves } = check;
  if (moves.way === 'proportion' && (verdict === 'met' || verdict === 'unmet')) {
    const score = measured.readings[0]?.count ?? 0;
    return check.share - roundOf(multiply(fractionOf(check.share), fractionOf(score, 100)));
  }
  if (verdict !== 'unmet') return 0;
  switch (moves.way) {
    case 'each': {
      const most = moves.points === undefined ? toThousandths(item.points) : check.share;
      const exact = missing?.exact ?? fractionOf(1);
      const steps = Math.max(1, stepsOf(exact, moves.step));
      return Math.min(most, steps * toThousandths(moves.off));
    }
    case 'veto':
      return toThousandths(item.points);
    case 'bonus':
      return 0;
    default:
      return check.share;
  }
}

/** Started steps count whole. */
function stepsOf(exact: Missing['exact'], step: number): number {
  const size = fractionOf(step);
  return ceilOf({ top: exact.top * size.bottom, bottom: exact.bottom * size.top });
}

/** Thousandths added beyond full marks: every unit from the bound on, the bound's own included. */
export function bonusOf(check: Check, verdict: Verdict, measured: Measured, values: Values): number {
  const { moves } = check;
  if (moves.way !== 'bonus' || verdict !== 'met') return 0;
  const units = measured.readings
    .filter((r) => holdsBounds(r, boundsOfReading(check, r, values)) === 'yes')
    .reduce((sum, r) => sum + unitsBeyond(check, r, values), 0);
  return Math.min(toThousandths(moves.cap), Math.max(1, units) * toThousandths(moves.each));
}

function unitsBeyond(check: Check, reading: Reading, values: Values): number {
  const lower = boundsOfReading(check, reading, values).find((b) => isLower(b.word));
  if (!lower || reading.count === undefined) return 1;
  const inPoints = check.moves.way === 'bonus' && check.moves.unit === 'percentage-point';
  if (reading.of !== undefined && inPoints) {
    const beyond = subtract(fractionOf(reading.count, reading.of), fractionOf(lower.value));
    return floorOf(multiply(beyond, fractionOf(100))) + (isInclusive(lower.word) ? 1 : 0);
  }
  const from =
    reading.of === undefined
      ? fractionOf(lower.value)
      : multiply(fractionOf(lower.value), fractionOf(reading.of));
  return floorOf(subtract(fractionOf(reading.count), from)) + (isInclusive(lower.word) ? 1 : 0);
}
