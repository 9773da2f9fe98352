import { jointScores } from '@hujian/panel';
import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';
import { followSoon } from '../standings/follow-records.ts';
import { ofRound, selectCounted, selectHandedIn } from './entries-in-force.ts';

interface ScoreRow {
  panelist: number;
  organization: number;
  home: number | null;
  item: string;
  score: number;
}

interface RatingRow {
  organization: number;
  look: string;
  score: number;
  panelists: number;
}

/**
 * The joint score of each visited organization and item of a round whose sessions are all closed, as a rating record:
 * recorded once, standings follow. Done again it adds nothing. In the transaction of whoever closes the round, who sees
 * the sheets because they are revealed.
 * @returns how many records were written
 */
export async function writeJointScores(
  trx: Trx,
  { county, round, account = '' }: { county: number; round: number; account?: string },
): Promise<number> {
  const held = await trx
    .selectFrom('round as r')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 'r.county').onRef('o.id', '=', 'r.organization'),
    )
    .select(['r.items', 'o.id', 'o.county', 'o.path', 'o.name', 'o.level'])
    .select(sql<string>`current_date`.as('today'))
    .where('r.county', '=', county)
    .where('r.id', '=', round)
    .executeTakeFirstOrThrow();
  const looks = new Map(held.items.map(({ code, look }) => [code, look]));
  const scores = (await listScores(trx, { county, round })).filter(({ item }) => looks.has(item));
  const rows = jointScores({
    scale: [0, 100],
    ratings: scores.map(({ panelist, organization, home, item, score }) => ({
      panelist: String(panelist),
      unit: String(organization),
      item,
      score,
      ...(home === null ? {} : { home: String(home) }),
    })),
  }).map(
    ({ unit, item, score, panelists }): RatingRow => ({
      organization: Number(unit),
      look: looks.get(item) ?? '',
      score,
      panelists,
    }),
  );
  const written = await insertRatings(trx, { county, round, account }, rows);
  const units = [...new Set(written.flatMap(({ unit }) => unit ?? []))];
  await followSoon(trx, { county, scope: held, account }, units, held.today);
  return written.length;
}

/** The scores in force of the sheets that were handed in in time. */
async function listScores(
  trx: Trx,
  { county, round }: { county: number; round: number },
): Promise<ScoreRow[]> {
  const { rows } = await sql<ScoreRow>`
    with in_force as (
      ${selectCounted(sql`${ofRound({ county, id: round })} and e.kind in ('score', 'submit')`)}),
    handed_in as (${selectHandedIn(sql`in_force`)})
    select f.panelist, f.organization, p.home, f.item, f.score
    from in_force f
    join handed_in using (visit, panelist)
    join round_panelist p on p.county = ${county} and p.id = f.panelist
    where f.kind = 'score' and f.score is not null and f.item is not null`.execute(trx);
  return rows;
}

/** All records in one statement, dated by the visit; one that stands already stays as it is. */
async function insertRatings(
  trx: Trx,
  { county, round, account }: { county: number; round: number; account: string },
  ratings: readonly RatingRow[],
): Promise<{ unit: number | null }[]> {
  if (ratings.length === 0) return [];
  const { rows } = await sql<{ organization: number }>`
    insert into rating (county, organization, path, look, rated_on, score, panelists, source, source_key, entered_by)
    select o.county, o.id, o.path, r.look, least(v.planned_on, current_date), r.score, r.panelists,
      ${`round/${round}`}, ${`round/${round}/`} || r.look, ${account}
    from json_to_recordset(${JSON.stringify(ratings)}::json)
      as r (organization bigint, look text, score numeric, panelists integer)
    join organization o on o.county = ${county} and o.id = r.organization
    join visit v on v.county = o.county and v.organization = o.id and v.round = ${round} and v.state <> 'cancelled'
    on conflict (county, organization, source_key) where withdrawn_at is null do nothing
    returning organization`.execute(trx);
  if (rows.length === 0) return [];
  const units = await trx
    .selectFrom('organization')
    .select(['id', 'unit'])
    .where('county', '=', county)
    .where('id', 'in', [...new Set(rows.map(({ organization }) => organization))])
    .execute();
  const unitOf = new Map(units.map(({ id, unit }) => [id, unit]));
  return rows.map(({ organization }) => ({ unit: unitOf.get(organization) ?? null }));
}
