import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';

/** A first link makes an administrator only where there has never been one of that role; one at a time. */
export async function requireVacant(trx: Trx, role: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('hujian.first', 0))`.execute(trx);
  const held = await trx.selectFrom('assignment').select('id').where('role', '=', role).executeTakeFirst();
  if (held) throw problems.conflict('这个管理员已经设立，不能再用首次链接。请由安全管理员授予角色。');
}
