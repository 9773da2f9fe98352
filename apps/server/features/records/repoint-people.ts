import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';

const activityColumns = sql.raw(
  `kind, title, happened_on, place, theme, tags, stages, way, party_group, grade, concentrated, hours, due_count,
   attended_count, complete, batch, entered_by`,
);

/**
 * Rows of persons were corrected (withdrawn and entered anew under new ids): everything that points at the old rows is
 * withdrawn and entered anew too, so that any earlier moment is still told by the rows of that moment.
 * Six statements, whatever the number of persons. Needs the right to write where the pointing rows lie.
 */
export async function repointPeople(
  trx: Trx,
  county: number,
  pairs: readonly { from: number; to: number }[],
): Promise<void> {
  if (pairs.length === 0) return;
  const from = pairs.map((pair) => pair.from);
  const to = pairs.map((pair) => pair.to);
  const pair = sql`unnest(${from}::bigint[], ${to}::bigint[]) as pair (old, new)`;
  await repointSeats(trx, county, from, pair);
  await repointHosts(trx, county, from, pair);
  await sql`
    with old as (
      update attendance set withdrawn_at = clock_timestamp()
      where county = ${county} and person = any (${from}::bigint[]) and withdrawn_at is null returning *)
    insert into attendance (county, activity, person, organization, path, happened_on, kind, grade, concentrated, hours, batch)
    select o.county, o.activity, pair.new, o.organization, o.path, o.happened_on, o.kind, o.grade, o.concentrated, o.hours, o.batch
    from old o join ${pair} on pair.old = o.person`.execute(trx);
}

async function repointSeats(
  trx: Trx,
  county: number,
  from: number[],
  pair: ReturnType<typeof sql>,
): Promise<void> {
  // Two statements each: the new row has the old one's key, which is free only once the old one is withdrawn.
  const { rows } = await sql<{ id: number }>`
    update seat set withdrawn_at = clock_timestamp()
    where county = ${county} and person = any (${from}::bigint[]) and withdrawn_at is null returning id`.execute(
    trx,
  );
  await sql`
    insert into seat (county, organization, path, person, post, held_from, held_until, source_key, batch, entered_by)
    select s.county, s.organization, s.path, pair.new, s.post, s.held_from, s.held_until, s.source_key, s.batch, s.entered_by
    from seat s join ${pair} on pair.old = s.person
    where s.county = ${county} and s.id = any (${rows.map((row) => row.id)}::bigint[])`.execute(trx);
}

async function repointHosts(
  trx: Trx,
  county: number,
  from: number[],
  pair: ReturnType<typeof sql>,
): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    update activity set withdrawn_at = clock_timestamp()
    where county = ${county} and host = any (${from}::bigint[]) and withdrawn_at is null returning id`.execute(
    trx,
  );
  if (rows.length === 0) return;
  const hosted = rows.map((row) => row.id);
  await sql`
    insert into activity (county, organization, path, host, source_key, ${activityColumns})
    select county, organization, path, pair.new, source_key, ${activityColumns}
    from activity join ${pair} on pair.old = host
    where county = ${county} and id = any (${hosted}::bigint[])`.execute(trx);
  // The copy is found again by its key; who attended follows it.
  await sql`
    with old as (
      update attendance set withdrawn_at = clock_timestamp()
      where county = ${county} and activity = any (${hosted}::bigint[]) and withdrawn_at is null returning *)
    insert into attendance (county, activity, person, organization, path, happened_on, kind, grade, concentrated, hours, batch)
    select o.county, fresh.id, o.person, o.organization, o.path, o.happened_on, o.kind, o.grade, o.concentrated, o.hours, o.batch
    from old o
    join activity was on was.county = o.county and was.id = o.activity
    join activity fresh on fresh.county = was.county and fresh.organization = was.organization
      and fresh.source_key = was.source_key and fresh.withdrawn_at is null`.execute(trx);
}
