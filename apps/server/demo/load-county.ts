import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { stripTables } from '../database/strip-tables.ts';
import { type Batch, encodeRow, listColumns, type TableName, tableNames } from './rows.ts';

/** The tables whose ids are drawn from a sequence that must go on after the loaded ones. */
const numbered = new Set<TableName>(tableNames.filter((name) => name !== 'attendance'));

/**
 * Brings the batches into an empty database in one transaction: COPY into temporary tables, then one statement a
 * table as the system's role, because row-level security holds for the owner too.
 * @returns how many rows each table received
 */
export async function loadCounty(
  url: string,
  batches: Iterable<Batch>,
  log: (message: string) => void,
): Promise<Record<TableName, number>> {
  const client = new Client({ connectionString: url, application_name: 'hujian demo' });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`set local role hujian_system`);
    await client.query(`set local synchronous_commit = off`);
    await prepareStage(client);
    for (const batch of batches) await copyBatch(client, batch);
    log('示范县的记录已经写好，正在归位和建立索引……');
    const counts = await moveIn(client);
    await client.query('commit');
    // Statistics for the planner, and the map of visible pages that lets it answer from an index alone.
    await client.query(`vacuum (analyze) ${tableNames.join(', ')}`);
    return counts;
  } catch (thrown) {
    await client.query('rollback').catch(() => undefined);
    throw thrown;
  } finally {
    await client.end();
  }
}

async function prepareStage(client: Client): Promise<void> {
  for (const name of tableNames) {
    const columns = listColumns(name).join(', ');
    await client.query(
      `create temporary table stage_${name} on commit drop as select ${columns} from ${name} limit 0`,
    );
  }
}

async function copyBatch(client: Client, batch: Batch): Promise<void> {
  for (const name of tableNames) {
    const rows = batch[name];
    if (rows.length === 0) continue;
    const columns = listColumns(name);
    const target = client.query(copyFrom(`copy stage_${name} (${columns.join(', ')}) from stdin`));
    await pipeline(Readable.from(encodeChunks(rows, columns), { objectMode: false }), target);
  }
}

/** Lines go out in pieces of some 64 kB: one write a row would cost more than the row. */
function* encodeChunks(rows: Batch[TableName], columns: string[]): Generator<Buffer> {
  let text = '';
  for (const row of rows) {
    text += encodeRow(row, columns);
    if (text.length > 65_536) {
      yield Buffer.from(text);
      text = '';
    }
  }
  if (text !== '') yield Buffer.from(text);
}

async function moveIn(client: Client): Promise<Record<TableName, number>> {
  const counts = {} as Record<TableName, number>;
  for (const name of tableNames) {
    const columns = listColumns(name).join(', ');
    const bulk = name === 'attendance';
    await client.query('reset role');
    const stripped = bulk ? await stripTables(client, [name]) : null;
    await client.query('set local role hujian_system');
    const moved = await client.query(`insert into ${name} (${columns}) select ${columns} from stage_${name}`);
    counts[name] = moved.rowCount ?? 0;
    const last = numbered.has(name) ? await findLastId(client, name) : null;
    await client.query('reset role');
    await stripped?.putBack();
    if (last !== null)
      await client.query('select setval(pg_get_serial_sequence($1, $2), $3)', [name, 'id', last]);
  }
  return counts;
}

async function findLastId(client: Client, name: TableName): Promise<number | null> {
  const { rows } = await client.query<{ last: number | null }>(
    `select max(id)::float8 as last from stage_${name}`,
  );
  return rows[0]?.last ?? null;
}
