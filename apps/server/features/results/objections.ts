import type { answerBody, contactBody, contactShown, ResultFull } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Actor } from '../../access/actor.ts';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { isManager } from '../rounds/rounds.ts';
import { withdrawNotices } from './find-notice.ts';
import { presentResult } from './present-result.ts';
import { addStep, auditOf, countOpen, getResult, type ResultRecord, writeResult } from './results.ts';

type OnObjection<Body> = Context<{ objection: number }, unknown, Body>;

/** POST /objections/:objection/answer */
export async function answerObjection(
  context: OnObjection<z.output<typeof answerBody>>,
): Promise<ResultFull> {
  const { trx, actor, params, body, note } = context;
  const { objection, row } = await getObjection(trx, actor, params.objection);
  if (!body.answer) throw problems.badInput([{ path: 'answer', message: '请写明答复的内容。' }]);
  const { numUpdatedRows } = await trx
    .updateTable('objection')
    .set({
      state: body.upheld ? 'upheld' : 'rejected',
      answer: body.answer,
      answered_by: actor.account,
      answered_at: sql<Date>`clock_timestamp()`,
    })
    .where('county', '=', row.county)
    .where('id', '=', objection.id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (numUpdatedRows === 0n)
    throw problems.conflict('这件异议已经答复过，不能再改。如需补充，请按公示的联系方式告知本人。');
  await follow(trx, row, body.upheld);
  const said = body.upheld ? '异议成立，公示撤回，重新计算' : '异议不成立';
  await addStep(trx, row, actor, { step: 'answer', note: said });
  note({ ...auditOf(row, { upheld: body.upheld }), object: `objection/${objection.id}` });
  return presentResult(context, await getResult(trx, row.id));
}

/** Upheld: back to be computed again, unless it is published already. Rejected: on with the notice once none is open. */
async function follow(trx: Trx, row: ResultRecord, upheld: boolean): Promise<void> {
  if (row.state === 'published') return;
  if (upheld) {
    await withdrawNotices(trx, row);
    return writeResult(trx, row, 'draft');
  }
  if (row.state === 'objected' && (await countOpen(trx, row)) === 0) await writeResult(trx, row, 'noticed');
}

/** POST /objections/:objection/contact : in full; the audit line says who looked and why. */
export async function showContact(
  context: OnObjection<z.output<typeof contactBody>>,
): Promise<z.input<typeof contactShown>> {
  const { trx, actor, params, body, services, note } = context;
  const { objection, row } = await getObjection(trx, actor, params.objection);
  if (!objection.contact) throw problems.notFound('这件异议的联系方式');
  note({ ...auditOf(row, { reason: body.reason }), object: `objection/${objection.id}` });
  return { contact: services.sealed.open(objection.contact) };
}

/** An objection to a result of one's own organization; throws not-found, forbidden. */
async function getObjection(trx: Trx, actor: Actor, id: number) {
  const objection = await trx.selectFrom('objection').selectAll().where('id', '=', id).executeTakeFirst();
  if (!objection) throw problems.notFound('这件异议');
  const row = await getResult(trx, objection.result);
  if (!isManager(actor, row)) throw problems.forbidden('别的组织收到的异议的办理');
  return { objection, row };
}
