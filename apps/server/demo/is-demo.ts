import type { AuditDraft } from '../audit/audit-draft.ts';
import { createDoor, type Door } from '../database/door.ts';
import { openPool } from '../database/open-pool.ts';

const object = 'program/demo';

/** The mark of a demo database: a line of its audit trail, which nobody can take out again. */
export const demoMark = (details: Record<string, unknown>): AuditDraft => ({
  act: 'system.demo',
  object,
  details,
});

/** Whether this database holds a made-up county; the web says so on every screen. */
export function isDemo(door: Door): Promise<boolean> {
  return door.asSystem('is this a demo', async (trx) => {
    const mark = await trx
      .selectFrom('audit_line')
      .select('number')
      .where('object', '=', object)
      .where('act', '=', 'system.demo')
      .limit(1)
      .executeTakeFirst();
    return mark !== undefined;
  });
}

/** The same for a migrated database that nobody has opened yet. */
export async function hasDemo(databaseUrl: string): Promise<boolean> {
  const pool = openPool(databaseUrl, { max: 1 });
  try {
    return await isDemo(createDoor(pool));
  } finally {
    await pool.end();
  }
}
