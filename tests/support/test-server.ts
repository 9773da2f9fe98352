import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { isAlive } from '../../apps/server/cluster/process-table.ts';
import { startCluster } from '../../apps/server/cluster/start-cluster.ts';

const root = resolve(import.meta.dirname, '../..');
const databaseFolder = join(root, 'apps/server/database');
const migrator = join(databaseFolder, 'migrate.ts');

/** A server for tests with the name of its migrated template database. */
export interface TestServer {
  url: string;
  template: string;
  leave(): Promise<void>;
}

/**
 * TEST_DATABASE_URL or DATABASE_URL (its login must be allowed to create databases), else a private cluster in the
 * temporary folder that all test runs of this checkout share; the last one to leave stops it.
 */
export async function joinTestServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL;
  if (given) return { url: given, template: await prepareTemplate(given), leave: async () => undefined };
  const name = createHash('sha256').update(root).digest('hex').slice(0, 8);
  const dataFolder = join(tmpdir(), `hujian-test-${process.getuid?.() ?? 'user'}-${name}`);
  const cluster = await startCluster({ dataFolder, log: () => undefined, shared: true, durable: false });
  return { url: cluster.url, template: await prepareTemplate(cluster.url), leave: () => cluster.stop() };
}

/** Makes the template for today's migrations unless it is there; its name changes with their content. */
async function prepareTemplate(url: string): Promise<string> {
  const template = `hujian_template_${hashMigrations()}`;
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(4711)');
    const found = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (found.rowCount === 0) {
      await removeLeftovers(client);
      const draft = `${template}_draft`;
      await client.query(`drop database if exists ${draft} with (force)`);
      await client.query(`create database ${draft} encoding 'UTF8' template template0`);
      await migrateTemplate(replaceDatabase(url, draft));
      await client.query(`comment on database ${draft} is '${new Date().toISOString()}'`);
      await client.query(`alter database ${draft} rename to ${template}`);
    }
  } finally {
    await client.end();
  }
  return template;
}

/** While there are no migrations the template is an empty database. */
async function migrateTemplate(url: string): Promise<void> {
  if (!existsSync(migrator)) return;
  const { migrate }: { migrate: (url: string) => Promise<unknown> } = await import(migrator);
  await migrate(url);
}

function hashMigrations(): string {
  const hash = createHash('sha256');
  const files = existsSync(databaseFolder)
    ? readdirSync(databaseFolder, { recursive: true, encoding: 'utf8' })
    : [];
  for (const file of files.filter((name) => /\.(sql|ts)$/.test(name) && !name.endsWith('.test.ts')).sort()) {
    hash.update(file).update(readFileSync(join(databaseFolder, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

/** Databases of test runs that died, and templates that were made long ago (a run of today may still use a newer one). */
async function removeLeftovers(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string; made: string | null }>(
    `select datname as name, shobj_description(oid, 'pg_database') as made from pg_database d
     where (datname like 'hujian\\_test\\_%' or datname like 'hujian\\_template\\_%')
       and not exists (select from pg_stat_activity a where a.datname = d.datname)`,
  );
  const dead = rows.filter(({ name, made }) => {
    const pid = /^hujian_test_(\d+)_/.exec(name)?.[1];
    return pid === undefined ? Date.now() - Date.parse(made ?? '') > templateLifeMs : !isAlive(Number(pid));
  });
  for (const { name } of dead) await client.query(`drop database if exists ${escapeIdentifier(name)}`);
}

const templateLifeMs = 2 * 60 * 60 * 1000;

/** The same server, another database. */
export function replaceDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
