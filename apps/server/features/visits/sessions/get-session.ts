import type { Actor } from '../../../access/actor.ts';
import type { Trx } from '../../../database/door.ts';
import { problems } from '../../../http/problem.ts';
import { isManager } from '../../rounds/rounds.ts';

export const selectSessions = (trx: Trx) =>
  trx
    .selectFrom('round_session as s')
    .innerJoin('round as r', (join) => join.onRef('r.county', '=', 's.county').onRef('r.id', '=', 's.round'))
    .innerJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 'r.county').onRef('o.id', '=', 'r.organization'),
    )
    .selectAll('s')
    .select(['r.title as round_title', 'r.theme', 'r.state as round_state', 'r.items', 'o.name as holder']);
export type SessionRecord = Awaited<ReturnType<ReturnType<typeof selectSessions>['execute']>>[number];

/** A session that the actor may see: those of his subtree, and of published rounds above him. Throws not-found. */
export async function getSession(trx: Trx, id: number): Promise<SessionRecord> {
  const found = await selectSessions(trx).where('s.id', '=', id).executeTakeFirst();
  if (!found) throw problems.notFound('这场评议会');
  return found;
}

/** A session of a round that the actor's own organization holds; throws not-found, forbidden. */
export async function getManagedSession(trx: Trx, actor: Actor, id: number): Promise<SessionRecord> {
  const session = await getSession(trx, id);
  if (!isManager(actor, session)) throw problems.forbidden('别的组织举办的评议会的改动');
  return session;
}

/** What may be done on it now. */
export const listCan = (actor: Actor, session: SessionRecord): string[] =>
  isManager(actor, session) && session.round_state === 'published'
    ? ['round.manage', 'session.change', ...(session.state === 'open' ? ['session.close'] : [])]
    : [];

export const noteOfSession = (session: SessionRecord, details: Record<string, unknown>) => ({
  object: `session/${session.id}`,
  county: session.county,
  organization: session.organization,
  path: session.path,
  details: { round: session.round, ...details },
});
