import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import type { StagedColumn } from './staged-columns.ts';

/** One row ready for staging: the row of the sheet and its values as PostgreSQL text. */
export interface StagedRow {
  row: number;
  values: readonly (string | null)[];
}

/** Rows on their way into a stage: a query of typed columns, and which columns hold anything at all. */
export interface StagedBatch {
  query: RawBuilder<unknown>;
  filled: readonly string[];
}

/** Takes staged rows on into their table while further ones are read. */
export interface StageWriter {
  /** Whether it takes this batch: stages it and writes what may be written of it. */
  opens(): boolean;
  write(batch: StagedBatch): Promise<void>;
  /** Whether all of these rows are written: nothing is left to match. */
  wrote(rows: number): boolean;
}

const separator = '\u001e';
const nothing = '\u001f';
const batchRows = 2000;
/** Batches that are ready while the database takes one before them; with more, reading waits. */
const mostReady = 4;

/**
 * A temporary table of staged rows. Rows go over in batches of whole columns; the next ones are read and made ready
 * while the database takes the last. Values hold no control characters: the cell parsers drop them.
 */
export class Stage {
  readonly name: string;
  private readonly trx: Trx;
  private readonly columns: readonly StagedColumn[];
  private rows: StagedRow[] = [];
  private sending: Promise<unknown> = Promise.resolve();
  private ready = 0;
  private readonly organizationAt: number;
  /** The organizations of its rows, by id. */
  readonly organizations = new Set<string>();
  count = 0;
  writer: StageWriter | undefined;

  private constructor(trx: Trx, name: string, columns: readonly StagedColumn[]) {
    this.trx = trx;
    this.name = name;
    this.columns = columns;
    this.organizationAt = columns.findIndex(({ key }) => key === 'organization');
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

  /** Takes a row; what it gives back, if anything, is to be waited for before the next one. */
  push(row: StagedRow): Promise<unknown> | undefined {
    const organization = row.values[this.organizationAt];
    if (organization) this.organizations.add(organization);
    this.rows.push(row);
    this.count++;
    if (this.rows.length < batchRows) return undefined;
    const before = this.sending;
    this.send();
    return this.ready > mostReady ? before : undefined;
  }

  /** Sends what is left; if rows wait to be matched, gathers statistics, so that those statements are planned well. */
  async finish(): Promise<void> {
    if (this.rows.length > 0) this.send();
    await this.sending;
    if (!this.writer?.wrote(this.count)) await sql`analyze ${this.table}`.execute(this.trx);
  }

  private send(): void {
    const batch = this.batchOf(this.rows);
    this.rows = [];
    this.ready++;
    this.sending = this.sending.then(async () => {
      await this.insert(batch);
      this.ready--;
    });
    // a failure is met at the next await; until then it must not count as unhandled
    this.sending.catch(() => undefined);
  }

  private insert(batch: StagedBatch): Promise<unknown> {
    if (this.writer?.opens()) return this.writer.write(batch);
    const names = sql.join(batch.filled.map((key) => sql.ref(key)));
    return sql`insert into ${this.table} (${names}) ${batch.query}`.execute(this.trx);
  }

  /** Most columns of a sheet are empty or say the same in each row: only what differs goes row by row. */
  private batchOf(rows: readonly StagedRow[]): StagedBatch {
    const sent: Sent[] = [{ key: 'row', type: 'integer', texts: rows.map(({ row }) => String(row)) }];
    for (const [i, { key, type }] of this.columns.entries()) {
      const first = rows[0]?.values[i] ?? null;
      const differs = rows.some(({ values }) => values[i] !== first);
      if (differs) sent.push({ key, type, texts: rows.map(({ values }) => values[i] ?? nothing) });
      else if (first !== null) sent.push({ key, type, same: first });
    }
    const arrays = sent.filter((column) => 'texts' in column);
    const values = sent.map((column) => {
      const value = 'texts' in column ? sql`u.${sql.ref(column.key)}` : sql`${column.same}`;
      return sql`${value}::${sql.raw(column.type)} as ${sql.ref(column.key)}`;
    });
    return {
      filled: sent.map(({ key }) => key),
      query: sql`select ${sql.join(values)} from unnest(${sql.join(arrays.map(arrayOf))})
        with ordinality as u (${sql.join(arrays.map(({ key }) => sql.ref(key)))}, nth)
        where u.nth <= ${rows.length}`,
    };
  }
}

/** A column of a batch: its texts row by row, or the one that all rows have. */
type Sent = StagedColumn & ({ texts: string[] } | { same: string });

/** One more, empty, so that a single empty text is not taken for an empty array. */
const arrayOf = ({ texts }: { texts: string[] }): RawBuilder<unknown> =>
  sql`string_to_array(${`${texts.join(separator)}${separator}${nothing}`}, ${separator}, ${nothing})`;
