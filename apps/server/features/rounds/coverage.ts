import type { coverageQuery, RoundCoverage } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Trx } from '../../database/door.ts';
import type { Context } from '../../http/route.ts';
import { getPlace, type Place } from '../organizations/get-place.ts';
import { listClasses, type Reach, selectUnits } from './find-units.ts';
import { type PeriodLength, periodNumber, periodsOf } from './periods.ts';

type Unit = Awaited<ReturnType<typeof listUnits>>[number];
interface Seen {
  id: number;
  round: number;
  round_title: string;
  organization: number;
  on: string;
  state: 'planned' | 'held' | 'cancelled';
}

/**
 * GET /rounds/coverage: who was visited when, in the periods of the holder's level; a county sees its townships (each
 * half-year) and their villages (each quarter). A handful of statements, however many villages there are.
 */
export async function getCoverage({
  trx,
  actor,
  query,
  today,
}: Context<unknown, z.output<typeof coverageQuery>, unknown>): Promise<RoundCoverage> {
  const place = await getPlace(trx, query.organization, actor);
  const year = query.year ?? Number(today.slice(0, 4));
  const units = await listUnits(trx, place, today);
  const visits = await listSeen(trx, place, year);
  const ends = await listEnds(trx, place, today);
  const classes = await listClasses(trx, place.path, today);
  const own = Map.groupBy(visits, ({ organization }) => organization);
  return {
    organization: { id: place.id, name: place.name, level: place.level },
    year,
    periods: countPeriods({ place, year, units, visits }),
    units: units.map((unit) => {
      const end = ends.get(unit.id);
      const lastHeld = end?.last_held ?? null;
      return {
        organization: { id: unit.id, name: unit.name },
        class: classes.get(unit.id) ?? null,
        lastHeld,
        next: end?.next ?? null,
        overdue: sayOverdue({ lastHeld, founded: unit.founded_on, length: lengthOf(unit.reach), today }),
        visits: (own.get(unit.id) ?? []).map(({ id, round, on, state }) => ({ id, round, on, state })),
      };
    }),
  };
}

/** What is to be covered below a place; a township before its villages. */
async function listUnits(trx: Trx, place: Place, today: string) {
  const reaches: Reach[] =
    place.level === 'township'
      ? ['villages']
      : place.level === 'county' || place.level === 'city' || place.level === 'province'
        ? ['townships', 'villages']
        : ['branches'];
  const lists = [];
  for (const reach of reaches)
    for (const unit of await selectUnits(trx, { holder: place, reach, day: today })
      .orderBy('o.path')
      .execute())
      lists.push({ ...unit, reach });
  return lists.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

const lengthOf = (reach: Reach): PeriodLength => (reach === 'townships' ? 'half-year' : 'quarter');

const listSeen = async (trx: Trx, { path }: Place, year: number): Promise<Seen[]> => {
  const { rows } = await sql<Seen>`
    select v.id, v.round, r.title as round_title, v.organization, v.planned_on as on, v.state
    from visit v join round r on r.county = v.county and r.id = v.round and r.state <> 'cancelled'
    where v.path >= ${path} and v.path < ${`${path}~`}
      and v.planned_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
    order by v.planned_on, v.id`.execute(trx);
  return rows;
};

/** The last visit that took place and the next that is planned, by organization. */
async function listEnds(
  trx: Trx,
  { path }: Place,
  today: string,
): Promise<Map<number, { last_held: string | null; next: string | null }>> {
  const { rows } = await sql<{ organization: number; last_held: string | null; next: string | null }>`
    select v.organization, max(v.planned_on) filter (where v.state = 'held') as last_held,
      min(v.planned_on) filter (where v.state = 'planned' and v.planned_on >= ${today}::date) as next
    from visit v join round r on r.county = v.county and r.id = v.round and r.state <> 'cancelled'
    where v.path >= ${path} and v.path < ${`${path}~`}
    group by v.organization`.execute(trx);
  return new Map(rows.map((row) => [row.organization, row]));
}

interface Counting {
  place: Place;
  year: number;
  units: readonly Unit[];
  visits: readonly Seen[];
}

function countPeriods({ place, year, units, visits }: Counting): RoundCoverage['periods'] {
  const length = place.level === 'county' || place.level === 'city' ? 'half-year' : 'quarter';
  const known = new Set(units.map(({ id }) => id));
  return periodsOf(year, length).map(({ title, from, until }) => {
    const inside = visits.filter(
      ({ on, organization }) => on >= from && on <= until && known.has(organization),
    );
    const of = (...states: Seen['state'][]): number =>
      new Set(inside.flatMap(({ organization, state }) => (states.includes(state) ? [organization] : [])))
        .size;
    const rounds = new Map(inside.map(({ round, round_title }) => [round, round_title]));
    return {
      title,
      from,
      until,
      units: units.filter(({ founded_on }) => founded_on <= until).length,
      planned: of('planned', 'held'),
      held: of('held'),
      rounds: [...rounds].map(([id, name]) => ({ id, title: name })),
    };
  });
}

/** Whole periods that have passed without a visit; the running one is not over yet. */
export function sayOverdue({
  lastHeld,
  founded,
  length,
  today,
}: {
  lastHeld: string | null;
  founded: string;
  length: PeriodLength;
  today: string;
}): string | null {
  const now = periodNumber(today, length);
  const word = length === 'quarter' ? '个季度' : '个半年';
  if (lastHeld === null) return now - periodNumber(founded, length) >= 1 ? '还没有观摩过' : null;
  const missed = now - periodNumber(lastHeld, length) - 1;
  return missed >= 1 ? `已超过${missed}${word}没有观摩` : null;
}
