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
  const mixes = unitMixes(sheets, solved);
  const own = new Float64Array(sheets.length);
  const spare = new Float64Array(sheets.length);
  sheets.forEach(({ unit, panelist }, k) => {
    const mix: Mix = [...(mixes[unit] ?? []), [panelist, -1]];
    const fitted = 1 / (solved.totals[unit] ?? 1) + spreadOf(mix, solved.inverse, solved.size);
    const weight = Math.max(1e-9, solved.weights[k] ?? 1);
    const part = Math.min(1, weight * fitted);
    const full = weight / Math.max(1e-9, solved.trust[k] ?? 1);
    own[k] = part;
    spare[k] = Math.max(0.02, (1 - part) ** 2 / full + Math.max(0, fitted - part ** 2 / weight));
  });
  return { spare, own };
}

/** For each unit the weights with which the leniencies of its panelists stand in its level. */
export function unitMixes(
  sheets: readonly Sheet[],
  { weights, totals }: Pick<Solved, 'weights' | 'totals'>,
): Mix[] {
  const mixes: [number, number][][] = Array.from(totals, () => []);
  sheets.forEach(({ unit, panelist }, k) => {
    mixes[unit]?.push([panelist, (weights[k] ?? 0) / Math.max(1e-12, totals[unit] ?? 0)]);
  });
  return mixes;
}

/** Variance of a combination of leniencies, in units of the noise's. */
export function spreadOf(mix: Mix, inverse: Float64Array, size: number): number {
  let sum = 0;
  for (const [p, x] of mix) for (const [q, y] of mix) sum += x * y * (inverse[p * size + q] ?? 0);
  return sum;
}
