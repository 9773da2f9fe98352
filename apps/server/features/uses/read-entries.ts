import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';
import type { RoundRecord } from '../rounds/rounds.ts';
import { ofRound, selectCounted, selectHandedIn, stands } from '../visits/entries-in-force.ts';

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

/** Of one visit: sheets that are in, of how many. */
export interface Sheets {
  in: number;
  of: number;
}

/** Findings and practices of closed sessions that were put down in time, by the visited organization's code. */
export async function readMarked(trx: Trx, round: RoundRecord): Promise<Marked[]> {
  const { rows } = await sql<Marked>`
    select f.kind, f.organization, o.name, f.item, coalesce(f.body ->> 'title', '') as title,
           coalesce(f.body ->> 'text', '') as text, f.body ->> 'severity' as severity
    from (${selectCounted(sql`${ofRound(round)} and e.kind in ('finding', 'practice')`)}) f
    join organization o on o.county = ${round.county} and o.id = f.organization
    where ${stands(sql`f.body`)}
    order by o.code collate "C", o.id, f.item nulls last, f.visit, f.panelist, f.field`.execute(trx);
  return rows.map((row) => ({ ...row, organization: Number(row.organization) }));
}

/** Sheets in and out of each visit that was not called off, of panelists who are still there. */
export async function readSheets(trx: Trx, round: RoundRecord): Promise<Map<number, Sheets>> {
  const { rows } = await sql<{ visit: number; in: number; of: number }>`
    with in_force as (${selectCounted(sql`${ofRound(round)} and e.kind in ('score', 'submit')`)}),
      handed_in as (${selectHandedIn(sql`in_force`)})
    select v.id as visit, count(h.panelist)::int as in, count(*)::int as of
    from visit v
    join visit_seat t on t.county = v.county and t.visit = v.id
    join round_panelist p on p.county = t.county and p.id = t.panelist and p.withdrawn_at is null
    left join handed_in h on h.visit = v.id and h.panelist = t.panelist
    where v.county = ${round.county} and v.round = ${round.id} and v.state <> 'cancelled'
    group by v.id`.execute(trx);
  return new Map(rows.map(({ visit, ...sheets }) => [Number(visit), sheets]));
}
