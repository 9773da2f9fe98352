import type { RoundItem, UnitClass } from '@hujian/contract';
import { sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import { judging } from '../../rounds/recusal.ts';

/** A visit at which the panelist has a seat, with its round, its session and who is visited. */
export interface PackVisit {
  id: number;
  county: number;
  round: number;
  planned_on: string;
  route: number;
  turn: number;
  session: number;
  session_title: string;
  session_closed: boolean;
  organization: number;
  path: string;
  parent_path: string;
  name: string;
  latitude: number | null;
  longitude: number | null;
  class: UnitClass | null;
  panelist: number;
  judges: boolean;
}

export interface PackRound {
  id: number;
  county: number;
  title: string;
  holder: string;
  theme: string;
  version: number;
  edition: string;
  revision: string;
  items: RoundItem[];
  state: string;
}

/** Visits of the last so many days stay on the phone. */
const daysBack = 30;

/** The account's seats in published rounds. Found by the account alone, so only for the program's own role. */
export async function findVisits(trx: Trx, account: string, today: string): Promise<PackVisit[]> {
  const { rows } = await sql<PackVisit>`
    select v.id, v.county, v.round, v.planned_on, v.route, v.turn, v.session, se.title as session_title,
      se.state = 'closed' as session_closed, v.organization, o.path, o.name, o.latitude, o.longitude, u.class,
      p.id as panelist, p.part = any (${[...judging]}::text[]) as judges, regexp_replace(o.path, '[0-9]+\\.$', '') as parent_path
    from round_panelist p
    join visit_seat s on s.county = p.county and s.panelist = p.id
    join visit v on v.county = s.county and v.id = s.visit and v.state <> 'cancelled'
    join round r on r.county = v.county and r.id = v.round and r.state = 'published'
    join round_session se on se.county = v.county and se.id = v.session
    join organization o on o.county = v.county and o.id = v.organization
    left join round_unit u on u.county = v.county and u.round = v.round and u.organization = v.organization
    where p.account = ${account} and p.withdrawn_at is null and v.planned_on >= ${today}::date - ${daysBack}::integer
    order by v.planned_on, v.route, v.turn, v.id`.execute(trx);
  return rows;
}

export async function findRounds(trx: Trx, visits: readonly PackVisit[]): Promise<PackRound[]> {
  if (visits.length === 0) return [];
  return trx
    .selectFrom('round as r')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 'r.county').onRef('o.id', '=', 'r.organization'),
    )
    .select([
      'r.id',
      'r.county',
      'r.title',
      'r.theme',
      'r.version',
      'r.edition',
      'r.revision',
      'r.items',
      'r.state',
    ])
    .select('o.name as holder')
    .where('r.county', 'in', [...new Set(visits.map(({ county }) => county))])
    .where('r.id', 'in', [...new Set(visits.map(({ round }) => round))])
    .orderBy('r.id')
    .execute();
}

/** Who else sits at each visit. */
export async function findColleagues(
  trx: Trx,
  visits: readonly PackVisit[],
  account: string,
): Promise<Map<number, string[]>> {
  if (visits.length === 0) return new Map();
  const rows = await trx
    .selectFrom('visit_seat as s')
    .innerJoin('round_panelist as p', (join) =>
      join.onRef('p.county', '=', 's.county').onRef('p.id', '=', 's.panelist'),
    )
    .select(['s.visit', 'p.name'])
    .where('s.county', 'in', [...new Set(visits.map(({ county }) => county))])
    .where(
      's.visit',
      'in',
      visits.map(({ id }) => id),
    )
    .where('p.withdrawn_at', 'is', null)
    .where((where) => where.or([where('p.account', 'is', null), where('p.account', '<>', account)]))
    .orderBy('s.id')
    .execute();
  const groups = Map.groupBy(rows, ({ visit }) => visit);
  return new Map([...groups].map(([visit, own]) => [visit, own.map(({ name }) => name)]));
}
