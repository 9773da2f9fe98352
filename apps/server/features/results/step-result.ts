import type { ResultFull, stepBody } from '@hujian/contract';
import type * as z from 'zod';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { findApprover, requireApprover } from './find-approver.ts';
import { findBasis } from './find-basis.ts';
import { findLastNotice } from './find-notice.ts';
import { presentResult } from './present-result.ts';
import {
  addStep,
  auditOf,
  getManaged,
  getResult,
  type ResultRecord,
  requireAnswered,
  requireState,
  requireVersion,
  type Step,
  writeResult,
} from './results.ts';

type Stepping = Context<{ result: number }, unknown, z.output<typeof stepBody>>;

/** POST /results/:result/submit : to the level above, which from then on alone moves it. */
export async function submitResult(context: Stepping): Promise<ResultFull> {
  const { trx, actor, params, body, today } = context;
  const row = await getManaged(trx, actor, { ...params, version: body.version });
  requireState(row, ['draft', 'returned'], '报送');
  const basis = await findBasis(trx, row.path, today);
  if (row.ranked && !basis)
    throw problems.conflict('结果按排名依据计算，但依据已经到期或撤回。请重新计算后再报送。');
  const approver = await findApprover(trx, row);
  await writeResult(trx, row, 'submitted', {
    approver: approver?.id ?? null,
    approver_path: approver?.path ?? null,
  });
  return finish(context, row, 'submit');
}

/** POST /results/:result/accept : by the level above; what was accepted is locked. */
export async function acceptResult(context: Stepping): Promise<ResultFull> {
  const { trx, row } = await getSubmitted(context, '审定');
  await requireAnswered(trx, row, '审定');
  await writeResult(trx, row, 'accepted');
  const alone = row.approver_path === null ? '没有上级，由举办组织审定（已用动态口令）。' : '';
  return finish(context, row, 'accept', alone);
}

/** POST /results/:result/return : with the reason, to be changed and submitted again. */
export async function returnResult(context: Stepping): Promise<ResultFull> {
  const { trx, row } = await getSubmitted(context, '退回');
  if (!context.body.note) throw problems.badInput([{ path: 'note', message: '请写明退回的原因。' }]);
  await writeResult(trx, row, 'returned');
  return finish(context, row, 'return');
}

async function getSubmitted({ trx, actor, params, body }: Stepping, what: string) {
  const row = await getResult(trx, params.result);
  requireApprover(actor, row, what);
  requireVersion(row, body.version);
  requireState(row, ['submitted'], what);
  return { trx, row };
}

/** POST /results/:result/publish : after the notice, with every objection answered. */
export async function publishResult(context: Stepping): Promise<ResultFull> {
  const { trx, actor, params, body, today } = context;
  const row = await getManaged(trx, actor, { ...params, version: body.version });
  await requireAnswered(trx, row, '公布');
  requireState(row, ['noticed'], '公布');
  const notice = await findLastNotice(trx, row);
  if (!notice) throw problems.conflict('还没有公示，不能公布。请先进行公示。');
  if (today <= notice.until_day)
    throw problems.conflict(`公示到${notice.until_day}为止，从第二天起才能公布。`);
  await trx
    .updateTable('public_notice')
    .set({ state: 'ended' })
    .where('county', '=', row.county)
    .where('id', '=', notice.id)
    .where('state', '=', 'open')
    .execute();
  await writeResult(trx, row, 'published');
  return finish(context, row, 'publish');
}

async function finish(
  context: Stepping,
  row: ResultRecord,
  step: Step['step'],
  said = '',
): Promise<ResultFull> {
  const { trx, actor, body, note } = context;
  const told = [said, body.note ?? ''].filter(Boolean).join('');
  await addStep(trx, row, actor, { step, note: told });
  note(auditOf(row, { ...(body.note ? { note: body.note } : {}), sha256: row.sha256 }));
  return presentResult(context, await getResult(trx, row.id));
}
