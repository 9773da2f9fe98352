import type { FundRule } from '@hujian/contract';

export interface Divided {
  /** In fen, by key. */
  amounts: Map<string, bigint>;
  /** What rounding down left over, in fen. */
  left: bigint;
}

/** Shares are told to a millionth at most. */
const precision = 1_000_000;

/** 1234.56 yuan → 123456n fen */
export const toFen = (yuan: number): bigint => BigInt(Math.round(yuan * 100));
export const toYuan = (fen: bigint): number => Number(fen) / 100;

/**
 * Divides a sum by the shares of the bands, equal within a band, each amount rounded down to whole steps of the rule. In
 * whole fen throughout: amounts and what is left over add up to the sum to the last fen.
 */
export function divideFund(
  total: number,
  rule: FundRule,
  units: readonly { key: string; band: string | null }[],
): Divided {
  const shares = new Map(rule.shares.map(({ band, share }) => [band, BigInt(Math.round(share * precision))]));
  const shareOf = (band: string | null): bigint => (band === null ? 0n : (shares.get(band) ?? 0n));
  const whole = units.reduce((sum, { band }) => sum + shareOf(band), 0n);
  const step = BigInt(rule.round) * 100n;
  const fen = toFen(total);
  const amounts = new Map(
    units.flatMap(({ key, band }) => {
      const share = shareOf(band);
      if (share === 0n) return [];
      return [[key, ((fen * share) / whole / step) * step] as const];
    }),
  );
  const given = [...amounts.values()].reduce((sum, amount) => sum + amount, 0n);
  return { amounts, left: fen - given };
}
