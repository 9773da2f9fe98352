import type { WarningReason } from '@hujian/contract';
import { sql } from 'kysely';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { presentReason, reasonColumns } from './present-reason.ts';

/** POST /reasons/:id/withdraw */
export async function withdrawReason({
  trx,
  params,
  note,
}: Context<{ id: number }, unknown, unknown>): Promise<WarningReason> {
  const row = await trx
    .updateTable('warning_reason')
    .set({ withdrawn_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', params.id)
    .where('withdrawn_at', 'is', null)
    .returning(reasonColumns)
    .executeTakeFirst();
  if (!row) throw problems.notFound('这条原因说明');
  note({ object: `reason/${row.id}`, county: row.county, organization: row.organization, path: row.path });
  return presentReason(row);
}
