import { type RawBuilder, sql } from 'kysely';
import { judging } from '../rounds/recusal.ts';

const columns = sql`e.id, e.county, e.organization, e.round, e.visit, e.panelist, e.kind, e.field, e.item, e.score, e.body, e.clock,
  e.made_at, e.received_at`;

/** Of several entries for one field of a sheet the highest clock is in force, then the greater device, then the greater id. */
const first = sql`e.visit, e.panelist, e.field, e.clock desc, e.device collate "C" desc, e.id desc`;

/** One entry for each field of each sheet, of entries called e: `of` says which, rounds and kinds. */
export const selectInForce = (of: RawBuilder<unknown>) => sql`
  select distinct on (e.visit, e.panelist, e.field) ${columns} from visit_entry e where ${of} order by ${first}`;

/**
 * The same of those that count: of visits that were held, by who still sits there (scores by who judges), received before
 * their session was closed.
 */
export const selectCounted = (of: RawBuilder<unknown>) => sql`
  select distinct on (e.visit, e.panelist, e.field) ${columns}
  from visit_entry e
  join visit v on v.county = e.county and v.id = e.visit and v.state = 'held'
  join visit_seat t on t.county = e.county and t.visit = e.visit and t.panelist = e.panelist
  join round_panelist p on p.county = e.county and p.id = e.panelist and p.withdrawn_at is null
    and (e.kind not in ('score', 'submit') or p.part = any (${[...judging]}::text[]))
  join round_session s on s.county = e.county and s.id = e.session
  where e.revealed and e.received_at <= s.closed_at and ${of}
  order by ${first}`;

/** Sheets that were handed in and not taken back by a later score, of entries in force that hold all scores and submits. */
export const selectHandedIn = (inForce: RawBuilder<unknown>) => sql`
  select visit, panelist from ${inForce} group by visit, panelist
  having max(clock) filter (where kind = 'submit' and (body ->> 'done')::boolean)
    >= coalesce(max(clock) filter (where kind = 'score'), 0)`;

/** What was taken back says nothing any more. */
export const stands = (body: RawBuilder<unknown>) =>
  sql<boolean>`coalesce(${body} ->> 'gone', 'false') <> 'true'`;

/** The entries of a round. */
export const ofRound = ({ county, id }: { county: number; id: number }) =>
  sql`e.county = ${county} and e.round = ${id}`;
