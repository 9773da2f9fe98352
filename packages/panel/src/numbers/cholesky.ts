/** Lower triangle of a symmetric positive definite matrix, row by row in one array. */
export interface Factor {
  readonly size: number;
  readonly lower: Float64Array;
}

/** Factors `matrix` (size × size, row-major); null when it is not positive definite. */
export function factorize(matrix: Float64Array, size: number): Factor | null {
  const lower = new Float64Array(matrix);
  for (let j = 0; j < size; j += 1) {
    const rowJ = j * size;
    let pivot = lower[rowJ + j] ?? 0;
    for (let k = 0; k < j; k += 1) pivot -= square(lower[rowJ + k] ?? 0);
    if (!(pivot > 1e-12)) return null;
    const root = Math.sqrt(pivot);
    lower[rowJ + j] = root;
    for (let i = j + 1; i < size; i += 1) {
      const rowI = i * size;
      let sum = lower[rowI + j] ?? 0;
      for (let k = 0; k < j; k += 1) sum -= (lower[rowI + k] ?? 0) * (lower[rowJ + k] ?? 0);
      lower[rowI + j] = sum / root;
    }
  }
  return { size, lower };
}

export const logDeterminant = ({ size, lower }: Factor): number => {
  let sum = 0;
  for (let i = 0; i < size; i += 1) sum += 2 * Math.log(lower[i * size + i] ?? 1);
  return sum;
};

/** Solves A x = b. */
export function solve({ size, lower }: Factor, b: Float64Array): Float64Array {
  const x = new Float64Array(b);
  for (let i = 0; i < size; i += 1) {
    let sum = x[i] ?? 0;
    for (let k = 0; k < i; k += 1) sum -= (lower[i * size + k] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (lower[i * size + i] ?? 1);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = x[i] ?? 0;
    for (let k = i + 1; k < size; k += 1) sum -= (lower[k * size + i] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (lower[i * size + i] ?? 1);
  }
  return x;
}

/** The whole inverse, row-major. */
export function invert(factor: Factor): Float64Array {
  const { size } = factor;
  const inverse = new Float64Array(size * size);
  for (let j = 0; j < size; j += 1) {
    const unit = new Float64Array(size);
    unit[j] = 1;
    const column = solve(factor, unit);
    for (let i = 0; i < size; i += 1) inverse[i * size + j] = column[i] ?? 0;
  }
  return inverse;
}

const square = (x: number): number => x * x;
