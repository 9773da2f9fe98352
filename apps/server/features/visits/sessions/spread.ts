/** Below so many sheets a number would tell who gave it. */
export const fewestSheets = 3;

export interface Spread {
  median: number | null;
  low: number | null;
  high: number | null;
}

/** Median and quartiles, to a tenth; nothing below three. */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length < fewestSheets) return { median: null, low: null, high: null };
  const sorted = values.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return Math.round((below + (above - below) * (place - Math.floor(place))) * 10) / 10;
}

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
