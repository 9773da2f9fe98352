import type { adjustBody, computeBody, ResultFull, ResultPacket } from '@hujian/contract';
import { hashOf, outcomeOf } from '@hujian/panel';
import type * as z from 'zod';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { getManaged as getManagedRound, type RoundRecord } from '../rounds/rounds.ts';
import { findApprover } from './find-approver.ts';
import { gatherPacket } from './gather-packet.ts';
import { presentResult } from './present-result.ts';
import {
  addStep,
  auditOf,
  findRoundResult,
  getManaged,
  getResult,
  type ResultRecord,
  requireState,
  writeResult,
} from './results.ts';

/** POST /rounds/:round/result : computed, and again while it is a draft; adjustments stay. */
export async function computeResult(
  context: Context<{ round: number }, unknown, z.output<typeof computeBody>>,
): Promise<ResultFull> {
  const { trx, actor, params, body, today, note } = context;
  const round = await getManagedRound(trx, actor, { round: params.round });
  const before = await findRoundResult(trx, round.id);
  if (before) requireState(before, ['draft', 'returned'], '重新计算');
  const asOf = body.standingAsOf ?? earlier(round.period_until, today);
  if (asOf > today) throw problems.badInput([{ path: 'standingAsOf', message: '截止日期不能晚于今天。' }]);
  const adjustments = before?.packet.adjustments ?? [];
  const packet = await gatherPacket(trx, round, { asOf, today, adjustments });
  if (before) await rewrite(trx, before, packet);
  const id = before?.id ?? (await insertResult(trx, round, packet, actor.account));
  const row = await getResult(trx, id);
  await addStep(trx, row, actor, { step: 'compute' });
  note(auditOf(row, { sha256: row.sha256 }));
  return presentResult(context, row);
}

const earlier = (one: string, other: string): string => [one, other].toSorted()[0] ?? one;

async function insertResult(
  trx: Trx,
  round: RoundRecord,
  packet: ResultPacket,
  account: string,
): Promise<number> {
  const approver = await findApprover(trx, round);
  const { id } = await trx
    .insertInto('round_result')
    .values({
      county: round.county,
      organization: round.organization,
      path: round.path,
      round: round.id,
      ...computed(packet),
      approver: approver?.id ?? null,
      approver_path: approver?.path ?? null,
      entered_by: account,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function computed(packet: ResultPacket) {
  const outcome = outcomeOf(packet);
  return {
    packet: JSON.stringify(packet),
    outcome: JSON.stringify(outcome),
    sha256: hashOf(packet),
    ranked: outcome.ranked,
  };
}

const rewrite = (trx: Trx, row: ResultRecord, packet: ResultPacket): Promise<void> =>
  writeResult(trx, row, 'draft', computed(packet));

/** POST /results/:result/adjust : replaces an earlier adjustment of the unit; 0 takes it back. */
export async function adjustResult(
  context: Context<{ result: number }, unknown, z.output<typeof adjustBody>>,
): Promise<ResultFull> {
  const { trx, actor, params, body, services, note } = context;
  const row = await getManaged(trx, actor, { ...params, version: body.version });
  requireState(row, ['draft', 'returned'], '调整');
  const unit = await findUnit(trx, row, body.organization);
  const others = row.packet.adjustments.filter((one) => one.unit !== unit.code);
  const at = services.now().toISOString();
  const own = { unit: unit.code, points: body.points, reason: body.reason, by: actor.name, at };
  await rewrite(trx, row, {
    ...row.packet,
    adjustments: body.points === 0 ? others : [...others, own],
  });
  const after = await getResult(trx, row.id);
  const said =
    body.points === 0
      ? `取消“${unit.name}”的调整：${body.reason}`
      : `“${unit.name}”${body.points > 0 ? '加' : '减'}${Math.abs(body.points)}分：${body.reason}`;
  await addStep(trx, after, actor, { step: 'adjust', note: said });
  note(auditOf(after, { unit: body.organization, points: body.points, reason: body.reason }));
  return presentResult(context, after);
}

/** A unit of the result by its id; throws bad-input. */
export async function findUnit(
  trx: Trx,
  row: ResultRecord,
  organization: number,
): Promise<{ code: string; name: string }> {
  const place = await trx
    .selectFrom('organization')
    .select('code')
    .where('county', '=', row.county)
    .where('id', '=', organization)
    .executeTakeFirst();
  const unit = row.packet.units.find(({ code }) => code === place?.code);
  if (!unit) throw problems.badInput([{ path: 'organization', message: '这个单位不在本轮观摩的单位之中。' }]);
  return unit;
}
