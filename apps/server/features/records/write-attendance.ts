import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Place } from '../organizations/get-place.ts';
import type { RecordRow } from './record-row.ts';

/** Who was there, in one statement; each person's row lies in the person's own organization. Throws bad-input. */
export async function writeAttendance(
  trx: Trx,
  place: Place,
  activity: RecordRow,
  attendance: readonly { person: number; hours?: number | undefined }[],
): Promise<void> {
  if (attendance.length === 0) return;
  const persons = attendance.map(({ person }) => person);
  if (new Set(persons).size < persons.length)
    throw problems.badInput([{ path: 'attendance', message: '同一个人在参加人员中出现了两次。' }]);
  const hours = attendance.map((one) => one.hours ?? (activity.hours as number | null));
  const { rows } = await sql<{ person: number }>`
    insert into attendance (county, activity, person, organization, path, happened_on, kind, grade, concentrated, hours)
    select p.county, ${activity.id}, p.id, p.organization, p.path, ${activity.happened_on}::date, ${activity.kind},
           ${activity.grade}, ${activity.concentrated}::boolean, w.hours
    from unnest(${persons}::bigint[], ${hours}::numeric[]) as w (person, hours)
    join person p on p.county = ${place.county} and p.id = w.person and p.withdrawn_at is null
    where p.path >= ${place.path} and p.path < ${`${place.path}~`}
    returning person`.execute(trx);
  if (rows.length < persons.length)
    throw problems.badInput([
      { path: 'attendance', message: '参加人员中有人不在本组织名册上，请从名册中选择。' },
    ]);
}
