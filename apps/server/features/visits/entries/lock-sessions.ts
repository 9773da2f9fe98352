import { sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';

const keys = (sessions: readonly number[]) => [...new Set(sessions)].toSorted((a, b) => a - b);

/**
 * Whoever puts something down shares the session's lock; closing takes it alone. So an entry comes in before the
 * session is closed and counts, or after it and is told that it does not; none slips between.
 */
export async function lockSessions(trx: Trx, sessions: readonly number[]): Promise<void> {
  if (sessions.length === 0) return;
  await sql`select pg_advisory_xact_lock_shared(hashtextextended('hujian.session', s.id))
    from unnest(${keys(sessions)}::bigint[]) s(id)`.execute(trx);
}

export async function lockSessionAlone(trx: Trx, session: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('hujian.session', ${session}::bigint))`.execute(
    trx,
  );
}
