import type { Actor } from '../../access/actor.ts';
import { lockCounty, type Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import { getEdition } from './editions.ts';
import type { EvaluationRow } from './find-evaluation.ts';
import { getScope } from './find-scope.ts';
import { allowResults, readPast } from './locks.ts';

export const evaluationTask = 'standings.evaluate';

export interface EvaluationOrder {
  scope: number;
  edition: string;
  asOf: string;
}

/**
 * Opens a saved evaluation and queues its run. Its moment of knowledge is taken while no writer of the county is
 * under way, so no record can be entered behind it. The transaction must have been opened for reading: a writer
 * holds the county's lock already and could not take it alone.
 */
export async function saveEvaluation(
  trx: Trx,
  actor: Actor,
  jobs: Jobs,
  order: EvaluationOrder,
  today: string,
): Promise<EvaluationRow> {
  if (order.asOf > today) throw problems.badInput([{ path: 'asOf', message: '截止日期不能晚于今天。' }]);
  const scope = await getScope(trx, order.scope, actor.scope?.path);
  const edition = await getEdition(trx, order.edition);
  await lockCounty(trx, scope.county, 'alone');
  await allowResults(trx);
  const row = await trx
    .insertInto('evaluation')
    .values({
      county: scope.county,
      organization: scope.id,
      path: scope.path,
      edition: edition.id,
      revision: edition.revision,
      as_of: order.asOf,
      known_at: await readPast(trx),
      state: 'running',
      entered_by: actor.account,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const payload = {
    county: row.county,
    evaluation: row.id,
    account: actor.account,
    assignment: actor.assignment,
  };
  await jobs.add(trx, evaluationTask, payload, `${evaluationTask}/${row.id}`);
  return row;
}
