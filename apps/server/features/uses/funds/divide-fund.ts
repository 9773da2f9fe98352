import { type FundRule, shareOut } from '@hujian/contract';

interface Divided {
  /** In fen, by key; of units that receive something. */
  amounts: Map<string, bigint>;
  /** What rounding down left over, in fen. */
  left: bigint;
}

/** Divides a sum among units by their bands: amounts and what is left over add up to the sum to the last fen. */
export function divideFund(
  total: number,
  rule: FundRule,
  units: readonly { key: string; band: string | null }[],
): Divided {
  const counts = new Map<string, number>();
  for (const { band } of units) if (band !== null) counts.set(band, (counts.get(band) ?? 0) + 1);
  const { each, left } = shareOut(total, rule, counts);
  const amounts = new Map(
    units.flatMap(({ key, band }) => {
      const amount = band === null ? undefined : each.get(band);
      return amount === undefined ? [] : [[key, amount] as const];
    }),
  );
  return { amounts, left };
}
