import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import { getSqlState } from '../../../database/sql-state.ts';
import type { RecordPlan } from '../column.ts';
import type { LoadedSheet } from '../sheet/load-sheet.ts';
import type { StagedBatch, StageWriter } from '../sheet/stage.ts';
import { freshValue, keyText, recordTable, sourceKeyOf } from './record-sql.ts';
import { type Batch, insertRecords } from './write-records.ts';

/** Two rows of a file were the same record, or a record of before had the key of one: the file must be matched whole. */
export class EarlyClash extends Error {}

const prints = sql.table('present_prints');

/**
 * Writes rows that cannot be any record of before while the rest of the file is still being read. Which rows these are
 * depends on no other row of the file, so it is decided batch by batch; all others wait for the whole sheet.
 */
export class EarlyWriter implements StageWriter {
  private written = 0;
  private readonly trx: Trx;
  private readonly batch: Batch;
  private readonly sheet: LoadedSheet;
  private readonly record: RecordPlan;
  /** The keys, by their place in the plan, whose prints are listed. */
  private readonly listed = new Set<number>();
  private listing: Promise<void>;

  constructor(trx: Trx, batch: Batch, sheet: LoadedSheet, record: RecordPlan) {
    this.trx = trx;
    this.batch = batch;
    this.sheet = sheet;
    this.record = record;
    // before the first row is read: the database has nothing else to do
    const required = sheet.plan.columns.filter((column) => column.required).map(({ key }) => key);
    this.listing = this.startPrints(required);
    this.listing.catch(() => undefined);
  }

  /** With a fault nothing of the file will stay. */
  opens(): boolean {
    return this.sheet.faults === 0;
  }

  wrote(rows: number): boolean {
    return this.written === rows;
  }

  /** By organization and in the order of the sheet: neighbours in the indexes go in together. */
  async write({ query, filled }: StagedBatch): Promise<void> {
    await this.listing;
    await this.listPrints(filled);
    const { plan, stage } = this.sheet;
    const valueFor = freshValue(plan, filled);
    const insert = insertRecords(this.batch, this.record, {
      source: sql`said i where i.fresh order by i.organization, i.row`,
      key: sourceKeyOf(this.record, valueFor),
      valueFor,
    });
    const names = sql.join(filled.map((key) => sql.ref(key)));
    try {
      const { numAffectedRows } = await sql`with said as materialized (
          select u.*, ${this.isFresh(filled)} as fresh from (${query}) u
        ), staged as (
          insert into ${stage.table} (${names}, verdict, written)
          select ${names}, case when fresh then 'added' end, fresh from said
        ) ${insert}`.execute(this.trx);
      this.written += Number(numAffectedRows ?? 0);
    } catch (thrown) {
      throw getSqlState(thrown) === '23505' ? new EarlyClash('a record stands already') : thrown;
    }
  }

  private async startPrints(filled: readonly string[]): Promise<void> {
    await sql`create temporary table ${prints} (print bigint) on commit drop`.execute(this.trx);
    await this.listPrints(filled);
    await sql`create index on ${prints} (print)`.execute(this.trx);
  }

  /**
   * Lists the keys of the live records of before, as far as they are asked, as numbers: small, and soon found. Equal
   * numbers of unequal keys only cost time.
   */
  private async listPrints(filled: readonly string[]): Promise<void> {
    const { record, batch } = this;
    for (const { key, nth } of this.askedKeys(filled)) {
      if (this.listed.has(nth)) continue;
      this.listed.add(nth);
      await sql`insert into ${prints} select ${printOf('r', key, nth, () => true)} from ${recordTable(record)} r
        where r.county = ${sql.lit(batch.county)} and r.withdrawn_at is null
          and r.batch is distinct from ${sql.lit(batch.id)} and ${sql.ref(`r.${key[0] ?? ''}`)} is not null`.execute(
        this.trx,
      );
    }
  }

  /** Of a row `u`: whether no record of before has one of its keys. */
  private isFresh(filled: readonly string[]): RawBuilder<boolean> {
    const numbered = filled.includes('record') ? sql`u.record is null` : sql`true`;
    const tests = this.askedKeys(filled).map(
      ({ key, nth }) => sql`(${sql.ref(`u.${key[0] ?? ''}`)} is null or (
        select true from ${prints} p where p.print = ${printOf('u', key, nth, (one) => filled.includes(one))}
        limit 1) is null)`,
    );
    return sql`(${sql.join([numbered, ...tests], sql` and `)})`;
  }

  /** Who is not found by the name is not found by name and birth date either: only the loosest keys are asked. */
  private askedKeys(filled: readonly string[]): { key: readonly string[]; nth: number }[] {
    const keys = [...this.record.keys, ...(this.record.looseKeys ?? [])];
    return keys.flatMap((key, nth) => {
      const first = key[0] ?? '';
      const looser = keys.some(
        (other) => other !== key && other[0] === first && other.every((column) => key.includes(column)),
      );
      return looser || !filled.includes(first) ? [] : [{ key, nth }];
    });
  }
}

const printOf = (
  alias: string,
  key: readonly string[],
  nth: number,
  there: (column: string) => boolean,
): RawBuilder<unknown> =>
  sql`hashtextextended(${keyText(alias, key, there)}, ${sql.ref(`${alias}.organization`)} * 8 + ${sql.lit(nth)})`;

/** Bytes of a sheet, unfolded, from which it is worth the keys of all records of before. */
const worthBytes = 1024 * 1024;

/** Undefined for a small sheet, and for one whose rows name persons: all of these are looked up first. */
export const startEarly = (
  trx: Trx,
  batch: Batch,
  sheet: LoadedSheet,
  size: number,
): EarlyWriter | undefined =>
  size >= worthBytes && sheet.plan.record && !sheet.plan.people
    ? new EarlyWriter(trx, batch, sheet, sheet.plan.record)
    : undefined;
