import { factorize, invert, solve } from '../numbers/cholesky.ts';
import { dot, findRatio, ridge } from './find-ratio.ts';
import type { Sheet, Sheets } from './gather-sheets.ts';
import { along, mixUnits, spareOf } from './precision.ts';

/**
 * A sheet is the unit's level plus the panelist's leniency plus noise. Levels are free; leniencies are drawn from one
 * distribution, so that whoever saw few units is held near the others (a mixed model; its spread by restricted maximum
 * likelihood). Sheets far from both are given less weight, in turns with the estimate.
 */
export interface Estimate {
  /** Level of each unit as the whole panel would give it. */
  readonly fair: Float64Array;
  /** Points above the panel's middle, by panelist. */
  readonly leniency: Float64Array;
  readonly noise: number;
  readonly leniencySpread: number;
  /** Degrees of freedom of the noise; 0 where no unit has two sheets and nothing shows it. */
  readonly df: number;
  /** Standard error of a unit's level, and of the difference of two. */
  errorOf(unit: number): number;
  errorBetween(one: number, other: number): number;
  /** By sheet: what it is above what all other sheets say of it, in points and in its standard errors. */
  readonly beside: Float64Array;
  readonly besideErrors: Float64Array;
  /** By sheet: 1 is full weight. */
  readonly trust: Float64Array;
}

/** Residuals beyond so many standard deviations lose weight; of normal noise hardly any does. */
const wildFrom = 3;
const rounds = 8;

export function estimate(gathered: Sheets): Estimate {
  const { sheets } = gathered;
  const trust = new Float64Array(sheets.length).fill(1);
  let fitted = fit(gathered, weightsOf(gathered, trust, undefined), trust);
  for (let round = 0; round < rounds; round += 1) {
    const scale = robustScale(fitted);
    let moved = 0;
    for (let k = 0; k < sheets.length; k += 1) {
      const size =
        scale > 0 ? Math.abs(fitted.residual[k] ?? 0) / (scale * Math.sqrt(fitted.spare[k] ?? 1)) : 0;
      const next = size > wildFrom ? (wildFrom / size) ** 4 : 1;
      moved = Math.max(moved, Math.abs(next - (trust[k] ?? 1)));
      trust[k] = next;
    }
    if (moved < 0.01 && round > 0) break;
    fitted = fit(gathered, weightsOf(gathered, trust, fitted.noise), trust, fitted.ratio);
  }
  return present(gathered, fitted, trust);
}

/** A sheet of few items is a rougher measure than a full one: its noise is that of sheets plus that of its scores. */
function weightsOf({ sheets, within }: Sheets, trust: Float64Array, noise: number | undefined): Float64Array {
  const most = sheets.reduce((max, sheet) => Math.max(max, sheet.items), 1);
  const full = noise === undefined ? within / most : Math.max(noise ** 2, within / most);
  const between = Math.max(0, full - within / most);
  return Float64Array.from(sheets, ({ items }, k) => {
    const own = between + within / Math.max(1, items);
    return (trust[k] ?? 1) * (own > 0 ? full / own : 1);
  });
}

interface Fit {
  weights: Float64Array;
  /** Sum of weights by unit, and each sheet's part of it. */
  totals: Float64Array;
  leniency: Float64Array;
  level: Float64Array;
  /** Inverse of (K + ratio I), row-major, panelists × panelists. */
  inverse: Float64Array;
  noise: number;
  leniencySpread: number;
  /** Variance of the noise over that of leniencies. */
  ratio: number;
  df: number;
  residual: Float64Array;
  /** By sheet: variance of its residual in units of the noise's, were it no wilder than the rest; and its own part of its fitted value. */
  spare: Float64Array;
  own: Float64Array;
}

function fit(
  { sheets, units, panelists }: Sheets,
  weights: Float64Array,
  trust: Float64Array,
  near?: number,
): Fit {
  const size = panelists.length;
  const { totals, means } = averageUnits(sheets, weights, units.length);
  const { matrix, pull, scatter } = reduce(sheets, weights, { totals, means, size });
  const free = sheets.length - units.length;
  const ratio = findRatio({ matrix, pull, scatter, size, free }, near);
  const factor = factorize(ridge(matrix, size, ratio), size);
  if (!factor) throw new Error('the equations of the panel cannot be solved');
  const leniency = solve(factor, pull);
  const inverse = invert(factor);
  const explained = dot(pull, leniency);
  let used = 0;
  for (let p = 0; p < size; p += 1) used += 1 - ratio * (inverse[p * size + p] ?? 0);
  const noise = free > 0 ? Math.sqrt(Math.max(0, scatter - explained) / free) : 0;
  const level = levelsOf(sheets, weights, totals, leniency);
  const residual = Float64Array.from(
    sheets,
    ({ mean, unit, panelist }) => mean - (level[unit] ?? 0) - (leniency[panelist] ?? 0),
  );
  const fitted = { weights, totals, leniency, level, inverse, noise, residual };
  return {
    ...fitted,
    leniencySpread: noise / Math.sqrt(ratio),
    df: free > 0 ? Math.max(2, free - used) : 0,
    ratio,
    ...spareOf(sheets, { ...fitted, trust, size }),
  };
}

