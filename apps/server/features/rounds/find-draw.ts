import type { Draw, DrawInput } from '@hujian/panel';
import type { Trx } from '../../database/door.ts';
import type { RoundRecord } from './rounds.ts';

/** The draw of a round, if there is one. */
export const findDraw = (trx: Trx, round: Pick<RoundRecord, 'county' | 'id'>) =>
  trx
    .selectFrom('round_draw')
    .selectAll()
    .where('county', '=', round.county)
    .where('round', '=', round.id)
    .executeTakeFirst();
export type DrawRecord = NonNullable<Awaited<ReturnType<typeof findDraw>>>;

/** What a told draw is computed from, without its overrides. */
export const inputOf = (row: DrawRecord): DrawInput => ({
  units: row.input.units,
  count: row.count,
  every: row.every ?? undefined,
  seed: row.told_seed ?? '',
  beacon: row.beacon ?? undefined,
});

/** The draw as it was told, its fields in the order in which it is computed: jsonb keeps them in another. */
export function drawOf({ result }: DrawRecord): Draw | null {
  if (!result) return null;
  const { commitment, units, drawn, final, overrides, reasons } = result;
  return {
    commitment,
    units: units.map(({ unit, weight, ticket, key, due, drawn: how }) => ({
      unit,
      weight,
      ticket,
      key,
      due,
      drawn: how,
    })),
    drawn,
    final,
    overrides: overrides.map(({ unit, act, reason }) => ({ unit, act, reason })),
    reasons,
  };
}
