import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';

/**
 * Two records of one branch may be entered at the same time; whoever comes second must count the first one's record
 * too. So the current standing of a branch is computed by one transaction at a time, and that of a whole county alone.
 */
export async function lockStanding(trx: Trx, county: number, unit: number | 'all'): Promise<void> {
  const all = sql`hashtextextended('hujian.standing', ${county})`;
  if (unit === 'all') {
    await sql`select pg_advisory_xact_lock(${all})`.execute(trx);
    return;
  }
  const one = sql`hashtextextended('hujian.standing.of', ${unit})`;
  await sql`select pg_advisory_xact_lock_shared(${all}), pg_advisory_xact_lock(${one})`.execute(trx);
}

/** The moment up to which this transaction's own records count too: now, by the database's clock. */
export async function readClock(trx: Trx): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(trx);
  const now = rows[0]?.now;
  if (!now) throw new Error('the database told no time');
  return now;
}

/**
 * Lets a transaction that was opened for reading write what is computed from records. It enters no record, so it does
 * not take the writers' lock of the county: whoever waits for that lock alone must not wait for a computation.
 */
export async function allowResults(trx: Trx): Promise<void> {
  await sql`set local hujian.write = 'on'`.execute(trx);
}
