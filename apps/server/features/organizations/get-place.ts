import type { Actor } from '../../access/actor.ts';
import type { Trx } from '../../database/door.ts';
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
  'founded_on',
  'closed_on',
] as const;

/**
 * An organization inside the actor's own subtree; throws not-found. Row-level security also shows the organizations
 * above the actor, which are not the actor's to open or to write to.
 */
export async function getPlace(trx: Trx, id: number, actor: Pick<Actor, 'scope'>) {
  const found = await trx.selectFrom('organization').select(columns).where('id', '=', id).executeTakeFirst();
  if (!found || !actor.scope || !found.path.startsWith(actor.scope.path)) throw problems.notFound('这个组织');
  return found;
}
export type Place = Awaited<ReturnType<typeof getPlace>>;
