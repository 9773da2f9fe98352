import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import type { RecordPlan } from '../column.ts';
import type { LoadedSheet } from '../sheet/load-sheet.ts';
import { listCandidates } from './list-candidates.ts';
import { anyValue, keyText, recordTable, type States, saysTheSame, sourceKeyOf } from './record-sql.ts';
import type { EarlyWriter } from './write-early.ts';
import type { Batch } from './write-records.ts';

export interface Verdicts {
  added: number;
  changed: number;
  unchanged: number;
}

/**
 * Finds for every staged row the record that it is, and says whether it adds, changes or repeats it. The number of
 * statements depends on the plan's keys, never on the rows.
 */
export async function matchRecords(
  trx: Trx,
  batch: Batch,
  sheet: LoadedSheet,
  record: RecordPlan,
  states: States,
  early?: EarlyWriter,
): Promise<void> {
  if (early?.wrote(sheet.stage.count)) return;
  const { county } = batch;
  await tellTwins(trx, sheet, record);
  const present = await listCandidates(trx, batch, record, sheet.stage);
  if (present) await matchCandidates(trx, county, sheet, record, present);
  await tellLostNumbers(trx, sheet);
  const { table } = sheet.stage;
  const key = sourceKeyOf(record, anyValue(sheet.plan, states));
  await sql`update ${table} i set source_key = ${key},
      verdict = case when ${saysTheSame(record, states)} then 'unchanged' else 'changed' end
    from ${recordTable(record)} t where t.county = ${county} and t.id = i.old`.execute(trx);
  await sql`update ${table} i set verdict = 'added', source_key = ${key}
    from (select r.* from ${recordTable(record)} r where false) t right join (values (1)) one (n) on true
    where i.old is null and i.verdict is null`.execute(trx);
}

async function matchCandidates(
  trx: Trx,
  county: number,
  sheet: LoadedSheet,
  record: RecordPlan,
  present: RawBuilder<unknown>,
): Promise<void> {
  const numbered = sheet.plan.columns.some(({ kind }) => kind === 'record');
  if (numbered) await matchByNumber(trx, county, sheet, record, present);
  for (const nth of record.keys.keys()) await matchByKey(trx, sheet, record, present, nth);
  for (const nth of record.looseKeys?.keys() ?? []) await matchLoosely(trx, sheet, record, present, nth);
  await tellSame(trx, sheet);
}

/** Persons whose identity numbers differ are never the same person, whatever their names. */
const guard = (record: RecordPlan, other: string) =>
  record.table === 'person'
    ? sql`and (i.identity_index is null or ${sql.ref(`${other}.identity_index`)} is null
        or i.identity_index = ${sql.ref(`${other}.identity_index`)})`
    : sql``;

async function tellTwins(trx: Trx, sheet: LoadedSheet, record: RecordPlan): Promise<void> {
  const columns = sheet.plan.columns;
  const numbered = columns.some(({ kind }) => kind === 'record') ? sql`i.record is null` : sql`true`;
  for (const key of record.keys) {
    const first = sql.ref(`i.${key[0] ?? ''}`);
    const { rows } = await sql<{ row: number; first: number }>`
      select * from (
        select i.row, min(i.row) over (partition by i.organization, ${keyText('i', key)}
          ${record.table === 'person' ? sql`, i.identity_index` : sql``}) as first
        from ${sheet.stage.table} i where ${first} is not null and ${numbered}) twins
      where row <> first order by row`.execute(trx);
    const shown = columns.find(({ key: one }) => key.includes(one)) ?? columns[0];
    for (const { row, first: twin } of rows) {
      const hint = record.table === 'person' ? '；同名的请填身份证号或出生日期加以区分' : '';
      sheet.fault(row, shown?.key ?? '', `与第 ${twin} 行重复${hint}`);
    }
  }
}

