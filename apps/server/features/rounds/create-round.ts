import type { RoundFull } from '@hujian/contract';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { getPlace } from '../organizations/get-place.ts';
import {
  getRoundEdition,
  type RoundBody,
  requireCount,
  requireDays,
  requireReach,
  requireWeights,
} from './check-round.ts';
import { chooseUnits } from './choose-units.ts';
import { freezeItems } from './freeze-items.ts';
import { presentFull } from './present-round.ts';
import { getRound, isManager, noteOf } from './rounds.ts';
import { suggestParts } from './suggest-parts.ts';

/** POST /rounds: a draft with its items frozen and the list of who may be visited. */
export async function createRound(context: Context<unknown, unknown, RoundBody>): Promise<RoundFull> {
  const { trx, body, actor, note } = context;
  const place = await getPlace(trx, body.organization, actor);
  if (!isManager(actor, { organization: place.id }))
    throw problems.forbidden('别的组织的活动的拟定：活动由举办它的一级自己拟定');
  requireReach(place, body);
  requireDays(body);
  requireWeights(body);
  requireCount(body.setting);
  const { edition, revision } = await getRoundEdition(trx, place, body.edition);
  if (body.standingEdition) await getRoundEdition(trx, place, body.standingEdition);
  const { id } = await trx
    .insertInto('round')
    .values({
      county: place.county,
      organization: place.id,
      path: place.path,
      title: body.title,
      way: body.way,
      reach: body.reach,
      cadence: body.cadence,
      period_from: body.periodFrom,
      period_until: body.periodUntil,
      sort: body.sort,
      theme: body.theme,
      edition: edition.id,
      revision: String(revision),
      standing_edition: body.standingEdition,
      items: JSON.stringify(freezeItems(edition, body.items)),
      parts: JSON.stringify(body.parts ?? suggestParts(body)),
      setting: JSON.stringify({ ...body.setting, days: body.setting.days.toSorted() }),
      weights: JSON.stringify(body.weights),
      planned: null,
      entered_by: actor.account,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const round = await getRound(trx, id);
  await chooseUnits(trx, round);
  note(noteOf(round, { title: round.title, reach: round.reach, edition: round.edition }));
  return presentFull(trx, id, actor);
}
