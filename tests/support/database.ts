/**
 * A real PostgreSQL for every test, with all migrations applied.
 *
 *   const database = withDatabase();                  // at the top of the file: one database of its own for this file
 *   test('…', async () => {
 *     await database.pool.query('insert …');          // database.url is its address
 *   });
 *   test('…', () => inTransaction(database.pool, async (client) => { … }));   // rolled back at the end
 *
 * Works from any project of vitest.config.ts. The login is an ordinary owner (no superuser): row-level security holds.
 * `withDatabase({ empty: true })` gives a database without any migration, `withDatabase({ stocked: true })` one that
 * holds the editions of standards/ already.
 */
import { Client, Pool, type PoolClient } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { joinTestServer, replaceDatabase, type TestServer } from './test-server.ts';

export interface TestDatabase {
  readonly url: string;
  readonly pool: Pool;
}

/** Gives the test file its own database, cloned from the migrated template and dropped at the end. */
export function withDatabase(options: { empty?: boolean; stocked?: boolean } = {}): TestDatabase {
  let server: TestServer | undefined;
  let pool: Pool | undefined;
  let url: string | undefined;
  const name = nextName();
  beforeAll(async () => {
    server = await joinTestServer();
    const migrated = options.stocked ? server.stocked : server.template;
    const template = options.empty ? 'template0' : migrated;
    await runOnServer(
      server.url,
      `create database ${name} template ${template}`,
      `alter database ${name} set timezone = 'Asia/Shanghai'`,
    );
    url = replaceDatabase(server.url, name);
    pool = new Pool({ connectionString: url, max: 5 });
    // The drop at the end cuts connections that a test forgot; that must not fail the run.
    pool.on('error', () => undefined);
  }, 120_000);
  afterAll(async () => {
    await pool?.end();
    if (server) await dropDatabase(server.url, name);
    await server?.leave();
  }, 60_000);
  return {
    get url() {
      return required(url);
    },
    get pool() {
      return required(pool);
    },
  };
}

/** Runs the test in one transaction that is rolled back, whatever it does. */
export async function inTransaction<T>(pool: Pool, task: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    return await task(client);
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
}

/** The server's own vacuum may be at work in it, and only a superuser may cut that off: it is soon done. */
async function dropDatabase(url: string, name: string): Promise<void> {
  for (let left = 20; ; left -= 1) {
    try {
      return await runOnServer(url, `drop database if exists ${name} with (force)`);
    } catch (error) {
      if (left === 0 || !(error instanceof Error) || !('code' in error) || error.code !== '42501')
        throw error;
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
}

async function runOnServer(url: string, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function required<T>(value: T | undefined): T {
  if (value === undefined)
    throw new Error('withDatabase(): the database exists only while tests run (beforeAll to afterAll)');
  return value;
}

let count = 0;

function nextName(): string {
  count += 1;
  return `hujian_test_${process.pid}_${Date.now().toString(36)}_${count}`;
}
