import { expect, test } from 'vitest';
import { withServer } from '../../../tests/support/server.ts';
import type { JobTask } from './jobs.ts';
import { startJobs, toUtcPattern } from './start-jobs.ts';

const server = withServer();

/** Waits until something holds; a test that waits in vain times out with its own name. */
async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}

function collect(name: string): { task: JobTask; seen: unknown[] } {
  const seen: unknown[] = [];
  return { seen, task: { name, run: async (_services, payload) => void seen.push(payload) } };
}

const add = (task: string, payload: Record<string, unknown>, key?: string) =>
  server.services.door.asSystem('a test queues a job', (trx) =>
    server.services.jobs.add(trx, task, payload, key),
  );
const waiting = async (task: string): Promise<number> => {
  const { rows } = await server.services.pool.query(
    'select count(*)::int as n from graphile_worker.jobs where task_identifier = $1',
    [task],
  );
  return rows[0].n;
};

test('a job runs once, after a restart of the worker too; a job of the same key takes the place of the waiting one', async () => {
  const { task, seen } = collect('test.once');
  const first = await startJobs(server.database.url, server.services, []);
  await first.stop();
  await add('test.once', { n: 1 }, 'same');
  await add('test.once', { n: 2 }, 'same');
  const second = await startJobs(server.database.url, server.services, [task]);
  await until(async () => (await waiting('test.once')) === 0);
  expect(seen).toEqual([{ n: 2 }]);
  await second.stop();
});

test('a job is not there when the transaction that wanted it fails', async () => {
  await expect(
    server.services.door.asSystem('a test queues a job and fails', async (trx) => {
      await server.services.jobs.add(trx, 'test.never', {});
      throw new Error('after the job');
    }),
  ).rejects.toThrow('after the job');
  expect(await waiting('test.never')).toBe(0);
});

test('a job that a killed program left locked is taken up by the next one', async () => {
  const { task, seen } = collect('test.abandoned');
  await add('test.abandoned', { n: 1 });
  await server.services.pool.query(
    `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-that-was-killed' where task_id =
       (select id from graphile_worker._private_tasks where identifier = 'test.abandoned')`,
  );
  const running = await startJobs(server.database.url, server.services, [task]);
  await until(() => seen.length > 0);
  expect(seen).toEqual([{ n: 1 }]);
  await running.stop();
});

test('of two programs on one database only one works, and leaves the jobs of the other alone', async () => {
  const one = collect('test.shared');
  const two = collect('test.shared');
  const first = await startJobs(server.database.url, server.services, [one.task]);
  const second = await startJobs(server.database.url, server.services, [two.task]);
  for (let n = 0; n < 5; n += 1) await add('test.shared', { n });
  await until(async () => (await waiting('test.shared')) === 0);
  expect(one.seen).toHaveLength(5);
  expect(two.seen).toEqual([]);
  await second.stop();
  await first.stop();
});

test.each([
  [{ hour: 0, minute: 10 }, '10 16 * * *'],
  [{ hour: 8, minute: 0 }, '0 0 * * *'],
  [{ hour: 7, minute: 59 }, '59 23 * * *'],
])('%o in China is %s for the worker, which reckons in UTC', (at, pattern) => {
  expect(toUtcPattern(at)).toBe(pattern);
});
