import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { Client, escapeIdentifier } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { stripTables } from '../database/strip-tables.ts';
import type { BackupManifest, TableHead } from './backup-format.ts';
import { BackupProblem } from './backup-problem.ts';
import { type CatalogueTable, listMigrations, listTables, textSettings } from './list-tables.ts';
import { checkBackup, readBackup } from './read-backup.ts';

/**
 * Replaces the content of a migrated database by that of a backup file, wholly or not at all: the file is checked to
 * its last byte first, and everything happens in one transaction, under locks that nobody sees past.
 */
export async function restoreBackup(
  url: string,
  path: string,
  options: { replace: boolean },
): Promise<BackupManifest> {
  const manifest = await checkBackup(path);
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin');
    await client.query(
      `${textSettings}; set local client_min_messages = warning; set local lock_timeout = '15s'`,
    );
    const tables = await listTables(client);
    await requireSameSchema(client, manifest, tables);
    await lockAll(client, tables);
    if (!options.replace) await requireEmpty(client);
    await loadAll(client, path, manifest, tables);
    await client.query('commit');
    await client.query('analyze');
    return manifest;
  } finally {
    // A transaction that was not committed ends here with the connection.
    await client.end().catch(() => undefined);
  }
}

async function requireSameSchema(
  client: Client,
  manifest: BackupManifest,
  tables: CatalogueTable[],
): Promise<void> {
  const here = await listMigrations(client);
  const known = new Map(here.map(({ name, sha256 }) => [name, sha256]));
  if (manifest.migrations.some(({ name, sha256 }) => known.get(name) !== sha256)) {
    throw new BackupProblem('这份备份来自更新的程序版本，请先升级程序再恢复；没有动任何数据。');
  }
  const same = new Map(tables.map(({ name, columns }) => [name, columns.join()]));
  const fits = manifest.tables.every(({ name, columns }) => same.get(name) === columns.join());
  if (here.length !== manifest.migrations.length || tables.length !== manifest.tables.length || !fits) {
    throw new BackupProblem('这份备份来自较早的程序版本，请用那个版本恢复后再升级；没有动任何数据。');
  }
}

async function lockAll(client: Client, tables: CatalogueTable[]): Promise<void> {
  const list = tables.map(({ name }) => escapeIdentifier(name)).join(', ');
  try {
    await client.query(`lock table ${list} in access exclusive mode`);
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === '55P03')) throw thrown;
    throw new BackupProblem('有程序正在使用这个数据库，请先停止它再恢复；没有动任何数据。', 2);
  }
}

async function requireEmpty(client: Client): Promise<void> {
  // Looked at without the policies, which would show an owner nothing at all.
  await client.query('alter table organization no force row level security');
  const { rows } = await client.query<{ filled: boolean }>(
    'select exists (select from account) or exists (select from organization) as filled',
  );
  if (!rows[0]?.filled) return;
  throw new BackupProblem(
    '数据库里已有数据；如确要用备份替换全部现有数据，请加 --replace（建议先另做一份备份）。',
    2,
  );
}

async function loadAll(
  client: Client,
  path: string,
  manifest: BackupManifest,
  tables: CatalogueTable[],
): Promise<void> {
  const names = tables.map(({ name }) => escapeIdentifier(name));
  // The owner steps around policies and append-only triggers for this transaction; both are back before it commits.
  for (const name of names) {
    await client.query(`alter table ${name} no force row level security`);
    await client.query(`alter table ${name} disable trigger user`);
  }
  await client.query(`truncate ${names.join(', ')}`);
  const stripped = await stripTables(
    client,
    tables.map(({ name }) => name),
  );
  await loadRows(client, path);
  await stripped.putBack();
  for (const { name, next } of manifest.sequences) {
    await client.query(`alter sequence if exists ${escapeIdentifier(name)} restart with ${BigInt(next)}`);
  }
  for (const { name, forced } of tables) {
    await client.query(`alter table ${escapeIdentifier(name)} enable trigger user`);
    if (forced) await client.query(`alter table ${escapeIdentifier(name)} force row level security`);
  }
  await dropJobs(client);
}

async function loadRows(client: Client, path: string): Promise<void> {
  let load: Load | undefined;
  for await (const part of readBackup(path)) {
    if ('data' in part) await load?.write(part.data);
    else {
      await load?.finish();
      load = 'table' in part ? startLoad(client, part.table) : undefined;
    }
  }
  await load?.finish();
}

interface Load {
  write(rows: Buffer): Promise<void>;
  finish(): Promise<void>;
}

/** COPY into one table, no faster than the server takes it; an error of the server ends the write that waits. */
function startLoad(client: Client, table: TableHead): Load {
  const stream = client.query(copyFrom(insertRows(table)));
  const ended = finished(stream);
  ended.catch(() => undefined);
  return {
    write: async (rows) => {
      if (!stream.write(rows)) await Promise.race([once(stream, 'drain'), ended]);
    },
    finish: async () => {
      stream.end();
      await ended;
    },
  };
}

function insertRows({ name, columns }: TableHead): string {
  return `copy ${escapeIdentifier(name)} (${columns.map((column) => escapeIdentifier(column)).join(', ')}) from stdin`;
}

/** Jobs speak of rows that are gone; what must happen again is planned again when the program starts. */
async function dropJobs(client: Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('graphile_worker._private_jobs') is not null as there`,
  );
  if (rows[0]?.there) await client.query('delete from graphile_worker._private_jobs');
}
