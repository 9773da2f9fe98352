import type { ChooseUnitsBody, RoundFull } from '@hujian/contract';
import { type Draw, draw } from '@hujian/panel';
import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { findDraw, inputOf } from './find-draw.ts';
import { presentFull } from './present-round.ts';
import { getManaged, noteOf, type RoundRecord, refuse, requireDraft, writeRound } from './rounds.ts';
import { selectRoundUnits } from './select-round-units.ts';

/** POST /rounds/:round/units: a person chooses otherwise, each time with the reason; after a draw it is told with the draw. */
export async function overrideUnits(
  context: Context<{ round: number }, unknown, ChooseUnitsBody>,
): Promise<RoundFull> {
  const { trx, params, body, actor, note } = context;
  const round = await getManaged(trx, actor, { round: params.round, version: body.version });
  requireDraft(round, '改观摩对象');
  const codes = await requireUnits(trx, round, body);
  await tellInDraw(trx, round, { body, codes });
  await sql`
    update round_unit u set chosen = c.chosen, reason = c.reason,
      how = ${round.setting.choice === 'direct' ? 'direct' : 'override'}
    from json_to_recordset(${JSON.stringify(body.changes)}::json) as c (organization bigint, chosen boolean, reason text)
    where u.county = ${round.county} and u.round = ${round.id} and u.organization = c.organization
  `.execute(trx);
  await writeRound(trx, round);
  note(noteOf(round, { version: round.version + 1, units: body.changes }));
  return presentFull(trx, round.id, actor);
}

async function requireUnits(
  trx: Trx,
  round: RoundRecord,
  { changes }: ChooseUnitsBody,
): Promise<Map<number, string>> {
  const asked = changes.map(({ organization }) => organization);
  if (new Set(asked).size < asked.length) throw refuse('changes', '同一个组织写了两次，请只留一条。');
  const rows = await selectRoundUnits(trx, round).where('u.organization', 'in', asked).execute();
  if (rows.length < asked.length)
    throw refuse('changes', '有的组织不在本轮可观摩的名单里，请刷新后重新选择。');
  return new Map(rows.map(({ id, code }) => [id, code]));
}

/** A draw that was told shows for ever who was added to it and who was taken out, and why. */
async function tellInDraw(
  trx: Trx,
  round: RoundRecord,
  { body, codes }: { body: ChooseUnitsBody; codes: Map<number, string> },
): Promise<void> {
  const found = await findDraw(trx, round);
  if (!found) return;
  if (!found.result) throw problems.conflict('抽签承诺已经公布，还没有抽签；请先公布抽签结果，再作调整。');
  const touched = new Set(codes.values());
  const overrides: Draw['overrides'] = [
    ...found.result.overrides.filter(({ unit }) => !touched.has(unit)),
    ...body.changes.map(({ organization, chosen, reason }) => ({
      unit: codes.get(organization) ?? '',
      act: chosen ? ('add' as const) : ('remove' as const),
      reason,
    })),
  ];
  await trx
    .updateTable('round_draw')
    .set({ result: JSON.stringify(draw({ ...inputOf(found), overrides })) })
    .where('county', '=', found.county)
    .where('id', '=', found.id)
    .execute();
}
