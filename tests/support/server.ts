/**
 * The whole program on a database of its own, listening on a loopback port.
 *
 *   const server = withServer();
 *   const secretary = await buildAccount(server, 'branch-secretary', village);
 *   const answer = await server.call(secretary, 'GET', '/home');     // { status, body }
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type RunningServer, type ServerOptions, startServer } from '../../apps/server/http/server.ts';
import type { Services } from '../../apps/server/http/services.ts';
import { type TestDatabase, withDatabase } from './database.ts';

/** Somebody signed in, or nobody. */
export interface Caller {
  cookie: string;
}

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the route answers and says what it expects
  body: any;
  headers: Headers;
}

export interface TestServer {
  readonly url: string;
  readonly services: Services;
  readonly database: TestDatabase;
  call(who: Caller | null, method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer>;
  /** Ends the program and starts it again on the same database. */
  restart(): Promise<void>;
}

export function withServer(
  options: Pick<ServerOptions, 'now' | 'work' | 'demo'> = { work: false },
): TestServer {
  const database = withDatabase({ stocked: true });
  const dataFolder = mkdtempSync(join(tmpdir(), 'hujian-server-'));
  let running: RunningServer | undefined;
  const logged: string[] = [];
  const start = async () => {
    running = await startServer({
      databaseUrl: database.url,
      dataFolder,
      port: 0,
      log: (message) => logged.push(message),
      ...options,
    });
  };
  beforeAll(start, 120_000);
  afterAll(async () => {
    await running?.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });
  const now = (): RunningServer => {
    if (!running) throw new Error('withServer(): the server runs only while tests run');
    return running;
  };
  return {
    get url() {
      return now().url;
    },
    get services() {
      return now().services;
    },
    database,
    call: (who, method, path, body) => call(`${now().url}/api${path}`, who, method, body, logged),
    restart: async () => {
      await now().close();
      await start();
    },
  };
}

async function call(
  url: string,
  who: Caller | null,
  method: 'GET' | 'POST',
  body: unknown,
  logged: string[],
): Promise<Answer> {
  const headers: Record<string, string> = who ? { cookie: who.cookie } : {};
  if (body !== undefined) headers['content-type'] = 'application/json';
  const response = await fetch(url, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  // What went wrong inside the program is of use in the test's own output.
  if (response.status >= 500) console.error(logged.at(-1));
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  return {
    status: response.status,
    body: isJson && text ? JSON.parse(text) : text,
    headers: response.headers,
  };
}
