import type { correctResultBody, ResultFull } from '@hujian/contract';
import type * as z from 'zod';
import type { Context } from '../../http/route.ts';
import { findUnit } from './compute-result.ts';
import { presentResult } from './present-result.ts';
import { addStep, auditOf, getManaged, requireState } from './results.ts';

/** POST /results/:result/correct : beside what was published, which stays as it is. */
export async function correctResult(
  context: Context<{ result: number }, unknown, z.output<typeof correctResultBody>>,
): Promise<ResultFull> {
  const { trx, actor, params, body, note } = context;
  const row = await getManaged(trx, actor, params);
  requireState(row, ['published'], '更正');
  const unit = body.organization === null ? null : await findUnit(trx, row, body.organization);
  await trx
    .insertInto('correction')
    .values({
      county: row.county,
      organization: row.organization,
      path: row.path,
      result: row.id,
      unit: body.organization,
      before: body.before,
      after: body.after,
      reason: body.reason,
      entered_by: actor.account,
    })
    .execute();
  const said = `${unit ? `“${unit.name}”` : ''}${body.before}，更正为：${body.after}`;
  await addStep(trx, row, actor, { step: 'correct', note: said });
  note(auditOf(row, { reason: body.reason }));
  return presentResult(context, row);
}
