import type { FollowUp, Page } from '@hujian/contract';
import type { Trx } from '../../../database/door.ts';
import { problems } from '../../../http/problem.ts';
import type { Context } from '../../../http/route.ts';
import type { RoundRecord } from '../../rounds/rounds.ts';
import { plain } from '../documents/common.ts';
import { listUnits } from '../facts.ts';
import { readMarked } from '../read-entries.ts';
import { findResult } from '../read-result.ts';
import { readShortfalls } from '../read-shortfalls.ts';
import { getOwnRound, ofRound } from '../use-round.ts';
import { listFollowUps } from './list-follow-ups.ts';
import { type FollowedUnit, type FollowUpDraft, planFollowUps } from './plan-follow-ups.ts';

/** POST /rounds/:round/follow-ups: drafted by class; what is there already is not drafted twice. */
export async function draftFollowUps(
  context: Context<{ round: number }, unknown, unknown>,
): Promise<Page<FollowUp>> {
  const { trx, actor, params, today, note } = context;
  const round = await getOwnRound(trx, actor, params.round, '后续任务的拟定');
  const units = await readUnits(trx, round, today);
  if (units.length === 0) throw problems.conflict('本轮还没有已完成的观摩，不能拟定后续任务。');
  const added = await keep(trx, { round, units, account: actor.account }, planFollowUps(units, today));
  note({ object: `round/${round.id}`, ...ofRound(round), details: { followUps: added } });
  return listFollowUps({ ...context, query: { limit: 50 } });
}

type Followed = FollowedUnit & { path: string };

/** The visited ones, each with its shortfalls, findings and practices. */
async function readUnits(trx: Trx, round: RoundRecord, today: string): Promise<Followed[]> {
  const result = await findResult(trx, round);
  const visited = await trx
    .selectFrom('visit')
    .select('organization')
    .where('county', '=', round.county)
    .where('round', '=', round.id)
    .where('state', '=', 'held')
    .execute();
  const held = new Set(visited.map(({ organization }) => organization));
  const units = (await listUnits(trx, round, { today, result })).filter(({ id }) => held.has(id));
  const standings = await readShortfalls(trx, round, units);
  const marked = await readMarked(trx, round);
  const titles = new Map(round.items.map((item) => [item.code, item.title]));
  return units.map((unit) => {
    const own = marked.filter(({ organization }) => organization === unit.id);
    return {
      id: unit.id,
      name: unit.name,
      path: unit.path,
      parent: unit.path.replace(/\d+\.$/, ''),
      class: unit.class,
      unmet: standings.get(unit.id)?.unmet ?? [],
      met: standings.get(unit.id)?.met ?? new Set(),
      findings: own
        .filter(({ kind }) => kind === 'finding')
        .map(({ item, text }) => ({ item, title: (item && titles.get(item)) || '', text })),
      practices: own.filter(({ kind }) => kind === 'practice').map(({ title }) => plain(title)),
    };
  });
}

async function keep(
  trx: Trx,
  { round, units, account }: { round: RoundRecord; units: readonly Followed[]; account: string },
  drafts: readonly FollowUpDraft[],
): Promise<number> {
  const existing = await trx
    .selectFrom('follow_up')
    .select(['organization', 'way', 'task', 'item'])
    .where('county', '=', round.county)
    .where('round', '=', round.id)
    .execute();
  const keyOf = (one: { organization: number; way: string; item: string | null; task: string }) =>
    // One whole-village task of a kind; of an item's several findings each stands by its words.
    `${one.organization}/${one.way}/${one.way === 'consolidate' || one.way === 'transform' ? '' : `${one.item}/${one.task}`}`;
  const there = new Set(existing.map(keyOf));
  const paths = new Map(units.map(({ id, path }) => [id, path]));
  const fresh = drafts.filter((one) => !there.has(keyOf(one)));
  for (let at = 0; at < fresh.length; at += 500)
    await trx
      .insertInto('follow_up')
      .values(
        fresh.slice(at, at + 500).map(({ organization, way, task, item, partner, dueOn }) => ({
          county: round.county,
          organization,
          path: paths.get(organization) ?? round.path,
          round: round.id,
          way,
          task,
          item,
          partner,
          due_on: dueOn,
          entered_by: account,
        })),
      )
      .execute();
  return fresh.length;
}
