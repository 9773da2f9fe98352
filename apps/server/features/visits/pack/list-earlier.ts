import type { RatingPack } from '@hujian/contract';
import { sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import { selectCounted, stands } from '../entries-in-force.ts';
import type { PackVisit } from './find-visits.ts';

type Earlier = RatingPack['visits'][number]['earlier'][number];

/** So many of each organization, the latest first. */
const most = 20;

/** What earlier rounds found at the visited organizations, once it was open to all: one statement. */
export async function listEarlier(trx: Trx, visits: readonly PackVisit[]): Promise<Map<number, Earlier[]>> {
  if (visits.length === 0) return new Map();
  const { rows } = await sql<Earlier & { organization: number }>`
    select organization, planned_on as "on", kind, text from (
      select f.organization, v.planned_on, f.kind,
        concat_ws('：', f.body ->> 'title', f.body ->> 'text') as text,
        row_number() over (partition by f.organization order by v.planned_on desc, f.id) as place
      from (${selectCounted(sql`e.path = any (${visits.map(({ path }) => path)}::text[])
        and e.kind in ('finding', 'practice') and e.round <> all (${visits.map(({ round }) => round)}::bigint[])`)}) f
      join visit v on v.county = f.county and v.id = f.visit
      where ${stands(sql`f.body`)}) ranked
    where place <= ${most} order by planned_on desc, place`.execute(trx);
  return Map.groupBy(rows, ({ organization }) => organization);
}
