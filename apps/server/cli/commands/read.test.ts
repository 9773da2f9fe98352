import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runLine } from '../testing/run-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'hujian-read-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = runLine;

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const standard = `农村党组织考核评分细则
（满分100分）
一、组织生活
1．三会一课（10分）。支部党员大会每季度至少召开1次，每少1次扣2分。
2．主题党日（5分）。每月开展1次，未开展的不得分。
`;

test('--json prints the draft of the contract and nothing else on stdout', async () => {
  const { exitCode, out } = await run('read', write('细则.txt', standard), '--json');
  const draft = JSON.parse(out);
  expect([exitCode, draft.title, draft.chapters[0].items.length]).toEqual([0, '农村党组织考核评分细则', 2]);
  expect(draft.chapters[0].items[0]).toMatchObject({ number: '1', points: 10, at: { paragraph: 4 } });
  expect(out).not.toContain('"words"');
});

test('a person reads chapters, items, points and places in Chinese', async () => {
  const { exitCode, out } = await run('read', write('细则.txt', standard));
  expect(exitCode).toBe(0);
  for (const part of [
    '《农村党组织考核评分细则》',
    '满分 100 分',
    '一、组织生活',
    '（10 分）',
    '［第 4 段］',
    '扣分：',
  ])
    expect(out).toContain(part);
});

test('what had to be done to the file is said beside the answer', async () => {
  const html = `<html><body>${standard.replaceAll('\n', '<br>')}</body></html>`;
  const { exitCode, out, err } = await run('read', write('细则.html', html), '--json');
  expect([exitCode, err]).toEqual([0, expect.stringContaining('网页')]);
  expect(() => JSON.parse(out)).not.toThrow();
});

test('a file that cannot be read, and one that is no standard, end with 1 and a plain sentence', async () => {
  const pdf = await run('read', write('标准.docx', '%PDF-1.7'), '--json');
  expect([pdf.exitCode, JSON.parse(pdf.out)]).toEqual([
    1,
    { error: expect.stringContaining('PDF'), exitCode: 1 },
  ]);
  const poem = await run('read', write('诗.txt', '床前明月光'));
  expect([poem.exitCode, poem.out]).toEqual([1, expect.stringContaining('没有找到条目')]);
});

test('a missing file and a folder are wrong usage', async () => {
  expect((await run('read', join(folder, '没有.docx'))).exitCode).toBe(2);
  expect((await run('read', folder)).exitCode).toBe(2);
});

test('100 MB are refused by their size, without being read', async () => {
  const path = write('大.docx', '');
  truncateSync(path, 100 * 1024 * 1024);
  const before = process.memoryUsage().rss;
  const { exitCode, err } = await run('read', path);
  expect([exitCode, err]).toEqual([1, expect.stringContaining('30 MB')]);
  expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
});

test('no database is opened: the command works where none could be', () => {
  const path = write('细则.txt', standard);
  const env = { ...process.env, HUJIAN_DATA: '/dev/null/none', DATABASE_URL: 'postgres://127.0.0.1:1/none' };
  const main = join(import.meta.dirname, '../main.ts');
  const out = execFileSync(process.execPath, [main, 'read', path, '--json'], { env, encoding: 'utf8' });
  expect(JSON.parse(out).chapters).toHaveLength(1);
});
