import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import type { RecordPlan, SheetPlan } from '../column.ts';
import type { LoadedSheet } from '../sheet/load-sheet.ts';
import { newValue, recordTable, type States } from './record-sql.ts';

export interface Batch {
  id: number;
  county: number;
  account: string;
}

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
  await insertRecords(batch, sheet.plan, record, states, { source, key: sql`i.source_key` }).execute(trx);
}

/** New records of staged rows `i`, beside the records `t` that they correct, in the order of the sheet. */
export function insertRecords(
  { county, id, account }: Batch,
  plan: SheetPlan,
  record: RecordPlan,
  states: States,
  { source, key }: { source: RawBuilder<unknown>; key: RawBuilder<unknown> },
): RawBuilder<unknown> {
  const columns = record.fields.map(({ column }) => sql.ref(column));
  const values = record.fields.map((field) => newValue(plan, field, states));
  return sql`insert into ${recordTable(record)}
      (county, organization, path, ${sql.join(columns)}, source_key, batch, entered_by)
    select ${county}::bigint, i.organization, i.path, ${sql.join(values)}, ${key}, ${id}::bigint,
      ${account}::text
    from ${source} order by i.row`;
}

/**
 * Opens a register from the earliest day of the file where none is said to be kept: for the organization or above it.
 */
export async function openRegister(
  trx: Trx,
  batch: Batch,
  sheet: LoadedSheet,
  register: string,
  day: string,
): Promise<number> {
  const { numAffectedRows } = await sql`insert into register_span
      (county, organization, path, register, kept_from, source_key, batch, entered_by)
    select ${batch.county}::bigint, o.organization, o.path, ${register}::text, o.first,
      ${register}::text || '|' || o.first, ${batch.id}::bigint, ${batch.account}::text
    from (select organization, path, min(${sql.ref(day)}) as first from ${sheet.stage.table} group by 1, 2) o
    where not exists (
      select from register_span s where s.register = ${register} and s.withdrawn_at is null
        and starts_with(o.path, s.path))`.execute(trx);
  return Number(numAffectedRows ?? 0);
}
