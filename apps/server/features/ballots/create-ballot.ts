import type { BallotRow, ballotBody } from '@hujian/contract';
import type * as z from 'zod';
import { asSystemWithin, type Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { getPlace, type Place } from '../organizations/get-place.ts';
import { requireCode } from '../records/kinds/require-code.ts';
import { getRound, refuse } from '../rounds/rounds.ts';
import { auditOf, getBallot, presentBallot } from './ballots.ts';

type Body = z.output<typeof ballotBody>;

/** POST /ballots */
export async function createBallot(context: Context<unknown, unknown, Body>): Promise<BallotRow> {
  const { trx, actor, body, services, today, note } = context;
  const place = await getPlace(trx, body.organization, actor);
  requireCode(services.vocabulary.vocabulary.polls, body.about, 'about');
  if (body.closesOn < body.opensOn) throw refuse('closesOn', '截止日期不能早于开始日期。');
  if (body.closesOn < today) throw refuse('closesOn', '截止日期已经过去，请改一个日期。');
  if (body.round !== null) await requireUnit(trx, place, body.round);
  const { id } = await trx
    .insertInto('ballot')
    .values({
      county: place.county,
      organization: place.id,
      path: place.path,
      round: body.round,
      about: body.about,
      title: body.title,
      opens_on: body.opensOn,
      closes_on: body.closesOn,
      slips: body.slips,
      entered_by: actor.account,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await asSystemWithin(trx, 'sums belong to the program only', () =>
    trx.insertInto('ballot_sum').values({ county: place.county, ballot: id }).execute(),
  );
  const row = await getBallot(trx, id);
  note(auditOf(row, { about: body.about, slips: body.slips }));
  return presentBallot(context, row);
}

/** Only the units of a round count in its result. */
async function requireUnit(trx: Trx, place: Place, round: number): Promise<void> {
  const { county, state } = await getRound(trx, round);
  if (state === 'cancelled') throw problems.conflict('这轮活动已经取消，不能再为它测评。');
  const unit = await trx
    .selectFrom('round_unit')
    .select('id')
    .where('county', '=', county)
    .where('round', '=', round)
    .where('organization', '=', place.id)
    .where('chosen', '=', true)
    .executeTakeFirst();
  if (!unit) throw refuse('organization', `${place.name}不是这轮活动选定的观摩单位。`);
}
