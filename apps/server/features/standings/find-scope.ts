import type { Selectable } from 'kysely';
import type { Trx } from '../../database/door.ts';
import type { OrganizationTable } from '../../database/tables.ts';
import { problems } from '../../http/problem.ts';

const columns = [
  'county',
  'id',
  'path',
  'parent',
  'unit',
  'code',
  'name',
  'form',
  'kind',
  'level',
  'closed_on',
] as const;
export type Scoped = Pick<Selectable<OrganizationTable>, (typeof columns)[number]>;

/**
 * An organization inside the actor's own subtree. Row-level security also shows the organizations above the actor;
 * those are not the actor's to evaluate, so they are as good as absent here.
 */
export async function getScope(trx: Trx, id: number, within: string | undefined): Promise<Scoped> {
  const found = await trx.selectFrom('organization').select(columns).where('id', '=', id).executeTakeFirst();
  if (!found || (within !== undefined && !found.path.startsWith(within))) throw problems.notFound('这个组织');
  return found;
}

/** '1.12.345.' and everything below it, as the ends of an index range. */
export function rangeOf(path: string): { from: string; below: string } {
  return { from: path, below: `${path}~` };
}
