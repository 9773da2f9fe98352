import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import type { StagedColumn } from './staged-columns.ts';

/** One row ready for staging: the row of the sheet and its values as PostgreSQL text. */
export interface StagedRow {
  row: number;
  values: readonly (string | null)[];
}

/** Takes staged rows on into their table while further ones are read. */
export interface StageWriter {
  /** Whether it takes the next `rows`; `full` is what a batch holds at most. */
  opens(rows: number, full: number): Promise<boolean>;
  /** Whether all of these rows are written: nothing is left to match. */
  wrote(rows: number): boolean;
  /** Of a row `u` with the columns that are `filled`: whether it may be written now. */
  isFresh(filled: (key: string) => boolean): RawBuilder<boolean>;
  /** Runs the statement that stages rows, those to write with `written`, and writes them. */
  write(staging: RawBuilder<unknown>): Promise<void>;
}

const separator = '\u001e';
const nothing = '\u001f';
const batchRows = 2000;

/**
 * A temporary table of staged rows. Rows go over in batches of whole columns, and the next batch is read while the
 * database takes the last one. Values hold no control characters: the cell parsers drop them.
 */
export class Stage {
  readonly name: string;
  private readonly trx: Trx;
  private readonly columns: readonly StagedColumn[];
  private rows: StagedRow[] = [];
  private sending: Promise<unknown> = Promise.resolve();
  count = 0;
  writer: StageWriter | undefined;

  private constructor(trx: Trx, name: string, columns: readonly StagedColumn[]) {
    this.trx = trx;
    this.name = name;
    this.columns = columns;
  }

  /** `extra`: columns that later statements fill. */
  static async create(
    trx: Trx,
    name: string,
    columns: readonly StagedColumn[],
    extra: readonly StagedColumn[],
  ): Promise<Stage> {
    const list = [{ key: 'row', type: 'integer' as const }, ...columns, ...extra].map(
      ({ key, type }) => sql`${sql.ref(key)} ${sql.raw(type)}`,
    );
    await sql`create temporary table ${sql.ref(name)} (${sql.join(list)}) on commit drop`.execute(trx);
    return new Stage(trx, name, columns);
  }

  get table(): RawBuilder<unknown> {
    return sql.table(this.name);
  }

  async push(row: StagedRow): Promise<void> {
    this.rows.push(row);
    this.count++;
    if (this.rows.length >= batchRows) await this.send();
  }

  /** Sends what is left; if rows wait to be matched, gathers statistics, so that those statements are planned well. */
  async finish(): Promise<void> {
    await this.send();
    await this.sending;
    if (!this.writer?.wrote(this.count)) await sql`analyze ${this.table}`.execute(this.trx);
  }

  private async send(): Promise<void> {
    const rows = this.rows;
    this.rows = [];
    await this.sending;
    if (rows.length === 0) return;
    this.sending = this.insert(rows);
    // a failure is met at the next await; until then it must not count as unhandled
    this.sending.catch(() => undefined);
  }

  private async insert(rows: readonly StagedRow[]): Promise<unknown> {
    // most columns of a sheet stay empty: what nobody filled in is neither sent nor cast
    const filled = this.columns.flatMap((column, i) =>
      rows.some(({ values }) => values[i] !== null) ? [{ column, i }] : [],
    );
    const all: StagedColumn[] = [{ key: 'row', type: 'integer' }, ...filled.map(({ column }) => column)];
    const arrays = [
      sql`${rows.map(({ row }) => row)}::integer[]`,
      ...filled.map(({ i }) => {
        // one more, empty, so that a single empty text is not taken for an empty array
        const parts = rows.map(({ values }) => values[i] ?? nothing);
        return sql`string_to_array(${`${parts.join(separator)}${separator}${nothing}`}, ${separator}, ${nothing})`;
      }),
    ];
    const names = all.map(({ key }) => sql.ref(key));
    const casts = all.map(({ key, type }) => sql`u.${sql.ref(key)}::${sql.raw(type)}`);
    const staged = sql`select ${sql.join(casts)} from unnest(${sql.join(arrays)})
      with ordinality as u (${sql.join(names)}, nth) where u.nth <= ${rows.length}`;
    if (!(await this.writer?.opens(rows.length, batchRows))) {
      return sql`insert into ${this.table} (${sql.join(names)}) ${staged}`.execute(this.trx);
    }
    // with an offset the question is asked once a row, not once for each of its two uses
    const fresh = this.writer?.isFresh((key) => all.some((column) => column.key === key));
    return this.writer?.write(sql`insert into ${this.table} (${sql.join(names)}, verdict, written)
      select ${sql.join(names)}, case when fresh then 'added' end, fresh
      from (select u.*, ${fresh} as fresh from (${staged}) u offset 0) said`);
  }
}
