import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';

const key = (session: unknown) => sql`hashtextextended('hujian.session', ${session}::bigint)`;

/**
 * Whoever puts something down shares the session's lock; closing takes it alone. So an entry comes in before the
 * session is closed and counts, or after it and is told that it does not; none slips between.
 */
export const shareSession = (session: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`pg_advisory_xact_lock_shared(${key(session)})::text as locked`;

export async function lockSessionAlone(trx: Trx, session: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${key(session)})`.execute(trx);
}
