import { Logger, runMigrations } from 'graphile-worker';
import { Client } from 'pg';
import { ensureRoles } from './ensure-roles.ts';
import { type MigrationFile, readMigrationFiles } from './migration-files.ts';
import { MigrationProblem } from './migration-problem.ts';

export interface MigrateOptions {
  log?: (message: string) => void;
  /** Another folder of SQL files; for tests. */
  folder?: string;
}

/**
 * Brings the database at `url` up to this program: each dated SQL file once, in order, in a transaction of its own.
 * Throws MigrationProblem when a file that has run was changed or the database is newer than the program.
 * @returns the names of the files that ran
 */
export async function migrate(url: string, options: MigrateOptions = {}): Promise<string[]> {
  const files = readMigrationFiles(options.folder);
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    // Two programs may start at once; the second one waits and finds the work done.
    await client.query(`select pg_advisory_lock(hashtextextended('hujian.migrate', 0))`);
    await ensureRoles(client);
    await prepareTable(client);
    const pending = await listPending(client, files);
    for (const file of pending) {
      options.log?.(`升级数据库：${file.name}`);
      await runFile(client, file);
    }
    // The queue's own tables, so that a command may queue work before any program has served.
    if (!options.folder) await runMigrations({ connectionString: url, logger: quiet });
    return pending.map((file) => file.name);
  } finally {
    await client.end();
  }
}

const quiet = new Logger(() => () => undefined);

async function prepareTable(client: Client): Promise<void> {
  await client.query(`set client_min_messages = warning`);
  await client.query(`create table if not exists migration (
    name text primary key, sha256 text not null, ran_at timestamptz not null default clock_timestamp())`);
}

async function listPending(client: Client, files: MigrationFile[]): Promise<MigrationFile[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration');
  const known = new Map(files.map((file) => [file.name, file]));
  for (const row of rows) {
    const file = known.get(row.name);
    if (!file) {
      throw new MigrationProblem(
        `数据库比本程序新（它已执行 ${row.name}，本程序没有这个文件）。请改用与数据库相同或更新的版本启动；数据没有改动。`,
      );
    }
    if (file.sha256 !== row.sha256) {
      throw new MigrationProblem(
        `升级文件 ${row.name} 与当初在此数据库执行时的内容不同，程序不再继续。请重新取得完整的程序文件；数据没有改动。`,
      );
    }
  }
  const ran = new Set(rows.map((row) => row.name));
  return files.filter((file) => !ran.has(file.name));
}

async function runFile(client: Client, file: MigrationFile): Promise<void> {
  await client.query('begin');
  try {
    await client.query(file.sql);
    await client.query('insert into migration (name, sha256) values ($1, $2)', [file.name, file.sha256]);
    await client.query('commit');
  } catch (thrown) {
    await client.query('rollback').catch(() => undefined);
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new MigrationProblem(`升级文件 ${file.name} 没有成功，已全部撤回：${why}`, { cause: thrown });
  }
}
