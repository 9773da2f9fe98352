/** To whole cents: sums of money must not carry binary dust. */
export const cents = (value: number): number => Math.round(value * 100) / 100;

/** Whole yuan without decimals, else two: 12,000元 · 12,000.50元 */
export function money(value: number): string {
  const digits = Number.isInteger(value) ? 0 : 2;
  return `${value.toLocaleString('zh-CN', { minimumFractionDigits: digits, maximumFractionDigits: digits })}元`;
}

export interface BandCount {
  band: string;
  units: number;
}

export interface DividedBand extends BandCount {
  /** Yuan for each organization of the band. */
  each: number;
  sum: number;
}

/** What each band would receive: by shares, equal within a band, rounded down; what is left over is said. */
export function divide(
  total: number,
  round: number,
  bands: readonly BandCount[],
  shares: ReadonlyMap<string, number>,
): { bands: DividedBand[]; left: number } {
  const all = bands.reduce((sum, { band, units }) => sum + units * (shares.get(band) ?? 0), 0);
  const divided = bands.map(({ band, units }) => {
    const exact = all === 0 ? 0 : (total * (shares.get(band) ?? 0)) / all;
    // A hair of binary dust must not cost a whole step of rounding.
    const each = Math.floor(exact / round + 1e-9) * round;
    return { band, units, each, sum: each * units };
  });
  const left = total - divided.reduce((sum, band) => sum + band.sum, 0);
  return { bands: divided, left: cents(left) };
}
