import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAuth } from '../access/auth.ts';
import { openSecretKey } from '../access/open-secret-key.ts';
import { createSealed } from '../access/sealed.ts';
import { createDoor } from '../database/door.ts';
import { openPool } from '../database/open-pool.ts';
import { isDemo } from '../demo/is-demo.ts';
import { loadLibrary } from '../features/library/load-library.ts';
import { readVocabulary } from '../features/library/read-standards.ts';
import { allTasks } from '../jobs/all-tasks.ts';
import { jobs } from '../jobs/jobs.ts';
import { startJobs } from '../jobs/start-jobs.ts';
import { createApp } from './create-app.ts';
import type { Services } from './services.ts';

export interface ServerOptions {
  /** A migrated database. */
  databaseUrl: string;
  dataFolder: string;
  /** 127.0.0.1 unless said. */
  host?: string;
  /** 0: any free port. */
  port: number;
  demo?: boolean;
  /** The address people type, when a proxy with TLS stands before the program (HUJIAN_ORIGIN). */
  origin?: string | undefined;
  log?: (message: string) => void;
  now?: () => Date;
  /** false: no background work; for tests that need none. */
  work?: boolean;
}

export interface RunningServer {
  url: string;
  services: Services;
  close(): Promise<void>;
}

/** Starts the program on a migrated database: loads the editions, runs the queue, answers on the address. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const host = options.host ?? '127.0.0.1';
  const services = createServices(options);
  // In the order of their beginning; they end the other way round, after a failure too: a port that is taken.
  const begun: (() => Promise<unknown>)[] = [() => services.pool.end()];
  const close = async (): Promise<void> => {
    for (const end of begun.reverse()) await end();
  };
  try {
    services.demo ||= await isDemo(services.door);
    await loadLibrary(services);
    if (options.work !== false) {
      const running = await startJobs(options.databaseUrl, services, allTasks);
      begun.push(() => running.stop());
    }
    const app = await createApp(services, { host, origin: options.origin });
    begun.push(() => app.close());
    const url = await app.listen({ host, port: options.port });
    return { url, services, close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

/** What the features need, also without a server: commands use it as it is. */
export function createServices(
  options: Pick<ServerOptions, 'databaseUrl' | 'dataFolder' | 'demo' | 'origin' | 'log' | 'now'>,
): Services {
  const pool = openPool(options.databaseUrl);
  const door = createDoor(pool);
  const sealed = createSealed(openSecretKey(options.dataFolder));
  const auth = createAuth({
    pool,
    secret: sealed.deriveSecret('sign-in'),
    origin: options.origin,
    isDisabled: (account) =>
      door.asSystem('is the account disabled', async (trx) => {
        const found = await trx
          .selectFrom('account')
          .select('disabled_at')
          .where('id', '=', account)
          .executeTakeFirst();
        return !found || found.disabled_at !== null;
      }),
  });
  return {
    door,
    pool,
    auth,
    sealed,
    jobs,
    vocabulary: readVocabulary(),
    dataFolder: options.dataFolder,
    demo: options.demo ?? false,
    version: readVersion(),
    now: options.now ?? (() => new Date()),
    log: options.log ?? ((message) => console.error(message)),
  };
}

function readVersion(): string {
  const file = join(import.meta.dirname, '../../../package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return version;
}
