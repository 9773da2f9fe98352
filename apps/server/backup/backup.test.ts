import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { asSystem, countRows, fillCounty } from '../../../tests/support/county-rows.ts';
import { withDatabase } from '../../../tests/support/database.ts';
import { BackupProblem } from './backup-problem.ts';
import { checkBackup } from './read-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

const folder = mkdtempSync(join(tmpdir(), 'hujian-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

describe('a backup', () => {
  const source = withDatabase();
  const target = withDatabase();

  test('comes back with the same rows, byte by byte, and ids go on after them', async () => {
    await fillCounty(source.pool, 50);
    await source.pool.query(
      `insert into account (id, name, email) values ('a', '张三\\N', 'a@example.invalid')`,
    );
    const first = await writeBackup(source.url, at('first.hujian'));
    await restoreBackup(target.url, at('first.hujian'), { replace: false });
    const second = await writeBackup(target.url, at('second.hujian'));
    expect(second.manifest.tables).toEqual(first.manifest.tables);
    expect(second.manifest.sequences).toEqual(first.manifest.sequences);
    expect(first.manifest.tables.find(({ name }) => name === 'organization')?.rows).toBe(51);
  });

  test('leaves policies and append-only triggers in force: a restore must not unlock the house', async () => {
    const open =
      await target.pool.query(`select c.relname from pg_class c join pg_trigger t on t.tgrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and t.tgenabled <> 'O'`);
    expect(open.rows).toEqual([]);
    const unforced = `select count(*)::int as n from pg_class where relnamespace = 'public'::regnamespace
      and relrowsecurity and not relforcerowsecurity`;
    expect((await target.pool.query(unforced)).rows).toEqual([{ n: 0 }]);
    const visible = 'select count(*)::int as n from organization';
    expect((await target.pool.query(visible)).rows).toEqual((await source.pool.query(visible)).rows);
  });

  test('leaves every key and index as it was: they are taken off for the load', async () => {
    const shape = `select pg_get_constraintdef(oid) as it from pg_constraint where connamespace = 'public'::regnamespace
      union all select indexdef from pg_indexes where schemaname = 'public' order by 1`;
    expect((await target.pool.query(shape)).rows).toEqual((await source.pool.query(shape)).rows);
  });

  test('does not overwrite content unless it is told to', async () => {
    await expect(restoreBackup(target.url, at('first.hujian'), { replace: false })).rejects.toThrow(
      '--replace',
    );
    await asSystem(target.pool, (client) => client.query(`update organization set name = '改了'`));
    await restoreBackup(target.url, at('first.hujian'), { replace: true });
    const again = await writeBackup(target.url, at('again.hujian'));
    expect(again.manifest.tables).toEqual((await checkBackup(at('first.hujian'))).tables);
  });

  test('of a newer program is refused: its tables would not fit', async () => {
    await source.pool.query(`insert into migration (name, sha256) values ('99990101-01-later.sql', 'x')`);
    await writeBackup(source.url, at('newer.hujian'));
    await source.pool.query(`delete from migration where name like '9999%'`);
    await expect(restoreBackup(target.url, at('newer.hujian'), { replace: true })).rejects.toThrow(
      '更新的程序版本',
    );
    expect(await countRows(target.pool, 'organization')).toBe(51);
  });

  test('that cannot be finished leaves no file', async () => {
    await expect(writeBackup(source.url, join(folder, 'nowhere', 'x.hujian'))).rejects.toThrow('ENOENT');
    await expect(writeBackup(source.url, folder)).rejects.toThrow();
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
  });
});

describe('a damaged or foreign file', () => {
  const source = withDatabase();
  const file = at('sound.hujian');

  async function expectUntouched(path: string): Promise<void> {
    await expect(checkBackup(path)).rejects.toThrow(BackupProblem);
    await expect(restoreBackup(source.url, path, { replace: true })).rejects.toThrow(BackupProblem);
    expect(await countRows(source.pool, 'organization')).toBe(21);
  }

  test('with one flipped bit anywhere is refused and the database untouched', async () => {
    await fillCounty(source.pool, 20);
    await writeBackup(source.url, file);
    const sound = readFileSync(file);
    for (const place of [0, 20, sound.length >> 1, sound.length - 40, sound.length - 1]) {
      const bad = Buffer.from(sound);
      bad.writeUInt8(bad.readUInt8(place) ^ 1, place);
      writeFileSync(at('bad.hujian'), bad);
      await expectUntouched(at('bad.hujian'));
    }
  });

  test('cut short at any length is refused', async () => {
    for (const length of [0, 10, 16, 40, 60, statSync(file).size - 1]) {
      writeFileSync(at('short.hujian'), readFileSync(file));
      truncateSync(at('short.hujian'), length);
      await expectUntouched(at('short.hujian'));
    }
  });

  test('of another program is called foreign, not damaged', async () => {
    writeFileSync(at('foreign.sql'), '-- PostgreSQL database dump\n'.repeat(50));
    await expect(checkBackup(at('foreign.sql'))).rejects.toThrow('不是互鉴的备份文件');
  });
});

describe('under load', () => {
  const source = withDatabase();
  const target = withDatabase();

  test('a backup taken while others write holds whole transactions only', async () => {
    await fillCounty(source.pool, 20_000);
    const stop = new AbortController();
    const writing = keepWriting(stop.signal);
    await writeBackup(source.url, at('busy.hujian'));
    stop.abort();
    const written = await writing;
    await restoreBackup(target.url, at('busy.hujian'), { replace: true });
    const organizations = await countRows(target.pool, 'organization');
    expect(written).toBeGreaterThan(0);
    expect(await countRows(target.pool, 'organization_span')).toBe(organizations);
  });

  /** Adds organizations each with its span, in one transaction, as fast as it goes. */
  async function keepWriting(stop: AbortSignal): Promise<number> {
    let count = 0;
    for (; !stop.aborted; count++) {
      await asSystem(source.pool, async (client) => {
        const id = 100_000 + count;
        await client.query(
          `insert into organization (county, id, path, parent, code, name, form, level, founded_on)
           values (1, $1::int, '1.' || $1::int || '.', 1, 'N' || $1::int, '新村', 'branch', 'village', '1990-01-01')`,
          [id],
        );
        await client.query(
          `insert into organization_span (county, organization, path, name, form, level, valid_from)
           values (1, $1::int, '1.' || $1::int || '.', '新村', 'branch', 'village', '1990-01-01')`,
          [id],
        );
      });
    }
    return count;
  }

  test('a restore that is killed in the middle leaves the old content as it was', async () => {
    const before = await writeBackup(target.url, at('before.hujian'));
    const module = JSON.stringify(join(import.meta.dirname, 'restore-backup.ts'));
    const script = `const { restoreBackup } = await import(${module});
      await restoreBackup(${JSON.stringify(target.url)}, ${JSON.stringify(at('busy.hujian'))}, { replace: true });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
    await untilCopying();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const after = await writeBackup(target.url, at('after.hujian'));
    expect(child.signalCode).toBe('SIGKILL');
    expect(after.manifest.tables).toEqual(before.manifest.tables);
  });

  async function untilCopying(): Promise<void> {
    for (let waited = 0; waited < 20_000; waited += 2) {
      const { rowCount } = await source.pool.query(
        `select from pg_stat_activity where query like 'copy%' and datname = $1 and state = 'active'`,
        [new URL(target.url).pathname.slice(1)],
      );
      if (rowCount) return;
      await pause(2);
    }
    throw new Error('the restore did not come to copying');
  }
});
