import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { countRows, fillCounty } from '../../../tests/support/county-rows.ts';
import { withDatabase } from '../../../tests/support/database.ts';
import { commands } from './commands/index.ts';
import { describeCommand } from './help.ts';
import { noteAct } from './note-act.ts';
import { listOptions } from './read-options.ts';
import { runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'hujian-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  vi.stubEnv('HUJIAN_DATA', join(folder, 'data'));
  return () => vi.unstubAllEnvs();
});

async function run(args: string[], stopped = new AbortController().signal) {
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = await runCommand(args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    stopped,
  });
  return { exitCode, out: out.join('\n'), err: err.join('\n') };
}

describe('wrong usage', () => {
  test('an unknown command is answered with those that exist', async () => {
    const { exitCode, out, err } = await run(['stat']);
    expect([exitCode, out]).toEqual([2, '']);
    for (const { name } of commands) expect(err).toContain(name);
  });

  test('an unknown option is answered with those that exist', async () => {
    const { exitCode, err } = await run(['restore', 'x', '--replce']);
    expect(exitCode).toBe(2);
    expect(err).toContain('--replce');
    expect(err).toContain('--replace');
  });

  test.each([
    [['backup'], 'FILE'],
    [['backup', 'a', 'b'], '“b”'],
    [['start', '--port', '70000'], 'port'],
    [['start', '--port'], '--port'],
    [['start', '--port', 'abc'], '--port 写得不对'],
    [['report'], '缺少选项 --scope。缺少选项 --out。'],
    [['evaluate', '--scope', 'x', '--as-of', '2026-13-45'], '--as-of 应写成 2026-06-30 这样的日期'],
  ])('%j says what is wrong', async (args, said) => {
    const { exitCode, err } = await run(args);
    expect(exitCode).toBe(2);
    expect(err).toContain(said);
  });

  test('with --json a failure is one JSON object too, so that scripts need no second parser', async () => {
    const { exitCode, out } = await run(['restore', join(folder, 'missing'), '--json']);
    expect(JSON.parse(out)).toMatchObject({ exitCode, error: expect.stringContaining('找不到') });
    expect(exitCode).toBe(3);
  });
});

test('every command in the list loads, bears its name and explains each option in the help', async () => {
  for (const { name, load } of commands) {
    const { command } = await load();
    expect(command.name).toBe(name);
    for (const option of listOptions(command)) expect(option.summary, `${name} ${option.flag}`).not.toBe('');
    expect(describeCommand(command)).toContain(command.summary);
  }
});

test('a database that does not answer is a matter of the environment, in Chinese and without the password', async () => {
  vi.stubEnv('DATABASE_URL', 'postgresql://someone:geheim@127.0.0.1:1/x');
  const { exitCode, err } = await run(['backup', join(folder, 'x')]);
  expect(exitCode).toBe(3);
  expect(err).toContain('连不上数据库');
  expect(err).not.toContain('geheim');
});

describe('on a database', () => {
  const source = withDatabase();
  const target = withDatabase();
  const file = join(folder, 'all.hujian');
  const on = (database: { url: string }) => vi.stubEnv('DATABASE_URL', database.url);

  test('backup, verify and restore answer scripts with JSON and exit codes', async () => {
    await fillCounty(source.pool, 5);
    on(source);
    expect(JSON.parse((await run(['backup', file, '--json'])).out)).toMatchObject({
      file,
      tables: expect.any(Number),
    });
    expect(JSON.parse((await run(['verify', file, '--json'])).out)).toMatchObject({ ok: true });
    expect((await run(['restore', file])).exitCode).toBe(2);
    on(target);
    expect((await run(['restore', file])).exitCode).toBe(0);
    expect(await countRows(target.pool, 'organization')).toBe(6);
  });

  test('a damaged backup is the answer no', async () => {
    const bytes = readFileSync(file);
    const bad = join(folder, 'bad.hujian');
    writeFileSync(bad, bytes.subarray(0, bytes.length - 9));
    expect((await run(['verify', bad])).exitCode).toBe(1);
    expect((await run(['restore', bad, '--replace'])).exitCode).toBe(1);
  });

  test('verify proves the audit chain and names the first line that somebody changed', async () => {
    on(source);
    for (const n of [1, 2, 3]) await noteAct(source.url, 'system.backup', { n });
    expect((await run(['verify'])).exitCode).toBe(0);
    await source.pool.query(`alter table audit_line no force row level security;
      alter table audit_line disable trigger user;
      update audit_line set details = '{"n": 9}' where number = 3;
      alter table audit_line enable trigger user;
      alter table audit_line force row level security`);
    const { exitCode, out } = await run(['verify', '--json']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ ok: false, firstBroken: { county: 0, number: 3 } });
  });

  test('doctor tells server and migrations', async () => {
    on(source);
    const { findings } = JSON.parse((await run(['doctor', '--json'])).out);
    expect(findings.find((one: { name: string }) => one.name === 'migrations').text).toBe('已是最新');
  });

  test('a command that is interrupted says that nothing half-done counts', async () => {
    on(source);
    const { exitCode, err } = await run(['backup', join(folder, 'late')], AbortSignal.abort());
    expect(exitCode).toBe(3);
    expect(err).toContain('已中断');
  });
});

test('the launcher hands on the exit code', () => {
  const launcher = resolve(import.meta.dirname, '../../../bin/hujian.mjs');
  const { status, stderr } = spawnSync(process.execPath, [launcher, 'nothing'], { encoding: 'utf8' });
  expect(stderr).toContain('没有命令');
  expect(status).toBe(2);
});
