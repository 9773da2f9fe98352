import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { withDatabase } from '../../../tests/support/database.ts';
import { migrate } from './migrate.ts';

const database = withDatabase({ empty: true });
const folder = mkdtempSync(join(tmpdir(), 'hujian-migrations-'));
const first = '20261121-01-organizations.sql';
cpSync(join(import.meta.dirname, 'migrations'), folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every file runs once: a second run, and two at the same time, change nothing', async () => {
  const [one, two] = await Promise.all([migrate(database.url), migrate(database.url)]);
  expect([...one, ...two].filter((name) => name === first)).toHaveLength(1);
  expect(await migrate(database.url)).toEqual([]);
});

test('an owner without superuser rights can take on both roles', async () => {
  const { rows } = await database.pool.query(`select rolsuper from pg_roles where rolname = current_user`);
  expect(rows[0]).toEqual({ rolsuper: false });
  await database.pool.query('begin; set local role hujian_actor; set local role hujian_system; rollback');
});

test('a migration file that was changed after it ran stops the program', async () => {
  writeFileSync(join(folder, first), `${readFileSync(join(folder, first), 'utf8')}\n-- changed\n`);
  await expect(migrate(database.url, { folder })).rejects.toThrow(
    `${first} 与当初在此数据库执行时的内容不同`,
  );
});

test('a database that is newer than the program stops the program', async () => {
  rmSync(join(folder, first));
  await expect(migrate(database.url, { folder })).rejects.toThrow('数据库比本程序新');
});

test('a file that fails half way leaves nothing of itself behind', async () => {
  cpSync(join(import.meta.dirname, 'migrations'), folder, { recursive: true });
  writeFileSync(join(folder, '29990101-01-broken.sql'), 'create table half_done (); select 1/0;');
  await expect(migrate(database.url, { folder })).rejects.toThrow('29990101-01-broken.sql 没有成功');
  const { rows } = await database.pool.query(`select to_regclass('half_done') as it`);
  expect(rows[0].it).toBeNull();
});
