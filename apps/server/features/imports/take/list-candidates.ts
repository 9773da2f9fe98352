import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import type { RecordPlan } from '../column.ts';
import type { Stage } from '../sheet/stage.ts';
import { keyText, recordTable } from './record-sql.ts';

/** The live records that rows of a sheet might be, as they stood before the file: a temporary table with their keys. */
export interface Candidates {
  table: RawBuilder<unknown>;
  some: boolean;
}

/** Lists the live records of the organizations of a stage, or of all that the actor sees, with their keys as texts. */
export async function listCandidates(
  trx: Trx,
  county: number,
  record: RecordPlan,
  stage?: Stage,
): Promise<Candidates> {
  const table = sql.table(`present_${record.table}`);
  const keys = [...record.keys, ...(record.looseKeys ?? [])];
  const texts = keys.map((key, i) => sql`${keyText('r', key)} as ${sql.ref(`key_${i}`)}`);
  const identity = record.table === 'person' ? sql`, r.identity_index` : sql``;
  const asked = stage ? sql`and r.organization in (select organization from ${stage.table})` : sql``;
  await sql`create temporary table ${table} on commit drop as
    select r.id, r.organization, r.source_key, ${sql.join(texts)} ${identity} from ${recordTable(record)} r
    where r.county = ${sql.lit(county)} and r.withdrawn_at is null ${asked}`.execute(trx);
  // batch after batch asks it: by its keys then
  for (const nth of stage ? [] : keys.keys()) {
    await sql`create index on ${table} (organization, ${sql.ref(`key_${nth}`)})`.execute(trx);
  }
  const { rows } = await sql`select from ${table} limit 1`.execute(trx);
  return { table, some: rows.length > 0 };
}

/** Before it is joined: a table that has just grown has no statistics and would be gone through row by row. */
export async function learnCandidates(trx: Trx, { table }: Candidates): Promise<void> {
  await sql`analyze ${table}`.execute(trx);
}
