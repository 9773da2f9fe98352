import type { PlannedVisit, visitChangeBody } from '@hujian/contract';
import type * as z from 'zod';
import { asSystemWithin, type Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { findSession } from './find-session.ts';
import { readPanelists } from './list-panelists.ts';
import { presentVisits, readSeats, selectVisits, type VisitRecord } from './read-visits.ts';
import { mustRecuse } from './recusal.ts';
import {
  getManaged,
  noteOf,
  type RoundRecord,
  refuse,
  requireRunning,
  tellChange,
  writeRound,
} from './rounds.ts';

type Body = z.output<typeof visitChangeBody>;
interface Params {
  round: number;
  visit: number;
}

/** POST /rounds/:round/visits/:visit: moves a visit, changes who sits in it, or cancels it, with the reason. */
export async function changeVisit(context: Context<Params, unknown, Body>): Promise<PlannedVisit> {
  const { trx, params, body, actor, note } = context;
  const round = await getManaged(trx, actor, { round: params.round });
  requireRunning(round, '调整观摩');
  const visit = await getVisit(trx, round, params.visit);
  requireOpen(visit);
  const done = body.cancel
    ? await cancel(trx, round, { visit, reason: body.reason })
    : [...(await move(trx, round, { visit, body })), ...(await reseat(trx, round, { visit, body }))];
  if (done.length === 0) throw refuse('reason', '没有写要改什么：请选择新的日期、路线、次序或人员，或取消。');
  const what = `${visit.name}：${done.join('，')}`;
  if (round.state === 'published')
    await tellChange(trx, round, { what, reason: body.reason, by: actor.account });
  await writeRound(trx, round);
  note({ ...noteOf(round, { visit: visit.id, what, reason: body.reason }) });
  const [shown] = await presentVisits(trx, round, [await getVisit(trx, round, visit.id)]);
  if (!shown) throw problems.notFound('这次观摩');
  return shown;
}

async function getVisit(trx: Trx, round: RoundRecord, id: number): Promise<VisitRecord> {
  const visit = await selectVisits(trx, round).where('v.id', '=', id).executeTakeFirst();
  if (!visit) throw problems.notFound('这次观摩');
  return visit;
}

function requireOpen(visit: VisitRecord): void {
  if (visit.session_state === 'closed') throw problems.conflict('这次观摩的评议会已经结束，不能再调整。');
  if (visit.state === 'held') throw problems.conflict('这次观摩已经进行，不能再调整。');
  if (visit.state === 'cancelled') throw problems.conflict('这次观摩已经取消，不能再调整。');
}

interface Changing {
  visit: VisitRecord;
  body: Body;
}

async function cancel(
  trx: Trx,
  round: RoundRecord,
  { visit, reason }: { visit: VisitRecord; reason: string },
): Promise<string[]> {
  const rated = await listRated(trx, visit);
  if (rated.size > 0) throw problems.conflict('这次观摩已经有人评议，不能取消。');
  await trx
    .updateTable('visit')
    .set({ state: 'cancelled', reason })
    .where('county', '=', round.county)
    .where('id', '=', visit.id)
    .execute();
  return ['取消观摩'];
}

async function move(trx: Trx, round: RoundRecord, { visit, body }: Changing): Promise<string[]> {
  const on = body.on ?? visit.planned_on;
  const route = body.route ?? visit.route;
  const turn = body.turn ?? visit.turn;
  if (on === visit.planned_on && route === visit.route && turn === visit.turn) return [];
  if (on < round.period_from || on > round.period_until)
    throw refuse('on', `观摩日期应在本轮活动周期（${round.period_from}至${round.period_until}）内。`);
  const moved = on !== visit.planned_on;
  // What was put down belongs to the meeting that it was put down for.
  if (moved && (await listRated(trx, visit)).size > 0)
    throw problems.conflict('这次观摩已经有人评议，不能改日期；可只换还没有评议的人员。');
  const session = moved ? await findSession(trx, round, on) : visit.session;
  await trx
    .updateTable('visit')
    .set({ planned_on: on, route, turn, session, reason: body.reason })
    .where('county', '=', round.county)
    .where('id', '=', visit.id)
    .execute();
  return [moved ? `从${visit.planned_on}改到${on}` : '', `第${route}路第${turn}处`].filter(Boolean);
}

async function reseat(trx: Trx, round: RoundRecord, { visit, body }: Changing): Promise<string[]> {
  const asked = body.panelists && [...new Set(body.panelists)];
  if (!asked) return [];
  const known = new Map((await readPanelists(trx, round)).map((one) => [one.id, one]));
  const wanted = asked.map((id) => {
    const one = known.get(id);
    if (!one) throw refuse('panelists', '有的观摩人员不在本轮名单里，请先加入名单。');
    if (mustRecuse(one.home_path, visit.path))
      throw refuse(
        'panelists',
        `${one.name}来自${one.home_name ?? '有关单位'}，是${visit.name}本身或它的上下级，应当回避，请换人。`,
      );
    return one;
  });
  const seats = await readSeats(trx, round, [visit.id]);
  const gone = seats.filter(({ panelist }) => !asked.includes(panelist));
  const fresh = wanted.filter(({ id }) => !seats.some(({ panelist }) => panelist === id));
  if (gone.length === 0 && fresh.length === 0) return [];
  const rated = await listRated(trx, visit);
  const busy = gone.filter(({ panelist }) => rated.has(panelist));
  if (busy.length > 0)
    throw problems.conflict(`${busy.map(({ name }) => name).join('、')}已经在这里评议，不能换下。`);
  await writeSeats(trx, { visit, gone: gone.map(({ panelist }) => panelist), fresh, reason: body.reason });
  return [
    ...(fresh.length > 0 ? [`加入${fresh.map(({ name }) => name).join('、')}`] : []),
    ...(gone.length > 0 ? [`换下${gone.map(({ name }) => name).join('、')}`] : []),
  ];
}

async function writeSeats(
  trx: Trx,
  of: {
    visit: VisitRecord;
    gone: number[];
    fresh: { id: number; account: string | null }[];
    reason: string;
  },
): Promise<void> {
  const { visit, gone, fresh, reason } = of;
  if (gone.length > 0)
    await trx
      .deleteFrom('visit_seat')
      .where('county', '=', visit.county)
      .where('visit', '=', visit.id)
      .where('panelist', 'in', gone)
      .execute();
  if (fresh.length > 0)
    await trx
      .insertInto('visit_seat')
      .values(
        fresh.map(({ id, account }) => ({
          county: visit.county,
          organization: visit.organization,
          path: visit.path,
          visit: visit.id,
          panelist: id,
          account,
          reason,
        })),
      )
      .execute();
}

/** Who has put something down for this visit; what it is stays hidden. */
async function listRated(trx: Trx, visit: VisitRecord): Promise<Set<number>> {
  const rows = await asSystemWithin(trx, 'a visit that was judged is not moved under the judges', () =>
    trx
      .selectFrom('visit_entry')
      .select('panelist')
      .distinct()
      .where('county', '=', visit.county)
      .where('visit', '=', visit.id)
      .execute(),
  );
  return new Set(rows.map(({ panelist }) => panelist));
}
