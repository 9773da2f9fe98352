import type { Actor } from '../../access/actor.ts';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import { isManager, type RoundRecord, selectRounds } from '../rounds/rounds.ts';

/**
 * A round to whoever holds it or stands above it: what it is put to is not for those below until it is published to
 * them in a document. Throws not-found.
 */
export async function getUseRound(trx: Trx, actor: Actor, id: number): Promise<RoundRecord> {
  const round = await selectRounds(trx).where('r.id', '=', id).executeTakeFirst();
  if (!round || !actor.scope || !round.path.startsWith(actor.scope.path))
    throw problems.notFound('这个活动轮次');
  return round;
}

/** The same to whoever holds it. Throws not-found, forbidden. */
export async function getOwnRound(trx: Trx, actor: Actor, id: number, what: string): Promise<RoundRecord> {
  const round = await getUseRound(trx, actor, id);
  if (!isManager(actor, round)) throw problems.forbidden(`${what}（只由举办本轮活动的组织办理）`);
  return round;
}

/** What an audit line says of something that belongs to a round. */
export const ofRound = (round: RoundRecord) => ({
  county: round.county,
  organization: round.organization,
  path: round.path,
});
