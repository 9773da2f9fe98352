import { sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import type { RecordPlan } from '../column.ts';
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
  await sql`update ${recordTable(record)} t set withdrawn_at = clock_timestamp()
    from ${table} i where t.county = ${batch.county} and t.id = i.old and i.verdict = 'changed'`.execute(trx);
  const columns = record.fields.map(({ column }) => sql.ref(column));
  const values = record.fields.map((field) => newValue(sheet.plan, field, states));
  await sql`insert into ${recordTable(record)}
      (county, organization, path, ${sql.join(columns)}, source_key, batch, entered_by)
    select ${batch.county}::bigint, i.organization, i.path, ${sql.join(values)}, i.source_key, ${batch.id}::bigint,
      ${batch.account}::text
    from ${table} i
    left join ${recordTable(record)} t on t.county = ${batch.county} and t.id = i.old
    where i.verdict in ('added', 'changed')
    order by i.row`.execute(trx);
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
