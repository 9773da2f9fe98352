import type { RecordBodies, RecordRegister } from '@hujian/contract';
import { recordBodies } from '@hujian/contract';
import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';
import { parseInput } from '../../http/parse-input.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import type { Place } from '../organizations/get-place.ts';
import { kindOf } from './kinds/kinds.ts';
import type { RecordRow } from './record-row.ts';
import { writeAttendance } from './write-attendance.ts';

type In = Pick<Context<unknown, unknown, unknown>, 'trx' | 'actor' | 'services' | 'today'>;

/** Checks the body of a register. Throws bad-input. */
export function parseBody<R extends RecordRegister>(register: R, body: unknown): RecordBodies[R] {
  return parseInput(recordBodies[register], body, 'body') as RecordBodies[R];
}

/**
 * Enters one record with its attendance. `sourceKey`: of what the program itself made it of, a round or a ballot. Throws
 * conflict when the same record stands already.
 */
export async function insertRecord(
  { trx, actor, services, today }: In,
  register: RecordRegister,
  place: Place,
  body: RecordBodies[RecordRegister],
  sourceKey?: string,
): Promise<RecordRow> {
  const kind = kindOf(register);
  const own = kind.toColumns(body as never, services);
  const columns: typeof own = sourceKey === undefined ? own : { ...own, source_key: sourceKey };
  const day = String(columns[kind.day]);
  // A post or a register may begin tomorrow; what has happened cannot lie ahead.
  if (day > today && register !== 'posts' && register !== 'documents')
    throw problems.badInput([{ path: kind.day, message: '日期不能晚于今天。' }]);
  await requirePersonsHere(trx, place, kind.persons?.(columns as never) ?? []);
  const row = await insertRow(trx, kind.table, {
    county: place.county,
    organization: place.id,
    path: place.path,
    entered_by: actor.account,
    ...columns,
  });
  if (!row)
    throw problems.conflict(`已经有一条相同的${kind.title}记录，不必重复录入；如需改动，请在原记录上更正。`);
  if ('attendance' in body && body.attendance) await writeAttendance(trx, place, row, body.attendance);
  return row;
}

async function insertRow(
  trx: Trx,
  table: string,
  columns: Readonly<Record<string, unknown>>,
): Promise<RecordRow | undefined> {
  const names = Object.keys(columns).map((name) => sql.ref(name));
  const { rows } = await sql<RecordRow>`
    insert into ${sql.table(table)} (${sql.join(names)}) values (${sql.join(Object.values(columns))})
    on conflict (county, organization, source_key) where withdrawn_at is null do nothing
    returning *`.execute(trx);
  return rows[0];
}

/** Holders, hosts and convenors must be people the actor can see in this organization's county. */
async function requirePersonsHere(trx: Trx, place: Place, persons: (number | null)[]): Promise<void> {
  const wanted = persons.filter((id) => id !== null);
  if (wanted.length === 0) return;
  const found = await trx
    .selectFrom('person')
    .select('id')
    .where('county', '=', place.county)
    .where('id', 'in', wanted)
    .where('withdrawn_at', 'is', null)
    .execute();
  if (found.length < new Set(wanted).size)
    throw problems.badInput([{ path: 'person', message: '所选人员不在名册上，或不在您的管理范围内。' }]);
}
