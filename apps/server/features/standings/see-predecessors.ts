import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';

/**
 * What a dissolved organization did counts for the one that came out of it, also where the actor's subtree does not
 * reach the old one; else a verdict would depend on who last touched a record. Only then, and only for reading what
 * the standing is made of, the work is done with the system's eyes.
 */
export async function seePredecessors<Result>(
  trx: Trx,
  scopePath: string,
  work: () => Promise<Result>,
): Promise<Result> {
  if (!(await hasHiddenPredecessor(trx, scopePath))) return work();
  await sql`set local role hujian_system`.execute(trx);
  try {
    return await work();
  } finally {
    // After a failure the transaction is lost and takes the role with it.
    await sql`set local role hujian_actor`.execute(trx).catch(() => undefined);
  }
}

async function hasHiddenPredecessor(trx: Trx, scopePath: string): Promise<boolean> {
  const { rows } = await sql<{ hidden: boolean }>`
    select exists (
      select from lineage g where g.path >= ${scopePath} and g.path < ${`${scopePath}~`}
        and not exists (select from organization o where o.county = g.county and o.id = g.predecessor)
    ) as hidden`.execute(trx);
  return rows[0]?.hidden === true;
}
