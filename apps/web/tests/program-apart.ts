import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { TestServer } from '../../../tests/support/server.ts';

/** The program in a process of its own, on a test's database. */
export interface ProgramApart {
  /** Stays the same when it is killed and started again. */
  readonly url: string;
  /** By a calendar that is so many days ahead of today. */
  start(daysAhead?: number): Promise<void>;
  /** A power cut: the process is gone without a word. */
  kill(): Promise<void>;
}

export function programApart(server: TestServer): ProgramApart {
  let child: ChildProcess | undefined;
  let port = 0;
  return {
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    start: async (daysAhead = 0) => {
      port ||= await findPort();
      const { database, services } = server;
      const script = join(import.meta.dirname, 'serve-child.ts');
      const given = [script, database.url, services.dataFolder, String(port), String(daysAhead)];
      child = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'inherit'] });
      const ended = once(child, 'exit').then(() => Promise.reject(new Error('the program did not start')));
      if (child.stdout) await Promise.race([once(child.stdout, 'data'), ended]);
      ended.catch(() => undefined);
    },
    kill: async () => {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function findPort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
