import type { Sheet } from './gather-sheets.ts';

/** Solved equations: weight of each sheet, their sums by unit, and the panelists' inverse (row-major, size × size). */
export interface Solved {
  readonly weights: Float64Array;
  readonly trust: Float64Array;
  readonly totals: Float64Array;
  readonly inverse: Float64Array;
  readonly size: number;
}

/** Sparse combination of panelists: numbers and factors. */
export type Mix = readonly (readonly [number, number])[];

/**
 * By sheet: the part that it has in its own fitted value, and the variance of its residual in units of the noise's. The
 * variance is that of a sheet which deserves full weight: measured by its reduced weight, a wild sheet would look tame
 * and win its weight back.
 */
export function spareOf(
  sheets: readonly Sheet[],
  solved: Solved,
): { spare: Float64Array<ArrayBuffer>; own: Float64Array<ArrayBuffer> } {
  const { image, spread } = mixUnits(sheets, solved);
  const { inverse, size } = solved;
  const own = new Float64Array(sheets.length);
  const spare = new Float64Array(sheets.length);
  sheets.forEach(({ unit, panelist }, k) => {
    const apart =
      (spread[unit] ?? 0) -
      2 * (image[unit * size + panelist] ?? 0) +
      (inverse[panelist * size + panelist] ?? 0);
    const fitted = 1 / (solved.totals[unit] ?? 1) + apart;
    const weight = Math.max(1e-9, solved.weights[k] ?? 1);
    const part = Math.min(1, weight * fitted);
    const full = weight / Math.max(1e-9, solved.trust[k] ?? 1);
    own[k] = part;
    spare[k] = Math.max(0.02, (1 - part) ** 2 / full + Math.max(0, fitted - part ** 2 / weight));
  });
  return { spare, own };
}

/** What the leniencies of its panelists add to the variance of each unit's level, in units of the noise's. */
export interface UnitMixes {
  /** By unit: its panelists and the weights with which their leniencies stand in its level. */
  readonly mixes: readonly Mix[];
  /** The inverse times each unit's mix, row-major, units × panelists: products with it are covariances. */
  readonly image: Float64Array;
  readonly spread: Float64Array;
}

export function mixUnits(
  sheets: readonly Sheet[],
  { weights, totals, inverse, size }: Omit<Solved, 'trust'>,
): UnitMixes {
  const mixes: [number, number][][] = Array.from(totals, () => []);
  sheets.forEach(({ unit, panelist }, k) => {
    mixes[unit]?.push([panelist, (weights[k] ?? 0) / Math.max(1e-12, totals[unit] ?? 0)]);
  });
  const image = new Float64Array(totals.length * size);
  mixes.forEach((mix, unit) => {
    for (const [p, x] of mix) {
      for (let q = 0; q < size; q += 1) {
        image[unit * size + q] = (image[unit * size + q] ?? 0) + x * (inverse[p * size + q] ?? 0);
      }
    }
  });
  const spread = Float64Array.from(mixes, (mix, unit) => along(mix, image, unit * size));
  return { mixes, image, spread };
}

/** Product of a mix with the row of the image that starts at `from`. */
export function along(mix: Mix, image: Float64Array, from: number): number {
  let sum = 0;
  for (let at = 0; at < mix.length; at += 1) {
    const one = mix[at];
    if (one) sum += one[1] * (image[from + one[0]] ?? 0);
  }
  return sum;
}
