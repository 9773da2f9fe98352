import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';
import type { RoundRecord } from '../rounds/rounds.ts';

/** A finding or a practice that was marked on the spot and not taken back. */
export interface Marked {
  kind: 'finding' | 'practice';
  organization: number;
  name: string;
  /** The round's item code it belongs to, if it was said. */
  item: string | null;
  title: string;
  text: string;
  severity: 'light' | 'plain' | 'grave' | null;
}

export interface Sheets {
  in: number;
  of: number;
  /** Of the sheets' means; null below three sheets. */
  median: number | null;
}

/** What counts of several entries for one field: the highest clock, then the greater device, then the id. */
const inForce = (round: RoundRecord) => sql`
  select distinct on (visit, panelist, field) visit, panelist, organization, kind, field, item, score, body, clock
  from visit_entry where county = ${round.county} and round = ${round.id} and revealed
  order by visit, panelist, field, clock desc, device collate "C" desc, id desc`;

/** Findings and practices of closed sessions, by the visited organization's code. */
export async function readMarked(trx: Trx, round: RoundRecord): Promise<Marked[]> {
  const { rows } = await sql<Marked>`
    with said as (${inForce(round)})
    select s.kind, s.organization, o.name, s.item, coalesce(s.body->>'title', '') as title,
           coalesce(s.body->>'text', '') as text, s.body->>'severity' as severity
    from said s join organization o on o.county = ${round.county} and o.id = s.organization
    where s.kind in ('finding', 'practice') and coalesce(s.body->>'gone', 'false') <> 'true'
    order by o.code collate "C", o.id, s.item nulls last, s.visit, s.panelist, s.field`.execute(trx);
  return rows.map((row) => ({ ...row, organization: Number(row.organization) }));
}

/** Sheets in and out of each visit, and the median of their means where three are in. */
export async function readSheets(trx: Trx, round: RoundRecord): Promise<Map<number, Sheets>> {
  const { rows } = await sql<{ visit: number; in: number; of: number; median: number | null }>`
    with said as (${inForce(round)}),
    sheet as (
      select visit, panelist, avg(score) as mean from said group by visit, panelist
      having max(clock) filter (where kind = 'submit' and body->>'done' = 'true')
        >= coalesce(max(clock) filter (where kind = 'score'), 0)
    )
    select v.id as visit, count(sheet.panelist)::int as in, count(*)::int as of,
      case when count(sheet.panelist) >= 3
        then percentile_cont(0.5) within group (order by sheet.mean)::float8 end as median
    from visit v
    join visit_seat t on t.county = v.county and t.visit = v.id
    left join sheet on sheet.visit = v.id and sheet.panelist = t.panelist
    where v.county = ${round.county} and v.round = ${round.id}
    group by v.id`.execute(trx);
  return new Map(rows.map(({ visit, ...sheets }) => [Number(visit), sheets]));
}
