import { sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import { judging } from '../../rounds/recusal.ts';
import { selectInForce } from '../entries-in-force.ts';
import { type EntryInForce, type Sheet, tallySheets } from './tally-sheets.ts';

export interface SeatOfVisit {
  visit: number;
  session: number;
  organization: number;
  name: string;
  panelist: number;
}

/** The seats with a sheet, of sessions' visits that are not cancelled, of panelists who are still there and judge. */
export async function listSeats(
  trx: Trx,
  { county, sessions }: { county: number; sessions: readonly number[] },
): Promise<SeatOfVisit[]> {
  if (sessions.length === 0) return [];
  const { rows } = await sql<SeatOfVisit>`
    select v.id as visit, v.session, v.organization, o.name, s.panelist
    from visit v
    join organization o on o.county = v.county and o.id = v.organization
    join visit_seat s on s.county = v.county and s.visit = v.id
    join round_panelist p on p.county = s.county and p.id = s.panelist and p.withdrawn_at is null
      and p.part = any (${[...judging]}::text[])
    where v.county = ${county} and v.session = any (${[...sessions]}::bigint[]) and v.state <> 'cancelled'
    order by v.route, v.turn, v.id, s.id`.execute(trx);
  return rows;
}

/**
 * The sheets behind some seats, by '<visit>/<panelist>', of the entries in force; what came in after the session was
 * closed is not among them.
 */
export async function readSheets(
  trx: Trx,
  county: number,
  seats: readonly Pick<SeatOfVisit, 'visit'>[],
): Promise<Map<string, Sheet>> {
  if (seats.length === 0) return new Map();
  const visits = [...new Set(seats.map(({ visit }) => visit))];
  const inTime = sql`not exists (select from round_session s
    where s.county = e.county and s.id = e.session and e.received_at > s.closed_at)`;
  const { rows } = await sql<EntryInForce>`
    select visit, panelist, kind, item, score, clock,
      case when kind in ('submit', 'finding', 'practice') then body end as body
    from (${selectInForce(sql`e.county = ${county} and e.visit = any (${visits}::bigint[])
      and e.kind in ('score', 'submit', 'finding', 'practice') and ${inTime}`)}) in_force`.execute(trx);
  return tallySheets(rows);
}
