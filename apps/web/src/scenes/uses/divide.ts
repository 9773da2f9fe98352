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

/** Shares are told to a millionth at most, as the server counts them. */
const precision = 1_000_000;

/** What each band would receive: by shares, equal within a band, each amount rounded down; counted in whole fen. */
export function divide(
  total: number,
  round: number,
  bands: readonly BandCount[],
  shares: ReadonlyMap<string, number>,
): { bands: DividedBand[]; left: number } {
  const shareOf = (band: string) => BigInt(Math.round((shares.get(band) ?? 0) * precision));
  const whole = bands.reduce((sum, { band, units }) => sum + BigInt(units) * shareOf(band), 0n);
  const fen = BigInt(Math.round(total * 100));
  const step = BigInt(Math.round(round)) * 100n;
  const divided = bands.map(({ band, units }) => {
    const each = whole === 0n ? 0n : ((fen * shareOf(band)) / whole / step) * step;
    return { band, units, each: Number(each) / 100, sum: Number(each * BigInt(units)) / 100 };
  });
  return { bands: divided, left: cents(total - divided.reduce((sum, band) => sum + band.sum, 0)) };
}