function averageUnits(sheets: readonly Sheet[], weights: Float64Array, count: number) {
  const totals = new Float64Array(count);
  const means = new Float64Array(count);
  sheets.forEach(({ unit, mean }, k) => {
    totals[unit] = (totals[unit] ?? 0) + (weights[k] ?? 0);
    means[unit] = (means[unit] ?? 0) + (weights[k] ?? 0) * mean;
  });
  for (let u = 0; u < count; u += 1) means[u] = (means[u] ?? 0) / Math.max(1e-12, totals[u] ?? 0);
  return { totals, means };
}

/** The panelists' equations after the units are taken out of them: matrix K, right side, and what is left to explain. */
function reduce(
  sheets: readonly Sheet[],
  weights: Float64Array,
  { totals, means, size }: { totals: Float64Array; means: Float64Array; size: number },
) {
  const matrix = new Float64Array(size * size);
  const pull = new Float64Array(size);
  let scatter = 0;
  const add = (row: number, column: number, value: number): void => {
    matrix[row * size + column] = (matrix[row * size + column] ?? 0) + value;
  };
  const ofUnit = groupByUnit(sheets, totals.length);
  sheets.forEach(({ panelist, unit, mean }, k) => {
    const weight = weights[k] ?? 0;
    const off = mean - (means[unit] ?? 0);
    pull[panelist] = (pull[panelist] ?? 0) + weight * off;
    scatter += weight * off * off;
    add(panelist, panelist, weight);
  });
  ofUnit.forEach((list, unit) => {
    for (const one of list) {
      for (const other of list) {
        const share = ((weights[one] ?? 0) * (weights[other] ?? 0)) / (totals[unit] ?? 1);
        add(sheets[one]?.panelist ?? 0, sheets[other]?.panelist ?? 0, -share);
      }
    }
  });
  return { matrix, pull, scatter };
}

function groupByUnit(sheets: readonly Sheet[], count: number): number[][] {
  const groups: number[][] = Array.from({ length: count }, () => []);
  sheets.forEach(({ unit }, k) => {
    groups[unit]?.push(k);
  });
  return groups;
}

function levelsOf(
  sheets: readonly Sheet[],
  weights: Float64Array,
  totals: Float64Array,
  leniency: Float64Array,
): Float64Array {
  const level = new Float64Array(totals.length);
  sheets.forEach(({ unit, panelist, mean }, k) => {
    level[unit] =
      (level[unit] ?? 0) +
      ((weights[k] ?? 0) * (mean - (leniency[panelist] ?? 0))) / Math.max(1e-12, totals[unit] ?? 0);
  });
  return level;
}

function present({ sheets, units, panelists }: Sheets, fitted: Fit, trust: Float64Array): Estimate {
  const size = panelists.length;
  const { noise, inverse, totals, leniency } = fitted;
  const middle = leniency.reduce((sum, one) => sum + one, 0) / Math.max(1, size);
  const { mixes, image, spread } = mixUnits(sheets, { ...fitted, size });
  // K M 1 by rows, so that the panel's middle costs no second pass for each unit
  const rows = new Float64Array(size);
  for (let p = 0; p < size; p += 1) {
    for (let q = 0; q < size; q += 1) rows[p] = (rows[p] ?? 0) + (inverse[p * size + q] ?? 0) / size;
  }
  const whole = rows.reduce((sum, one) => sum + one, 0) / Math.max(1, size);
  const own = mixes.map((mix, unit) => {
    const across = mix.reduce((sum, [p, x]) => sum + x * (rows[p] ?? 0), 0);
    return 1 / (totals[unit] ?? 1) + (spread[unit] ?? 0) - 2 * across + whole;
  });
  const beside = new Float64Array(sheets.length);
  const besideErrors = new Float64Array(sheets.length);
  sheets.forEach((_sheet, k) => {
    const left = Math.max(0.02, 1 - (fitted.own[k] ?? 0));
    beside[k] = (fitted.residual[k] ?? 0) / left;
    besideErrors[k] = (noise * Math.sqrt(fitted.spare[k] ?? 1)) / left;
  });
  return {
    fair: Float64Array.from(units, (_name, u) => (fitted.level[u] ?? 0) + middle),
    leniency: leniency.map((one) => one - middle),
    noise,
    leniencySpread: fitted.leniencySpread,
    df: fitted.df,
    errorOf: (unit) => noise * Math.sqrt(Math.max(0, own[unit] ?? 0)),
    errorBetween: (one, other) => {
      const shared = along(mixes[other] ?? [], image, one * size);
      const apart = (spread[one] ?? 0) + (spread[other] ?? 0) - 2 * shared;
      const noises = 1 / (totals[one] ?? 1) + 1 / (totals[other] ?? 1);
      return noise * Math.sqrt(Math.max(0, noises + apart));
    },
    beside,
    besideErrors,
    trust,
  };
}

/** Median of the standardized residuals as a standard deviation: a few wild sheets do not move it. */
function robustScale({ residual, spare }: Fit): number {
  const sizes = Array.from(residual, (one, k) => Math.abs(one) / Math.sqrt(spare[k] ?? 1)).sort(
    (a, b) => a - b,
  );
  return (sizes[Math.floor(sizes.length / 2)] ?? 0) / 0.6745;
}
