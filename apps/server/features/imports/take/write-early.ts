import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import type { RecordPlan } from '../column.ts';
import type { LoadedSheet } from '../sheet/load-sheet.ts';
import type { StageWriter } from '../sheet/stage.ts';
import { type Candidates, listCandidates } from './list-candidates.ts';
import { keyText, recordTable, sourceKeyOf, statesOf } from './record-sql.ts';
import { type Batch, insertRecords } from './write-records.ts';

/**
 * Writes rows that cannot be any record of before while the rest of the file is still being read. Which rows these are
 * depends on no other row of the file, so it is decided batch by batch; all others wait for the whole sheet.
 */
export class EarlyWriter implements StageWriter {
  /** The records of before, listed at the first full batch: a small file is not worth it. */
  candidates: Candidates | undefined;
  private written = 0;
  /** Two rows were the same record, or a record of before had the same source key. */
  clashed = false;
  private readonly trx: Trx;
  private readonly batch: Batch;
  private readonly sheet: LoadedSheet;
  private readonly record: RecordPlan;

  constructor(trx: Trx, batch: Batch, sheet: LoadedSheet, record: RecordPlan) {
    this.trx = trx;
    this.batch = batch;
    this.sheet = sheet;
    this.record = record;
  }

  async opens(rows: number, full: number): Promise<boolean> {
    // with a fault nothing of the file will stay
    if (this.sheet.faults > 0 || this.clashed) return false;
    if (this.candidates) return true;
    if (rows < full) return false;
    this.candidates = await listCandidates(this.trx, this.batch.county, this.record);
    return true;
  }

  wrote(rows: number): boolean {
    return !this.clashed && this.written === rows;
  }

  isFresh(filled: (key: string) => boolean): RawBuilder<boolean> {
    const { table } = this.candidates ?? {};
    const numbered = filled('record') ? sql`u.record is null` : sql`true`;
    const keys = [...this.record.keys, ...(this.record.looseKeys ?? [])];
    const tests = keys.flatMap((key, nth) => {
      const first = key[0] ?? '';
      // who is not found by the name is not found by name and birth date either
      const looser = keys.some(
        (other) => other !== key && other[0] === first && other.every((column) => key.includes(column)),
      );
      if (!table || looser || !filled(first)) return [];
      const text = keyText('u', key, filled);
      return sql`not exists (select from ${table} p
        where p.organization = u.organization and p.${sql.ref(`key_${nth}`)} = ${text}
          and u.${sql.ref(first)} is not null)`;
    });
    return sql`(${sql.join([numbered, ...tests], sql` and `)})`;
  }

  async write(staging: RawBuilder<unknown>): Promise<void> {
    const { plan, header } = this.sheet;
    const source = sql`staged i left join ${recordTable(this.record)} t on false where i.written`;
    const states = statesOf(plan, header);
    const key = sourceKeyOf(plan, this.record, states);
    const insert = insertRecords(this.batch, plan, this.record, states, { source, key });
    const { rows } = await sql<{ fresh: number; written: number }>`with staged as (${staging} returning *),
      added as (${insert} on conflict do nothing returning 1)
      select (select count(*) from staged where written) as fresh, (select count(*) from added) as written`.execute(
      this.trx,
    );
    const [{ fresh, written } = { fresh: 0, written: 0 }] = rows;
    this.written += Number(written);
    this.clashed ||= Number(fresh) !== Number(written);
  }
}

/** Undefined for a sheet whose rows name persons: all of these are looked up first. */
export const startEarly = (trx: Trx, batch: Batch, sheet: LoadedSheet): EarlyWriter | undefined =>
  sheet.plan.record && !sheet.plan.people ? new EarlyWriter(trx, batch, sheet, sheet.plan.record) : undefined;
