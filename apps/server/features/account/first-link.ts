import { createLink } from '../../access/one-time-link.ts';
import { createDoor } from '../../database/door.ts';
import { openPool } from '../../database/open-pool.ts';

/**
 * The path of a fresh one-time link for the first administrator, or null once there is an account.
 * Each call makes a new link and ends the one before: only its hash is kept, so it can never be shown twice.
 */
export async function findFirstLink(databaseUrl: string, now = new Date()): Promise<string | null> {
  const pool = openPool(databaseUrl, { max: 1 });
  try {
    return await createDoor(pool).asSystem('the first link', async (trx) => {
      const any = await trx.selectFrom('account').select('id').limit(1).executeTakeFirst();
      if (any) return null;
      return (await createLink(trx, { purpose: 'first-administrator', now })).path;
    });
  } finally {
    await pool.end();
  }
}
