import { sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
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
  const { rows } = await sql<{ id: string; late: boolean }>`
    insert into visit_entry (county, id, organization, path, round, session, visit, panelist, account, kind, field, item,
      score, body, clock, device, version, made_at, by_file, sha256, revealed)
    select e.county, e.id, e.organization, e.path, e.round, e.session, e.visit, e.panelist, ${account}, e.kind, e.field,
      e.item, e.score, e.body, e.clock, e.device, e.version, e.made_at, ${byFile}::text, e.sha256, s.state = 'closed'
    from json_to_recordset(${JSON.stringify(put.map(toRow))}::json) as e (county bigint, id uuid, organization bigint,
      path text, round bigint, session bigint, visit bigint, panelist bigint, kind text, field text, item text,
      score numeric, body jsonb, clock bigint, device text, version integer, made_at timestamptz, sha256 text)
    join round_session s on s.county = e.county and s.id = e.session
    order by e.id
    on conflict (county, id) do nothing
    returning id, revealed as late`.execute(trx);
  return new Map(rows.map(({ id, late }) => [id, late]));
}

function toRow({ sent: { entry, sha256 }, seat }: Put) {
  const { id, visit, field, item, body, clock, device, version } = entry;
  const { county, organization, path, round, session, panelist } = seat;
  return {
    ...{ county, id, organization, path, round, session, visit, panelist, kind: body.kind, field, item },
    ...{ score: body.kind === 'score' ? body.score : null, body, clock, device, version, sha256 },
    made_at: keepMoment(entry.madeAt),
  };
}

/** A phone's clock may say anything; what no calendar of ours holds becomes the nearest end of it. */
function keepMoment(madeAt: string): string {
  const moment = Date.parse(madeAt);
  const [first, last] = [Date.UTC(1970, 0, 1), Date.UTC(9999, 0, 1)];
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
