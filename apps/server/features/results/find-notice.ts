import type { Trx } from '../../database/door.ts';
import type { ResultRecord } from './results.ts';

/** The newest notice that was not withdrawn. */
export const findLastNotice = (trx: Trx, row: Pick<ResultRecord, 'county' | 'id'>) =>
  trx
    .selectFrom('public_notice')
    .selectAll()
    .where('county', '=', row.county)
    .where('result', '=', row.id)
    .where('state', '!=', 'withdrawn')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Notices of before that a result no longer stands behind. */
export async function withdrawNotices(trx: Trx, row: Pick<ResultRecord, 'county' | 'id'>): Promise<void> {
  await trx
    .updateTable('public_notice')
    .set({ state: 'withdrawn' })
    .where('county', '=', row.county)
    .where('result', '=', row.id)
    .where('state', '!=', 'withdrawn')
    .execute();
}

/** By the calendar: the job that writes it down comes at night. */
export const stateOn = (
  { state, until_day }: { state: 'open' | 'ended' | 'withdrawn'; until_day: string },
  today: string,
): 'open' | 'ended' | 'withdrawn' => (state === 'open' && until_day < today ? 'ended' : state);
