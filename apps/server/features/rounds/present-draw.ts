import type { DrawShown } from '@hujian/contract';
import { checkDraw, commitTo, type Draw } from '@hujian/panel';
import type { Trx } from '../../database/door.ts';
import { type DrawRecord, drawOf, inputOf } from './find-draw.ts';
import { selectRoundUnits } from './select-round-units.ts';

/** A draw as everybody sees it: before it is drawn the list and the commitment, afterwards seed, tickets and lot. */
export async function presentDraw(trx: Trx, row: DrawRecord): Promise<DrawShown> {
  const round = await trx
    .selectFrom('round as r')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 'r.county').onRef('o.id', '=', 'r.organization'),
    )
    .select(['r.title', 'r.state', 'o.name'])
    .where('r.county', '=', row.county)
    .where('r.id', '=', row.round)
    .executeTakeFirstOrThrow();
  const result = drawOf(row);
  return {
    slug: row.slug,
    title: round.title,
    organization: round.name,
    commitment: row.commitment,
    committedAt: row.committed_at.toISOString(),
    beaconRule: row.beacon_rule,
    count: row.count,
    every: row.every,
    units: presentUnits(row, result),
    drawnAt: row.drawn_at?.toISOString() ?? null,
    seed: row.told_seed,
    beacon: row.beacon,
    drawn: result ? [...result.drawn] : null,
    final: result ? [...result.final] : null,
    overrides: (result?.overrides ?? []).map((one) => ({ ...one })),
    cancelled: round.state === 'cancelled',
    differs: result ? await checkAgain(trx, row, result) : null,
  };
}

function presentUnits({ input }: DrawRecord, result: Draw | null): DrawShown['units'] {
  const told = new Map(result?.units.map((one) => [one.unit, one]));
  return input.units.map(({ id, risk = 0, waited = 0 }) => {
    const one = told.get(id);
    return {
      id,
      name: input.names[id] ?? id,
      risk,
      waited,
      weight: one?.weight ?? 1 + risk,
      ticket: one?.ticket ?? null,
      key: one?.key ?? null,
      due: one?.due ?? null,
      drawn: one?.drawn ?? null,
    };
  });
}

/** Recomputed at every look: the commitment, the lot, and whether the round follows it. */
async function checkAgain(trx: Trx, row: DrawRecord, result: Draw): Promise<string[]> {
  const input = { ...inputOf(row), overrides: result.overrides };
  const differs = checkDraw(result, input);
  if (commitTo(input.seed) !== row.commitment) differs.push('公布的种子与抽签前公布的承诺不符。');
  const chosen = await selectRoundUnits(trx, { county: row.county, id: row.round })
    .where('u.chosen', '=', true)
    .execute();
  const codes = new Set(chosen.map(({ code }) => code));
  if (codes.size !== result.final.length || result.final.some((code) => !codes.has(code)))
    differs.push('活动方案里的观摩对象与抽签后的最后名单不同。');
  return differs;
}