/** Two rows may not both be the same record: only one of them could be what it says. */
async function tellSame(trx: Trx, sheet: LoadedSheet): Promise<void> {
  const { rows } = await sql<{ row: number; first: number }>`select * from (
      select row, min(row) over (partition by old) as first from ${sheet.stage.table} where old is not null) twins
    where row <> first order by row`.execute(trx);
  for (const { row, first } of rows) sheet.fault(row, 'record', `与第 ${first} 行对应同一条记录，请只留一行`);
}

async function tellLostNumbers(trx: Trx, sheet: LoadedSheet): Promise<void> {
  if (!sheet.plan.columns.some(({ kind }) => kind === 'record')) return;
  const { rows } = await sql<{ row: number }>`select row from ${sheet.stage.table}
    where record is not null and old is null order by row`.execute(trx);
  for (const { row } of rows) {
    sheet.fault(row, 'record', '没有这个记录号，或它不属于该组织、已经撤回；新增的行请留空');
  }
}

/** An exported row names its record; a record corrected since then is found by what it became. */
async function matchByNumber(
  trx: Trx,
  county: number,
  sheet: LoadedSheet,
  record: RecordPlan,
  present: RawBuilder<unknown>,
): Promise<void> {
  const { table } = sheet.stage;
  await sql`update ${table} i set source_key = named.source_key from ${recordTable(record)} named
    where named.county = ${county} and named.id = i.record and named.organization = i.organization`.execute(
    trx,
  );
  await sql`update ${table} i set old = live.id from ${present} live
    where i.source_key is not null and live.organization = i.organization
      and live.source_key = i.source_key`.execute(trx);
}

/** Takes the first candidate by a key; one that is already taken is left out. */
async function matchByKey(
  trx: Trx,
  sheet: LoadedSheet,
  record: RecordPlan,
  present: RawBuilder<unknown>,
  nth: number,
): Promise<void> {
  const { table } = sheet.stage;
  const key = record.keys[nth] ?? [];
  const text = sql.ref(`r.key_${nth}`);
  await sql`update ${table} i set old = t.id from (
      select distinct on (r.organization, ${text}) r.*, ${text} as key_text from ${present} r
      where not exists (select from ${table} taken where taken.old = r.id)
      order by r.organization, ${text}, r.id
    ) t
    where i.old is null and i.verdict is null and ${sql.ref(`i.${key[0] ?? ''}`)} is not null
      and t.organization = i.organization and t.key_text = ${keyText('i', key)} ${guard(record, 't')}`.execute(
    trx,
  );
}

/** Takes a candidate by a looser key only where there is one of it on either side. */
async function matchLoosely(
  trx: Trx,
  sheet: LoadedSheet,
  record: RecordPlan,
  present: RawBuilder<unknown>,
  nth: number,
): Promise<void> {
  const { table } = sheet.stage;
  const key = record.looseKeys?.[nth] ?? [];
  const text = sql.ref(`r.key_${record.keys.length + nth}`);
  await sql`update ${table} i set old = t.id from (
      select r.*, ${text} as key_text, count(*) over (partition by r.organization, ${text}) as candidates
      from ${present} r where not exists (select from ${table} taken where taken.old = r.id)
    ) t, (
      select x.row, count(*) over (partition by x.organization, ${keyText('x', key)}) as candidates
      from ${table} x where x.old is null and x.verdict is null
    ) alone
    where i.old is null and alone.row = i.row and alone.candidates = 1 and t.candidates = 1
      and t.organization = i.organization and t.key_text = ${keyText('i', key)} ${guard(record, 't')}`.execute(
    trx,
  );
}

export async function countVerdicts(trx: Trx, sheet: LoadedSheet): Promise<Verdicts> {
  const { rows } = await sql<{ verdict: string | null; count: number }>`
    select verdict, count(*) as count from ${sheet.stage.table} group by verdict`.execute(trx);
  const of = (verdict: string): number => Number(rows.find((row) => row.verdict === verdict)?.count ?? 0);
  return { added: of('added'), changed: of('changed'), unchanged: of('unchanged') };
}
