import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { withDatabase } from '../../../../tests/support/database.ts';
import { runImport } from './run-import.ts';
import { createSmallCounty, entryOf, importServices, type SmallCounty } from './testing/small-county.ts';
import { workbook } from './testing/workbook.ts';

const database = withDatabase();
let small: SmallCounty;
beforeAll(async () => {
  small = await createSmallCounty(database.url);
  return () => small.pool.end();
});

const child = join(import.meta.dirname, 'testing/take-in-child.ts');
const manyPeople = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    organization: ['X101', 'X102', 'X201'][i % 3] ?? '',
    name: `王${String.fromCharCode(0x4e00 + (i % 4000))}${String.fromCharCode(0x4e00 + Math.floor(i / 4000))}`,
    birth_on: '1980-01-01',
    admitted_on: '2010-07-01',
  }));

test('killed in the middle of taking, nothing of the file is there; run again, all of it is, once', async () => {
  const checked = await small.bringIn(await workbook('roster', { 党员名册: manyPeople(12_000) }), {
    take: false,
  });
  expect(checked.state).toBe('ready');
  const job = { county: small.county.county, id: checked.id, take: true };
  await setState(checked.id, 'taking');
  const running = spawn(
    process.execPath,
    [child, JSON.stringify({ url: database.url, scope: small.county, id: checked.id })],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await untilProgress(checked.id);
  running.kill('SIGKILL');
  await once(running, 'exit');
  expect(running.signalCode).toBe('SIGKILL');
  expect(await small.count('person', 'true')).toBe(0);
  expect(await small.count('register_span', 'true')).toBe(0);
  // the queue gives the job to the next process, which finds the state as it was left
  const end = await runImport(importServices, entryOf(small.door, small.officer), job);
  expect(end.state).toBe('taken');
  expect(await small.count('person', 'true')).toBe(12_000);
  expect(await runImport(importServices, entryOf(small.door, small.officer), job)).toMatchObject({
    state: 'gone',
  });
  expect(await small.count('person', 'true')).toBe(12_000);
}, 120_000);

test('two imports of the same file at once: one adds, the other finds everything there', async () => {
  const rows = Array.from({ length: 300 }, (_, i) => ({
    organization: 'X101',
    figure: '人口',
    counted_on: `${1990 + (i % 30)}-${String(1 + Math.floor(i / 30)).padStart(2, '0')}-15`,
    value: i,
  }));
  const file = await workbook('figures', { 概况数据: rows });
  const ends = await Promise.all([small.bringIn(file), small.bringIn(file)]);
  expect(ends.map(({ state }) => state)).toEqual(['taken', 'taken']);
  expect(ends.map(({ summary }) => summary?.sheets[0]?.added).sort()).toEqual([0, 300]);
  expect(await small.count('figure', 'true')).toBe(300);
});

async function setState(id: number, state: 'taking'): Promise<void> {
  await small.door.asActor(small.officer, 'write', async (trx) => {
    await trx.updateTable('import_file').set({ state, done: 0 }).where('id', '=', id).execute();
  });
}

/** Other connections see how far it is while it runs. */
async function untilProgress(id: number): Promise<void> {
  for (;;) {
    if ((await small.count('import_file', `id = ${id} and done > 3000`)) > 0) return;
    await wait(20);
  }
}
