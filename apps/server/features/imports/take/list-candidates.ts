import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import type { RecordPlan } from '../column.ts';
import type { Stage } from '../sheet/stage.ts';
import { keyText, recordTable } from './record-sql.ts';
import type { Batch } from './write-records.ts';

/**
 * Lists the live records that rows of a stage might be, with their keys as texts, as they stood before the file: a
 * temporary table, or undefined when there is none.
 */
export async function listCandidates(
  trx: Trx,
  { county, id }: Batch,
  record: RecordPlan,
  stage: Stage,
): Promise<RawBuilder<unknown> | undefined> {
  const table = sql.table(`present_${record.table}`);
  const keys = [...record.keys, ...(record.looseKeys ?? [])];
  const texts = keys.map((key, i) => sql`${keyText('r', key)} as ${sql.ref(`key_${i}`)}`);
  const identity = record.table === 'person' ? sql`, r.identity_index` : sql``;
  await sql`create temporary table ${table} on commit drop as
    select r.id, r.organization, r.source_key, ${sql.join(texts)} ${identity} from ${recordTable(record)} r
    where r.county = ${sql.lit(county)} and r.withdrawn_at is null and r.batch is distinct from ${sql.lit(id)}
      and r.organization in (select organization from ${stage.table})`.execute(trx);
  const { rows } = await sql`select from ${table} limit 1`.execute(trx);
  if (rows.length === 0) return undefined;
  // before it is joined: a table that has just grown has no statistics and would be gone through row by row
  await sql`analyze ${table}`.execute(trx);
  return table;
}
