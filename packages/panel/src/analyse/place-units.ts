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

/**
 * Places and bands by unit. A unit's best place is one behind all that are surely above it; a band ends only where
 * all before are surely above all after, so that nobody is cut off from an equal.
 */
export function placeUnits(estimate: Estimate): Placed[] {
  const { fair } = estimate;
  const factor = intervalFactor(estimate);
  const order = Array.from(fair, (_level, unit) => unit).sort(
    (a, b) => (fair[b] ?? 0) - (fair[a] ?? 0) || a - b,
  );
  const apart = (above: number, below: number): boolean =>
    estimate.df > 0 && (fair[above] ?? 0) - (fair[below] ?? 0) > factor * estimate.errorBetween(above, below);
  const placed: Placed[] = Array.from(fair, () => ({ rankLow: 1, rankHigh: fair.length, band: '' }));
  let [band, reach] = [0, -1];
  order.forEach((above, at) => {
    // nobody before reaches as far as here: all before are surely above all from here on
    if (at > 0 && reach < at) band += 1;
    const high = placed[above];
    if (!high) return;
    high.band = letterOf(band);
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
  return placed;
}

/** 0 → A, 25 → Z, 26 → AA. */
const letterOf = (n: number): string =>
  (n >= 26 ? letterOf(Math.floor(n / 26) - 1) : '') + String.fromCharCode(65 + (n % 26));
