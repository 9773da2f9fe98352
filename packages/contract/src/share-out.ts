import type { FundRule } from './use.ts';

/** Shares are told to a millionth at most. */
const precision = 1_000_000;

/** 1234.56 yuan → 123456n fen */
export const toFen = (yuan: number): bigint => BigInt(Math.round(yuan * 100));
export const toYuan = (fen: bigint): number => Number(fen) / 100;

/**
 * What one unit of each band receives, in whole fen throughout: by the shares of the bands, equal within a band, rounded
 * down to whole steps of the rule. `units`: how many there are of each band. In a file without zod: the form that shows it
 * beforehand counts as the server does.
 */
export function shareOut(
  total: number,
  { shares, round }: FundRule,
  units: ReadonlyMap<string, number>,
): { each: Map<string, bigint>; left: bigint } {
  const told = new Map(shares.map(({ band, share }) => [band, BigInt(Math.round(share * precision))]));
  const counted = [...units].map(([band, count]) => ({
    band,
    count: BigInt(count),
    share: told.get(band) ?? 0n,
  }));
  const whole = counted.reduce((sum, { count, share }) => sum + count * share, 0n);
  const step = BigInt(Math.round(round)) * 100n;
  const fen = toFen(total);
  const each = new Map(
    counted.flatMap(({ band, share }) =>
      share === 0n ? [] : [[band, ((fen * share) / whole / step) * step] as const],
    ),
  );
  const given = counted.reduce((sum, { band, count }) => sum + count * (each.get(band) ?? 0n), 0n);
  return { each, left: fen - given };
}
