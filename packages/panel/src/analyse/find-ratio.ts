import { factorize, logDeterminant, solve } from '../numbers/cholesky.ts';

/** The panelists' equations: matrix (size × size, row-major), right side, what is to be explained, and how freely. */
export interface Equations {
  readonly matrix: Float64Array;
  readonly pull: Float64Array;
  readonly scatter: number;
  readonly size: number;
  readonly free: number;
}

const [least, most] = [Math.log(1e-4), Math.log(1e5)];

/**
 * Variance of the noise over that of leniencies, by restricted likelihood: golden section over its logarithm. Where a
 * ratio `near` it is known from the round before, only around it: the search is most of the work for many panelists.
 */
export function findRatio(equations: Equations, near?: number): number {
  if (equations.free <= 0 || equations.scatter <= 0) return 1;
  const cost = (log: number): number => costOf(equations, Math.exp(log));
  if (near === undefined) return Math.exp(goldenSection(cost, least, most));
  const middle = Math.log(near);
  return Math.exp(goldenSection(cost, Math.max(least, middle - 1), Math.min(most, middle + 1)));
}

function costOf({ matrix, pull, scatter, size, free }: Equations, ratio: number): number {
  const factor = factorize(ridge(matrix, size, ratio), size);
  if (!factor) return Number.POSITIVE_INFINITY;
  const left = Math.max(scatter * 1e-9, scatter - dot(pull, solve(factor, pull)));
  return free * Math.log(left) + logDeterminant(factor) - size * Math.log(ratio);
}

function goldenSection(cost: (x: number) => number, from: number, to: number): number {
  const part = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  let [a, b] = [high - part * (high - low), low + part * (high - low)];
  let [atA, atB] = [cost(a), cost(b)];
  while (high - low > 0.03) {
    if (atA < atB) {
      [high, b, atB] = [b, a, atA];
      a = high - part * (high - low);
      atA = cost(a);
    } else {
      [low, a, atA] = [a, b, atB];
      b = low + part * (high - low);
      atB = cost(b);
    }
  }
  return (low + high) / 2;
}

/** The matrix with `ratio` added along its diagonal. */
export function ridge(matrix: Float64Array, size: number, ratio: number): Float64Array {
  const sum = new Float64Array(matrix);
  for (let p = 0; p < size; p += 1) sum[p * size + p] = (sum[p * size + p] ?? 0) + ratio;
  return sum;
}

export const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
