import { sql } from 'kysely';
import { asSystemWithin, type Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Place } from './get-place.ts';
import { beginSpan, endSpan, tellLineage } from './span.ts';

/**
 * Puts an organization with everything below it under another parent of the same county, from a day on.
 * @returns the judged organizations that moved
 */
export async function movePlace(trx: Trx, place: Place, parent: Place, on: string): Promise<number[]> {
  requireMove(place, parent);
  await endSpan(trx, place, on);
  const from = place.path;
  const to = `${parent.path}${place.id}.`;
  await trx
    .updateTable('organization')
    .set({ parent: parent.id, ...(place.form === 'group' ? { unit: parent.unit } : {}) })
    .where('county', '=', place.county)
    .where('id', '=', place.id)
    .execute();
  await asSystemWithin(trx, 'roles and counts move with the organization', () => repath(trx, from, to));
  await beginSpan(trx, place, on);
  await tellLineage(trx, { ...place, path: to }, place.id, on, 'move');
  const moved = await trx
    .selectFrom('organization')
    .select('id')
    .where('path', '>=', to)
    .where('path', '<', `${to}~`)
    .whereRef('unit', '=', 'id')
    .execute();
  return moved.map(({ id }) => id);
}

function requireMove(place: Place, parent: Place): void {
  const refuse = (message: string) => problems.badInput([{ path: 'parent', message }], message);
  if (parent.closed_on) throw refuse('新的上级组织已经撤销，请另选上级。');
  if (parent.id === place.parent) throw refuse('它本来就在这个上级组织下面。');
  if (parent.path.startsWith(place.path)) throw refuse('不能把组织移到它自己的下级。');
  if (parent.form === 'group') throw refuse('党小组下面不能再设组织。');
  if (parent.county !== place.county) throw refuse('不能跨县移动组织；请在对方县新建，并在本县撤销。');
}

/** What stays where it was: history, frozen results and the trail. */
const staying: Readonly<Record<string, string>> = {
  organization_span: 'valid_until is null',
  standing: 'evaluation = 0',
  evaluation: `state <> 'done'`,
};

/**
 * Re-paths a whole subtree, one statement for each table that carries a path (the catalogue knows them). The trail is
 * history, and editions belong to counties and what is above them, which never move.
 */
export async function repath(trx: Trx, from: string, to: string): Promise<void> {
  const tables = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'path' and not a.attisdropped
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname not in ('audit_line', 'edition')
    order by c.relname`.execute(trx);
  for (const { name } of tables.rows) {
    await sql`
      update ${sql.table(name)} set path = ${to} || substr(path, ${from.length + 1}::int)
      where path >= ${from} and path < ${`${from}~`} and ${sql.raw(staying[name] ?? 'true')}`.execute(trx);
  }
}
