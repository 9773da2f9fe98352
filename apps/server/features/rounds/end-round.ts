import type { endRoundBody, RoundFull } from '@hujian/contract';
import type * as z from 'zod';
import { asSystemWithin, type Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { writeJointScores } from '../visits/write-joint-scores.ts';
import { listMeetings } from './find-session.ts';
import { presentFull } from './present-round.ts';
import { listMissed, tell } from './publish-round.ts';
import {
  getManaged,
  noteOf,
  type RoundRecord,
  refuse,
  requireRunning,
  tellChange,
  writeRound,
} from './rounds.ts';

type In = Context<{ round: number }, unknown, z.output<typeof endRoundBody>>;

/** POST /rounds/:round/close: all meetings are over; the joint scores become records of those who were visited. */
export async function closeRound(context: In): Promise<RoundFull> {
  const { trx, params, body, actor, note } = context;
  const round = await getManaged(trx, actor, { round: params.round, version: body.version });
  requireRunning(round, '结束');
  if (round.state === 'draft') throw problems.conflict('方案还没有发布，不能结束；不办了可以取消。');
  await requireSessionsClosed(trx, round);
  const missed = await listMissed(trx, round, { held: true });
  if (missed.length > 0 && !body.reason)
    throw refuse('reason', `${tell(missed)}选定了却没有观摩，请写明原因后再结束。`);
  if (missed.length > 0)
    await tellChange(trx, round, {
      what: `结束时没有观摩的：${tell(missed)}`,
      reason: body.reason ?? '',
      by: actor.account,
    });
  await writeRound(trx, round, { state: 'closed' });
  const { county, id } = round;
  const ratings = await writeJointScores(trx, { county, round: id, account: actor.account });
  note(noteOf(round, { missed, ratings, reason: body.reason }));
  return presentFull(trx, round.id, actor);
}

async function requireSessionsClosed(trx: Trx, round: RoundRecord): Promise<void> {
  const open = (await listMeetings(trx, round)).filter(({ state }) => state === 'open');
  if (open.length > 0)
    throw problems.conflict(
      `${open.map(({ title }) => title).join('、')}还没有结束；请先结束全部评议会，再结束本轮活动。`,
    );
}

/** POST /rounds/:round/cancel: a draft is given up; a published plan only before anybody has rated, with the reason. */
export async function cancelRound(context: In): Promise<RoundFull> {
  const { trx, params, body, actor, note } = context;
  const round = await getManaged(trx, actor, { round: params.round, version: body.version });
  requireRunning(round, '取消');
  if (round.state === 'published') {
    if (!body.reason) throw refuse('reason', '方案已经发布，取消要写明原因。');
    await requireUnrated(trx, round);
    await tellChange(trx, round, { what: '取消本轮活动', reason: body.reason, by: actor.account });
  }
  await writeRound(trx, round, { state: 'cancelled' });
  note(noteOf(round, { reason: body.reason }));
  return presentFull(trx, round.id, actor);
}

async function requireUnrated(trx: Trx, round: RoundRecord): Promise<void> {
  const rated = await asSystemWithin(trx, 'a round in which somebody has rated is not cancelled', () =>
    trx
      .selectFrom('visit_entry')
      .select('id')
      .where('county', '=', round.county)
      .where('round', '=', round.id)
      .limit(1)
      .executeTakeFirst(),
  );
  if (rated) throw problems.conflict('本轮已经有人评议，不能取消；请结束评议会后结束本轮活动。');
}
