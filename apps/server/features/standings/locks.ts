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

/**
 * The moment up to which this transaction's own records count too. JavaScript keeps milliseconds and the database
 * microseconds, so it is the next full millisecond: rounded down it would leave out a record entered just now.
 */
export async function readClock(trx: Trx): Promise<Date> {
  return readMoment(trx, sql`date_trunc('milliseconds', clock_timestamp()) + interval '1 millisecond'`);
}

/** The moment behind which no record can be entered any more, for whoever holds the county's lock alone. */
export async function readPast(trx: Trx): Promise<Date> {
  return readMoment(trx, sql`date_trunc('milliseconds', clock_timestamp())`);
}

async function readMoment(trx: Trx, moment: ReturnType<typeof sql>): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`select ${moment} as at`.execute(trx);
  const at = rows[0]?.at;
  if (!at) throw new Error('the database told no time');
  return at;
}

/**
 * Lets a transaction that was opened for reading write what is computed from records. It enters no record, so it does
 * not take the writers' lock of the county: whoever waits for that lock alone must not wait for a computation.
 */
export async function allowResults(trx: Trx): Promise<void> {
  await sql`set local hujian.write = 'on'`.execute(trx);
}
