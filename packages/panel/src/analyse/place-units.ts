import { studentQuantile } from '../numbers/student.ts';
import type { Estimate } from './estimate.ts';

export interface Placed {
  rankLow: number;
  rankHigh: number;
  band: string;
}

/** Two units are told apart when the 90 % interval of their difference leaves out zero. */
const confidence = 0.95;

export const intervalFactor = ({ df }: Pick<Estimate, 'df'>): number => studentQuantile(confidence, df);

/** Values by unit, and which of two units is surely above the other. */
export interface Placing {
  readonly values: ArrayLike<number>;
  /** `above` has the higher value, or the same. */
  apart(above: number, below: number): boolean;
}

export function placeUnits(estimate: Estimate): Placed[] {
  const { fair } = estimate;
  const factor = intervalFactor(estimate);
  return placeBy({
    values: fair,
    apart: (above, below) =>
      estimate.df > 0 &&
      (fair[above] ?? 0) - (fair[below] ?? 0) > factor * estimate.errorBetween(above, below),
  });
}

/** What the levels become part of: value(u) = offset(u) + factor(u) × level(u), where only the level has noise. */
export interface Scaled {
  readonly values: readonly number[];
  /** By unit: its place in the estimate, or null where nobody rated it. */
  readonly at: readonly (number | null)[];
  readonly factors: readonly number[];
}

/** Values that are equal but for the last digits of their sums are equal. */
const same = 1e-9;

/**
 * Places and bands of values into which the levels went with a factor: the error of a difference is that of
 * factor × level of the one minus factor × level of the other. Where no level counts, the values are exact.
 */
export function placeScaled(scaled: Scaled, estimate: Estimate | null): Placed[] {
  const { values } = scaled;
  const times = estimate ? intervalFactor(estimate) : 0;
  return placeBy({
    values,
    apart: (above, below) => {
      const error = errorOfDifference(scaled, estimate, above, below);
      return (values[above] ?? 0) - (values[below] ?? 0) > same + (error === 0 ? 0 : times * error);
    },
  });
}

function errorOfDifference(
  { at, factors }: Scaled,
  estimate: Estimate | null,
  above: number,
  below: number,
): number {
  const [one, other] = [at[above] ?? null, at[below] ?? null];
  const f = one === null ? 0 : (factors[above] ?? 0);
  const g = other === null ? 0 : (factors[below] ?? 0);
  if (estimate === null || (f === 0 && g === 0)) return 0;
  if (estimate.df === 0) return Number.POSITIVE_INFINITY;
  const errorOf = (unit: number | null) => (unit === null ? 0 : estimate.errorOf(unit));
  if (f === g) return f * estimate.errorBetween(one ?? 0, other ?? 0);
  const [v, w] = [errorOf(one) ** 2, errorOf(other) ** 2];
  const between = f === 0 || g === 0 ? v + w : estimate.errorBetween(one ?? 0, other ?? 0) ** 2;
  return Math.sqrt(Math.max(0, f * f * v + g * g * w - f * g * (v + w - between)));
}

/** A band for each unit of a small round would be the ranking one by one that bands are there to avoid. */
const mostBands = 4;

/**
 * Places and bands by unit. A unit's best place is one behind all that are surely above it; a band ends only where
 * all before are surely above all after, so that nobody is cut off from an equal, and only at the widest such gaps.
 */
export function placeBy({ values, apart }: Placing): Placed[] {
  const order = Array.from(values, (_value, unit) => unit).sort(
    (a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b,
  );
  const placed: Placed[] = Array.from(values, () => ({ rankLow: 1, rankHigh: values.length, band: '' }));
  const gaps: { at: number; width: number }[] = [];
  let reach = -1;
  order.forEach((above, at) => {
    // nobody before reaches as far as here: all before are surely above all from here on
    if (at > 0 && reach < at)
      gaps.push({ at, width: valueAt(values, order, at - 1) - valueAt(values, order, at) });
    const high = placed[above];
    if (!high) return;
    order.slice(at + 1).forEach((below, step) => {
      if (!apart(above, below)) {
        reach = Math.max(reach, at + 1 + step);
        return;
      }
      high.rankHigh -= 1;
      const low = placed[below];
      if (low) low.rankLow += 1;
    });
  });
  const ends = gaps.sort((a, b) => b.width - a.width || a.at - b.at).slice(0, mostBands - 1);
  order.forEach((unit, at) => {
    const own = placed[unit];
    if (own) own.band = letterOf(ends.filter((end) => end.at <= at).length);
  });
  return placed;
}

const valueAt = (values: ArrayLike<number>, order: readonly number[], at: number): number =>
  values[order[at] ?? 0] ?? 0;

/** 0 → A; there are never more than the four bands and the one of units with a veto. */
export const letterOf = (n: number): string => String.fromCharCode(65 + n);
