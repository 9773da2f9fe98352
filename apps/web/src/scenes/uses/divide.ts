import { shareOut, toYuan } from '@hujian/contract/share-out';

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

interface DividedBand extends BandCount {
  /** Yuan for each organization of the band. */
  each: number;
  sum: number;
}

/** What each band would receive, counted as the server counts it. */
export function divide(
  total: number,
  round: number,
  bands: readonly BandCount[],
  shares: ReadonlyMap<string, number>,
): { bands: DividedBand[]; left: number } {
  const rule = { round, shares: [...shares].map(([band, share]) => ({ band, share })) };
  const { each, left } = shareOut(total, rule, new Map(bands.map(({ band, units }) => [band, units])));
  const divided = bands.map(({ band, units }) => {
    const own = each.get(band) ?? 0n;
    return { band, units, each: toYuan(own), sum: toYuan(own * BigInt(units)) };
  });
  return { bands: divided, left: toYuan(left) };
}
