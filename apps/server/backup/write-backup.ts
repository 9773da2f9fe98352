import { createHash } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type BackupFile, createBackupFile } from './backup-file.ts';
import { type BackupManifest, type BackupTable, countRows, kinds } from './backup-format.ts';
import { BackupProblem } from './backup-problem.ts';
import {
  type CatalogueTable,
  listMigrations,
  listSequences,
  listTables,
  textSettings,
} from './list-tables.ts';

export interface WrittenBackup {
  manifest: BackupManifest;
  bytes: number;
}

/** Writes the whole content of the database, as it stands at one moment, to a file. Others may write meanwhile. */
export async function writeBackup(
  url: string,
  path: string,
  keyMark: string | null = null,
): Promise<WrittenBackup> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const file = await createBackupFile(path);
    try {
      const manifest = await writeContent(client, file, keyMark);
      return { manifest, bytes: await file.finish() };
    } catch (thrown) {
      await file.abandon();
      throw thrown;
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function writeContent(
  client: Client,
  file: BackupFile,
  keyMark: string | null,
): Promise<BackupManifest> {
  await client.query('begin isolation level repeatable read read only');
  await client.query(textSettings);
  await requireContent(client);
  const migrations = await listMigrations(client);
  const { rows } = await client.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  );
  const tables: BackupTable[] = [];
  for (const table of await listTables(client)) tables.push(await writeTable(client, table, file));
  const manifest: BackupManifest = {
    product: 'hujian',
    format: 1,
    madeAt: new Date().toISOString(),
    serverVersion: rows[0]?.version ?? '',
    keyMark,
    migrations,
    tables,
    // Last: sequences stand outside the snapshot, and a later value is always safe.
    sequences: await listSequences(client),
  };
  await client.query('commit');
  await file.write(kinds.manifest, Buffer.from(JSON.stringify(manifest)));
  return manifest;
}

async function writeTable(client: Client, table: CatalogueTable, file: BackupFile): Promise<BackupTable> {
  const { name, columns } = table;
  await client.query(table.forced ? 'set local role hujian_system' : 'reset role');
  await file.write(kinds.table, Buffer.from(JSON.stringify({ name, columns })));
  const sum = createHash('sha256');
  let rows = 0;
  for await (const chunk of client.query(copyTo(selectRows(table)))) {
    sum.update(chunk);
    rows += countRows(chunk);
    await file.write(kinds.data, chunk);
  }
  await client.query('reset role');
  return { name, columns, rows, sha256: sum.digest('hex') };
}

function selectRows({ name, columns, primaryKey }: CatalogueTable): string {
  const list = columns.map((column) => escapeIdentifier(column)).join(', ');
  const order = (primaryKey.length > 0 ? primaryKey : columns)
    .map((column) => escapeIdentifier(column))
    .join(', ');
  return `copy (select ${list} from ${escapeIdentifier(name)} order by ${order}) to stdout`;
}

async function requireContent(client: Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('public.migration') is not null as there`,
  );
  if (rows[0]?.there) return;
  throw new BackupProblem('数据库还是空的，没有可备份的内容；请先用 hujian start 启动一次。', 1);
}
