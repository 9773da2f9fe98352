import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { isAlive } from '../../apps/server/cluster/process-table.ts';
import { startCluster } from '../../apps/server/cluster/start-cluster.ts';

const root = resolve(import.meta.dirname, '../..');
const databaseFolder = join(root, 'apps/server/database');
const migrator = join(databaseFolder, 'migrate.ts');
/** The editions, and what reads them. */
const lawFolders = ['standards', 'packages/engine/src', 'apps/server/features/library'].map((folder) =>
  join(root, folder),
);

/** Names of databases to clone. */
interface Templates {
  /** With all migrations. */
  template: string;
  /** Also with the editions of standards/, as a server finds them at its second start. */
  stocked: string;
}

/** A server for tests. */
export interface TestServer extends Templates {
  url: string;
  leave(): Promise<void>;
}

/**
 * TEST_DATABASE_URL or DATABASE_URL (its login must be allowed to create databases), else a private cluster in the
 * temporary folder that all test runs of this checkout share; the last one to leave stops it.
 */
export async function joinTestServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL;
  if (given) return { url: given, ...(await prepareTemplates(given)), leave: async () => undefined };
  const name = createHash('sha256').update(root).digest('hex').slice(0, 8);
  const dataFolder = join(tmpdir(), `hujian-test-${process.getuid?.() ?? 'user'}-${name}`);
  const cluster = await startCluster({ dataFolder, log: () => undefined, shared: true, durable: false });
  return { url: cluster.url, ...(await prepareTemplates(cluster.url)), leave: () => cluster.stop() };
}

/** Makes what is missing; the names change with the content of migrations and standards. */
async function prepareTemplates(url: string): Promise<Templates> {
  const template = `hujian_template_${hashFiles([databaseFolder])}`;
  const stocked = `${template}_${hashFiles([databaseFolder, ...lawFolders])}`;
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(4711)');
    await makeOnce(client, template, 'template0', () => migrateTemplate(replaceDatabase(url, draft)));
    await makeOnce(client, stocked, template, () => stockTemplate(replaceDatabase(url, draft)));
  } finally {
    await client.end();
  }
  return { template, stocked };
}

const draft = 'hujian_template_draft';

async function makeOnce(client: Client, name: string, from: string, fill: () => Promise<void>) {
  const found = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (found.rowCount !== 0) return;
  await removeLeftovers(client);
  await client.query(`drop database if exists ${draft} with (force)`);
  await client.query(`create database ${draft} encoding 'UTF8' template ${from}`);
  await fill();
  await client.query(`comment on database ${draft} is '${new Date().toISOString()}'`);
  await client.query(`alter database ${draft} rename to ${name}`);
}

/** While there are no migrations the template is an empty database. */
async function migrateTemplate(url: string): Promise<void> {
  if (!existsSync(migrator)) return;
  const { migrate }: { migrate: (url: string) => Promise<unknown> } = await import(migrator);
  await migrate(url);
}

/** Reading and taking in the editions is most of a server's first start, and the same for every test. */
async function stockTemplate(url: string): Promise<void> {
  const { createServices } = await import('../../apps/server/http/server.ts');
  const { loadLibrary } = await import('../../apps/server/features/library/load-library.ts');
  const dataFolder = mkdtempSync(join(tmpdir(), 'hujian-stock-'));
  const services = createServices({ databaseUrl: url, dataFolder, log: () => undefined });
  try {
    await loadLibrary(services);
  } finally {
    await services.pool.end();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

function hashFiles(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
    const counted = files.filter((name) => /\.(sql|ts|yaml)$/.test(name) && !name.endsWith('.test.ts'));
    for (const file of counted.sort()) hash.update(file).update(readFileSync(join(folder, file)));
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
