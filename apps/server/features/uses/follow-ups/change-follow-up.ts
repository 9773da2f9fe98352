import type { endFollowUpBody, FollowUp, followUpBody } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Trx } from '../../../database/door.ts';
import { problems } from '../../../http/problem.ts';
import type { Context } from '../../../http/route.ts';
import { getRound, isManager, type RoundRecord } from '../../rounds/rounds.ts';
import { type FollowUpRow, presentFollowUps, selectFollowUps } from './list-follow-ups.ts';

type OnFollowUp<Body> = Context<{ followUp: number }, unknown, Body>;

/** POST /follow-ups/:followUp: other words, another day. */
export async function changeFollowUp(context: OnFollowUp<z.output<typeof followUpBody>>): Promise<FollowUp> {
  const { trx, body } = context;
  const { row, round } = await getOpen(context);
  if (body.task === '') throw problems.badInput([{ path: 'task', message: '请写明任务。' }]);
  await trx
    .updateTable('follow_up')
    .set({ task: body.task, due_on: body.dueOn })
    .where('county', '=', row.county)
    .where('id', '=', row.id)
    .execute();
  return answer(context, round, row, { from: row.task, dueOn: body.dueOn });
}

/** POST /follow-ups/:followUp/end: done or dropped, with what came of it. */
export async function endFollowUp(context: OnFollowUp<z.output<typeof endFollowUpBody>>): Promise<FollowUp> {
  const { trx, actor, body } = context;
  const { row, round } = await getOpen(context);
  await trx
    .updateTable('follow_up')
    .set({
      state: body.done ? 'done' : 'dropped',
      outcome: body.outcome,
      ended_by: actor.account,
      ended_at: sql<Date>`clock_timestamp()`,
    })
    .where('county', '=', row.county)
    .where('id', '=', row.id)
    .execute();
  return answer(context, round, row, { done: body.done, outcome: body.outcome });
}

async function getOpen({
  trx,
  actor,
  params,
}: OnFollowUp<unknown>): Promise<{ row: FollowUpRow; round: RoundRecord }> {
  await sql`select 1 from follow_up where id = ${params.followUp} for update`.execute(trx);
  const row = await find(trx, params.followUp);
  if (!row) throw problems.notFound('这项后续任务');
  const round = await getRound(trx, row.round);
  if (!isManager(actor, round))
    throw problems.forbidden('后续任务的修改和办结（只由举办本轮活动的组织办理）');
  if (row.state !== 'open') throw problems.conflict('这项任务已经办结或取消，不能再改。');
  return { row, round };
}

const find = (trx: Trx, id: number) => selectFollowUps(trx).where('f.id', '=', id).executeTakeFirst();

async function answer(
  { trx, actor, today, note }: OnFollowUp<unknown>,
  round: RoundRecord,
  row: FollowUpRow,
  details: Record<string, unknown>,
): Promise<FollowUp> {
  note({
    object: `follow-up/${row.id}`,
    county: row.county,
    organization: row.organization,
    path: row.path,
    details,
  });
  const fresh = await find(trx, row.id);
  const [shown] = fresh ? await presentFollowUps(trx, { actor, round, today }, [fresh]) : [];
  if (!shown) throw problems.notFound('这项后续任务');
  return shown;
}
