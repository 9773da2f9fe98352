import type { Selectable } from 'kysely';
import type { Trx } from '../../database/door.ts';
import type { EvaluationTable } from '../../database/tables.ts';
import { problems } from '../../http/problem.ts';

export type EvaluationRow = Selectable<EvaluationTable>;

/** A saved evaluation whose scope holds the actor's organization, or lies inside it. */
export async function getEvaluation(
  trx: Trx,
  id: number,
  within: string | undefined,
): Promise<EvaluationRow> {
  const row = await trx.selectFrom('evaluation').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || (within !== undefined && !row.path.startsWith(within))) throw problems.notFound('这次考评');
  return row;
}
