import { sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import { keptMark } from '../../../database/keep-statements.ts';
import type { SentEntry } from './check-entry.ts';
import type { Seat } from './find-seats.ts';

interface Put {
  sent: SentEntry;
  seat: Seat;
}

/**
 * The whole batch in one statement. In the order of the ids: two batches that hold the same entries then wait for each
 * other instead of locking each other out.
 * @returns the ids that were not there before, each with whether its session was closed already
 */
export async function insertEntries(
  trx: Trx,
  { account, byFile }: { account: string; byFile: string | null },
  put: readonly Put[],
): Promise<Map<string, boolean>> {
  if (put.length === 0) return new Map();
  const { rows } = await sql<Inserted>`${sql.raw(keptMark)}
    with put as (
      insert into visit_entry (county, id, organization, path, round, session, visit, panelist, account, kind, field, item,
        score, body, clock, device, version, made_at, by_file, sha256, revealed)
      select e.county, e.id, e.organization, e.path, e.round, e.session, e.visit, e.panelist, ${account}, e.kind, e.field,
        e.item, e.score, e.body, e.clock, e.device, e.version, e.made_at, ${byFile}::text, e.sha256, s.state = 'closed'
      from (select w.county, e.id, w.organization, w.path, w.round, w.session, e.visit, w.panelist, e.body ->> 'kind' as kind,
          e.field, e.item, (e.body ->> 'score')::numeric as score, e.body, e.clock, e.device, e.version, e.made_at, e.sha256
        from json_to_recordset(${JSON.stringify(put.map(toRow))}::json) as e (id uuid, visit bigint, field text, item text,
          body jsonb, clock bigint, device text, version integer, made_at timestamptz, sha256 text)
        join json_to_recordset(${JSON.stringify(seatsOf(put))}::json) as w (visit bigint, county bigint,
          organization bigint, path text, round bigint, session bigint, panelist bigint) on w.visit = e.visit) e
      join round_session s on s.county = e.county and s.id = e.session
      order by e.id
      on conflict (county, id) do nothing
      returning id, revealed)
    select coalesce(json_agg(id) filter (where revealed), '[]') as late,
      case when count(*) < ${put.length}::integer then coalesce(json_agg(id), '[]') end as ids
    from put`.execute(trx);
  const { late = [], ids = null } = rows[0] ?? {};
  const isLate = new Set(late);
  const added = ids ?? put.map(({ sent }) => sent.entry.id);
  return new Map(added.map((id) => [id, isLate.has(id)]));
}

/** All of them were new, as nearly always: then `ids` says nothing, and nothing has to be read. */
interface Inserted {
  late: string[];
  ids: string[] | null;
}

/** A batch is of few visits: what they share is sent once. */
function seatsOf(put: readonly Put[]) {
  const seats = new Map(put.map(({ seat }) => [seat.visit, seat]));
  return [...seats.values()].map(({ visit, county, organization, path, round, session, panelist }) => ({
    ...{ visit, county, organization, path, round, session, panelist },
  }));
}

function toRow({ sent: { entry, sha256 } }: Put) {
  const { id, visit, field, item, body, clock, device, version } = entry;
  return { id, visit, field, item, body, clock, device, version, made_at: keepMoment(entry.madeAt), sha256 };
}

const [first, last] = [Date.UTC(1970, 0, 1), Date.UTC(9999, 0, 1)];
const [firstText, lastText] = [new Date(first).toISOString(), new Date(last).toISOString()];

/** A phone's clock may say anything; what no calendar of ours holds becomes the nearest end of it. */
function keepMoment(madeAt: string): string {
  // What the schema lets through in this form is a moment, and its letters are in the order of time.
  if (madeAt.endsWith('Z') && madeAt >= firstText && madeAt < lastText) return madeAt;
  const moment = Date.parse(madeAt);
  return new Date(Math.min(last, Math.max(first, Number.isNaN(moment) ? first : moment))).toISOString();
}

/** Entries of an account that were there before, by their ids. */
export async function findKept(
  trx: Trx,
  account: string,
  wanted: readonly { county: number; id: string }[],
): Promise<Map<string, { sha256: string; late: boolean }>> {
  if (wanted.length === 0) return new Map();
  const rows = await trx
    .selectFrom('visit_entry as e')
    .innerJoin('round_session as s', (join) =>
      join.onRef('s.county', '=', 'e.county').onRef('s.id', '=', 'e.session'),
    )
    .select(['e.id', 'e.sha256'])
    .select(sql<boolean>`coalesce(e.received_at > s.closed_at, false)`.as('late'))
    .where('e.county', 'in', [...new Set(wanted.map(({ county }) => county))])
    .where('e.id', '=', sql<string>`any (${wanted.map(({ id }) => id)}::uuid[])`)
    .where('e.account', '=', account)
    .execute();
  return new Map(rows.map(({ id, sha256, late }) => [id, { sha256, late }]));
}
