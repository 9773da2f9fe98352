import type { PlannedVisit } from '@hujian/contract';
import { sql } from 'kysely';
import { asSystemWithin, type Trx } from '../../database/door.ts';
import { judges, mustRecuse } from './recusal.ts';
import type { RoundRecord } from './rounds.ts';

/** Visits of a round by day, route and turn, as far as the actor may see them. */
export const selectVisits = (trx: Trx, round: Pick<RoundRecord, 'county' | 'id'>) =>
  trx
    .selectFrom('visit as v')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 'v.county').onRef('o.id', '=', 'v.organization'),
    )
    .innerJoin('round_session as s', (join) =>
      join.onRef('s.county', '=', 'v.county').onRef('s.id', '=', 'v.session'),
    )
    .leftJoin('round_unit as u', (join) =>
      join
        .onRef('u.county', '=', 'v.county')
        .onRef('u.round', '=', 'v.round')
        .onRef('u.organization', '=', 'v.organization'),
    )
    .select(['v.county', 'v.id', 'v.path', 'v.planned_on', 'v.route', 'v.turn', 'v.state', 'v.reason'])
    .select(['o.id as organization', 'o.name', 'u.class', 's.id as session', 's.title as session_title'])
    .select('s.state as session_state')
    .where('v.county', '=', round.county)
    .where('v.round', '=', round.id)
    .orderBy('v.planned_on')
    .orderBy('v.route')
    .orderBy('v.turn')
    .orderBy('v.id');
export type VisitRecord = Awaited<ReturnType<ReturnType<typeof selectVisits>['execute']>>[number];

/** Who sits in these visits and where they come from. As the system: the plan names them to everybody it concerns. */
export function readSeats(trx: Trx, round: Pick<RoundRecord, 'county'>, visits: readonly number[]) {
  if (visits.length === 0) return Promise.resolve([]);
  return asSystemWithin(trx, 'the plan names those who come, wherever they come from', () =>
    trx
      .selectFrom('visit_seat as s')
      .innerJoin('round_panelist as p', (join) =>
        join.onRef('p.county', '=', 's.county').onRef('p.id', '=', 's.panelist'),
      )
      .leftJoin('organization as h', (join) =>
        join.onRef('h.county', '=', 'p.county').onRef('h.id', '=', 'p.home'),
      )
      .select(['s.visit', 's.panelist', 's.reason', 'p.name', 'p.part', 'p.unavailable', 'h.path as home'])
      .where('s.county', '=', round.county)
      .where('s.visit', 'in', [...visits])
      .orderBy('s.id')
      .execute(),
  );
}
type SeatRecord = Awaited<ReturnType<typeof readSeats>>[number];

/** How many visits each panelist makes on each day: '<panelist> <day>' → count. */
async function countDays(trx: Trx, round: Pick<RoundRecord, 'county' | 'id'>): Promise<Map<string, number>> {
  const { rows } = await asSystemWithin(trx, 'a panelist’s day is told where it is too long', () =>
    sql<{ panelist: number; day: string; visits: number }>`
        select s.panelist, v.planned_on as day, count(*)::int as visits
        from visit v join visit_seat s on s.county = v.county and s.visit = v.id
        where v.county = ${round.county} and v.round = ${round.id} and v.state <> 'cancelled'
        group by s.panelist, v.planned_on`.execute(trx),
  );
  return new Map(rows.map(({ panelist, day, visits }) => [`${panelist} ${day}`, visits]));
}

const listWarnings = (
  visit: VisitRecord,
  seats: readonly SeatRecord[],
  { perDay, days }: { perDay: number; days: ReadonlyMap<string, number> },
): string[] => {
  if (visit.state === 'cancelled') return [];
  const judging = seats.filter(({ part }) => judges(part));
  return [
    ...(judging.length < 3
      ? [`只有${judging.length}名评议人，不足3名，结果分不清是谁评得严、谁干得好。`]
      : []),
    ...seats
      .filter(({ home }) => mustRecuse(home, visit.path))
      .map(({ name }) => `${name}来自本单位或它的上下级，应当回避。`),
    ...seats
      .filter(({ unavailable }) => unavailable.includes(visit.planned_on))
      .map(({ name }) => `${name}${visit.planned_on}不能参加。`),
    ...seats
      .filter(({ panelist }) => (days.get(`${panelist} ${visit.planned_on}`) ?? 0) > perDay)
      .map(({ name }) => `${name}当天的观摩超过${perDay}处。`),
  ];
};

/** Visits with seats and what is wrong with them, in words. */
export async function presentVisits(
  trx: Trx,
  round: RoundRecord,
  visits: readonly VisitRecord[],
): Promise<PlannedVisit[]> {
  const seats = Map.groupBy(
    await readSeats(
      trx,
      round,
      visits.map(({ id }) => id),
    ),
    ({ visit }) => visit,
  );
  const days = await countDays(trx, round);
  return visits.map((visit) => {
    const own = seats.get(visit.id) ?? [];
    return {
      id: visit.id,
      organization: { id: visit.organization, name: visit.name, class: visit.class },
      session: { id: visit.session, title: visit.session_title },
      on: visit.planned_on,
      route: visit.route,
      turn: visit.turn,
      state: visit.state,
      reason: visit.reason,
      seats: own.map(({ panelist, name, part, reason }) => ({ panelist, name, part, reason })),
      warnings: listWarnings(visit, own, { perDay: round.setting.perDay, days }),
    };
  });
}
