import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import { getSqlState } from '../../../database/sql-state.ts';
import { problems } from '../../../http/problem.ts';
import type { RecordPlan } from '../column.ts';
import type { LoadedSheet } from '../sheet/load-sheet.ts';
import { anyValue, recordTable, type States, type ValueFor } from './record-sql.ts';

export interface Batch {
  id: number;
  county: number;
  account: string;
}

const sayClashed =
  '文件里有与名册或台账中已有记录相同的行，但看不出是哪一行。请先导出现有记录，在导出的文件上修改后再导入。';

/** Writes what a sheet adds and corrects: the corrected record is withdrawn and a new one stands beside it. */
export async function writeRecords(
  trx: Trx,
  batch: Batch,
  sheet: LoadedSheet,
  record: RecordPlan,
  states: States,
): Promise<void> {
  const { table } = sheet.stage;
  // by number: a table that has just grown has no statistics, and a join with it might go row by row
  await sql`update ${recordTable(record)} t set withdrawn_at = clock_timestamp() where t.county = ${batch.county}
    and t.id = any (array(select old from ${table} where verdict = 'changed'))`.execute(trx);
  const source = sql`${table} i
    left join ${recordTable(record)} t on t.county = ${batch.county} and t.id = i.old
    where i.verdict in ('added', 'changed') and i.written is not true`;
  const insert = insertRecords(batch, record, {
    source: sql`${source} order by i.row`,
    key: sql`i.source_key`,
    valueFor: anyValue(sheet.plan, states),
  });
  await insert.execute(trx).catch((thrown: unknown) => {
    throw getSqlState(thrown) === '23505' ? problems.conflict(sayClashed) : thrown;
  });
}

/** New records of staged rows `i`, in the order in which the source gives them. */
export function insertRecords(
  { county, id, account }: Batch,
  record: RecordPlan,
  { source, key, valueFor }: { source: RawBuilder<unknown>; key: RawBuilder<unknown>; valueFor: ValueFor },
): RawBuilder<unknown> {
  const columns = record.fields.map(({ column }) => sql.ref(column));
  const values = record.fields.map(valueFor);
  return sql`insert into ${recordTable(record)}
      (county, organization, path, ${sql.join(columns)}, source_key, batch, entered_by)
    select ${county}::bigint, i.organization, i.path, ${sql.join(values)}, ${key}, ${id}::bigint,
      ${account}::text
    from ${source}`;
}

/**
 * Opens a register from the earliest day of the file where none is said to be kept: for the organization or above it.
 */
export async function openRegister(
  trx: Trx,
  batch: Batch,
  { stage }: LoadedSheet,
  register: string,
  day: string,
): Promise<void> {
  const { rows } = await sql<{ id: number }>`select o.id from organization o
    where o.county = ${batch.county} and o.id = any (${[...stage.organizations]}::bigint[]) and not exists (
      select from register_span s where s.register = ${register} and s.withdrawn_at is null
        and starts_with(o.path, s.path))`.execute(trx);
  if (rows.length === 0) return;
  await sql`insert into register_span
      (county, organization, path, register, kept_from, source_key, batch, entered_by)
    select ${batch.county}::bigint, o.organization, o.path, ${register}::text, o.first,
      ${register}::text || '|' || o.first, ${batch.id}::bigint, ${batch.account}::text
    from (select organization, path, min(${sql.ref(day)}) as first from ${stage.table}
      where organization = any (${rows.map(({ id }) => id)}::bigint[]) group by 1, 2) o`.execute(trx);
}
