import { Logger, makeWorkerUtils, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker';
import { Client, type Pool } from 'pg';
import type { Services } from '../http/services.ts';
import type { JobTask } from './jobs.ts';

export interface RunningJobs {
  stop(): Promise<void>;
}

const retryMs = 15_000;

/**
 * Runs the queue in this process. Of several programs on one database only the one that holds the worker's lock runs
 * jobs; whoever gets the lock knows that no other worker lives, and frees the jobs that a killed one left locked.
 */
export async function startJobs(
  url: string,
  services: Services,
  tasks: readonly JobTask[],
): Promise<RunningJobs> {
  const keeper = createKeeper(url);
  let runner: Runner | undefined;
  let stopped = false;
  const stopRunner = async (): Promise<void> => {
    await runner?.stop();
    runner = undefined;
  };
  const tryToRun = async (): Promise<void> => {
    if (stopped || (runner && keeper.holds())) return;
    const got = await keeper.take();
    // The lock went with a lost connection, and another program was faster: it works now.
    if (!got && runner) await stopRunner();
    if (!got || runner) return;
    await unlockAbandoned(services.pool);
    for (const task of tasks) await task.resume?.(services);
    runner = await startRunner(services, tasks);
  };
  await tryToRun();
  const timer = setInterval(() => {
    tryToRun().catch((thrown: unknown) => services.log(`后台任务暂时无法启动：${String(thrown)}`));
  }, retryMs);
  timer.unref();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await stopRunner();
      await keeper.release();
    },
  };
}

function startRunner(services: Services, tasks: readonly JobTask[]): Promise<Runner> {
  const taskList: TaskList = Object.fromEntries(
    tasks.map((task) => [
      task.name,
      async (payload: unknown, helpers: { abortSignal?: AbortSignal }) => {
        try {
          await task.run(services, payload, helpers.abortSignal);
        } catch (thrown) {
          services.log(
            `后台任务 ${task.name} 出错，将自动重试：${thrown instanceof Error ? thrown.message : ''}`,
          );
          throw thrown;
        }
      },
    ]),
  );
  const daily = tasks.flatMap((task) =>
    task.daily ? [{ task: task.name, match: toUtcPattern(task.daily) }] : [],
  );
  return run({
    pgPool: services.pool,
    taskList,
    parsedCronItems: parseCronItems(
      daily.map((item) => ({ ...item, options: { backfillPeriod: 20 * 3_600_000 } })),
    ),
    concurrency: 2,
    pollInterval: 5_000,
    noHandleSignals: true,
    logger: quiet,
  });
}

/** The worker reckons in UTC; China is eight hours ahead all year. */
export const toUtcPattern = (at: { hour: number; minute: number }): string =>
  `${at.minute} ${(at.hour + 16) % 24} * * *`;

async function unlockAbandoned(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ worker: string }>(
    'select distinct locked_by as worker from graphile_worker.jobs where locked_by is not null',
  );
  if (rows.length === 0) return;
  const utils = await makeWorkerUtils({ pgPool: pool, logger: quiet });
  try {
    await utils.forceUnlockWorkers(rows.map((row) => row.worker));
  } finally {
    await utils.release();
  }
}

/** Keeps the worker's lock on a connection of its own: it goes when the process goes. */
function createKeeper(url: string) {
  let client: Client | undefined;
  let held = false;
  const connect = async (): Promise<Client> => {
    const fresh = new Client({ connectionString: url, application_name: 'hujian jobs' });
    fresh.on('error', () => {
      client = undefined;
      held = false;
    });
    await fresh.connect();
    client = fresh;
    return fresh;
  };
  return {
    holds: () => held,
    async take(): Promise<boolean> {
      if (held) return true;
      const { rows } = await (client ?? (await connect())).query<{ got: boolean }>(
        `select pg_try_advisory_lock(hashtextextended('hujian.worker', 0)) as got`,
      );
      held = rows[0]?.got === true;
      return held;
    },
    async release(): Promise<void> {
      await client?.end().catch(() => undefined);
    },
  };
}

const quiet = new Logger(() => () => undefined);
