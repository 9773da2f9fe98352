import { sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import type { LoadedSheet } from '../sheet/load-sheet.ts';
import type { Stage } from '../sheet/stage.ts';
import type { Batch } from './write-records.ts';

/** Leads each line of the attendance sheet to the activity of its number in the same file. */
export async function joinAttendance(
  trx: Trx,
  activities: LoadedSheet,
  attendance: LoadedSheet,
): Promise<void> {
  const { table } = attendance.stage;
  const twins = await sql<{ row: number; first: number }>`select * from (
      select row, min(row) over (partition by organization, number) as first from ${activities.stage.table}
      where number is not null) twins
    where row <> first order by row`.execute(trx);
  for (const { row, first } of twins.rows) activities.fault(row, 'number', `活动编号与第 ${first} 行重复`);
  await sql`update ${table} i set activity_row = a.row from ${activities.stage.table} a
    where a.organization = i.organization and a.number = i.number`.execute(trx);
  // an activity that has faults of its own is not staged: its attendance is not to blame
  if (activities.faults > 0) return;
  const lost = await sql<{ row: number; number: string }>`select row, number from ${table}
    where activity_row is null order by row`.execute(trx);
  for (const { row, number } of lost.rows) {
    attendance.fault(row, 'number', `“活动”表中该组织没有编号为“${number}”的活动`);
  }
}

/** Nobody attends the same activity twice. */
export async function tellDoubleAttendance(trx: Trx, attendance: LoadedSheet): Promise<void> {
  const { rows } = await sql<{ row: number; first: number }>`select * from (
      select row, min(row) over (partition by activity_row, person) as first from ${attendance.stage.table}
      where activity_row is not null and person is not null) twins
    where row <> first order by row`.execute(trx);
  for (const { row, first } of rows)
    attendance.fault(row, 'person_name', `与第 ${first} 行重复：同一人同一次`);
}

/** An activity whose list of persons or hours is another is a changed activity, even if its own cells are not. */
export async function compareAttendance(
  trx: Trx,
  county: number,
  activities: Stage,
  attendance: Stage,
): Promise<void> {
  await sql`with said as (
      select t.activity_row, t.person, coalesce(t.hours, a.hours) as hours
      from ${attendance.table} t join ${activities.table} a on a.row = t.activity_row
      where a.verdict = 'unchanged'
    ), held as (
      select a.row as activity_row, x.person, x.hours
      from ${activities.table} a join attendance x on x.county = ${county} and x.activity = a.old
      where a.verdict = 'unchanged' and x.withdrawn_at is null
        and a.row in (select activity_row from said)
    ), differing as (
      select distinct activity_row from said full join held using (activity_row, person)
      where said.person is null or held.person is null or said.hours is distinct from held.hours
    )
    update ${activities.table} a set verdict = 'changed' from differing d where d.activity_row = a.row`.execute(
    trx,
  );
}

/** The attendance of corrected activities goes with them; call before the activities are written. */
export async function withdrawAttendance(trx: Trx, county: number, activities: Stage): Promise<void> {
  await sql`update attendance x set withdrawn_at = clock_timestamp() from ${activities.table} i
    where x.county = ${county} and x.activity = i.old and i.verdict = 'changed'
      and x.withdrawn_at is null`.execute(trx);
}

/** Writes the attendance of new and corrected activities: from the file, else as it stood before the correction. */
export async function writeAttendance(
  trx: Trx,
  batch: Batch,
  activities: Stage,
  attendance: Stage | undefined,
): Promise<void> {
  const { county, id } = batch;
  const columns = sql`county, activity, person, organization, path, happened_on, kind, grade, concentrated, hours, batch`;
  const made = sql`${activities.table} a join activity n on n.county = ${county} and n.organization = a.organization
    and n.source_key = a.source_key and n.withdrawn_at is null`;
  if (attendance) {
    await sql`insert into attendance (${columns})
      select ${county}::bigint, n.id, p.id, p.organization, p.path, n.happened_on, n.kind, n.grade, n.concentrated,
        coalesce(t.hours, n.hours), ${id}::bigint
      from ${made} join ${attendance.table} t on t.activity_row = a.row
      join person p on p.county = ${county} and p.id = t.person
      where a.verdict <> 'unchanged'`.execute(trx);
  }
  const unsaid = attendance
    ? sql`and not exists (select from ${attendance.table} t where t.activity_row = a.row)`
    : sql``;
  await sql`insert into attendance (${columns})
    select x.county, n.id, x.person, x.organization, x.path, n.happened_on, n.kind, n.grade, n.concentrated,
      x.hours, ${id}::bigint
    from ${made} join attendance x on x.county = ${county} and x.activity = a.old
    where a.verdict = 'changed' and x.withdrawn_at >= now() ${unsaid}`.execute(trx);
}
