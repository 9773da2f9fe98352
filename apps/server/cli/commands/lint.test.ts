import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportEdition, type Finding } from '@hujian/drafting';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readVocabulary } from '../../features/library/read-standards.ts';
import { runLine } from '../testing/run-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'hujian-lint-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runLine('lint', ...args);

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Answer {
  errors: number;
  warnings: number;
  editions: { edition: string | null; findings: Finding[]; unplaced: number }[];
}
const rulesOf = (out: string): string[] =>
  (JSON.parse(out) as Answer).editions.flatMap(({ findings }) => findings.map(({ rule }) => rule));

const standards = join(import.meta.dirname, '../../../../standards');

test('an edition of the library is told what is out of date, with the document and its day', async () => {
  const { exitCode, out } = await run('rural-basic/2019');
  expect(exitCode).toBe(0);
  expect(out).toContain(
    'RB-08：任期3年：现行规定为5年（依据《中国共产党农村基层组织工作条例》，自2019-01-10起）。',
  );
  expect(out).toMatch(/错误 0，提醒 \d+，说明 \d+/);
});

test('a day in the past is held against the rules of that day', async () => {
  const { out } = await run('rural-basic/2019', '--as-of', '2018-12-31', '--json');
  expect(rulesOf(out)).not.toContain('term-years');
});

test('an edition as a file whose points do not add up ends with 1', async () => {
  const text = readFileSync(join(standards, 'rural-basic/2019.yaml'), 'utf8');
  const { exitCode, out } = await run(
    write('2019.yaml', text.replace('fullMarks: 100', 'fullMarks: 90')),
    '--json',
  );
  expect(exitCode).toBe(1);
  expect(rulesOf(out)).toEqual(expect.arrayContaining(['points-sum', 'term-years']));
});

test('a written standard is read, taken as it is proposed, and held against the rules', async () => {
  const file = write(
    '标准.txt',
    '农村基层党组织建设基本标准\n一、班子建设\n1．班子任期。村党组织任期为3年，期满按时换届。\n2．教育培训。党员每年学习培训不少于24学时，各项制度上墙。\n',
  );
  const { exitCode, out } = await run(file, '--json');
  expect([exitCode, rulesOf(out)]).toEqual([
    0,
    expect.arrayContaining(['term-years', 'member-hours', 'rules-on-walls']),
  ]);
  expect((JSON.parse(out) as Answer).editions[0]?.edition).toBeNull();
});

test.each(['xlsx', 'docx'] as const)(
  'an edition exported as %s is the edition again',
  async (format) => {
    const source: Record<string, unknown> = parse(
      readFileSync(join(standards, 'rural-basic/2019.yaml'), 'utf8'),
    );
    const { bytes } = await exportEdition(source, format, readVocabulary());
    const { exitCode, out } = await run(write(`2019.${format}`, bytes), '--json');
    expect(exitCode).toBe(0);
    expect(rulesOf(out)).toEqual(rulesOf((await run('rural-basic/2019', '--json')).out));
    expect((JSON.parse(out) as Answer).editions[0]?.edition).toBe('rural-basic/2019');
  },
  60_000,
);

test('what is no edition and no file says which there are', async () => {
  const { exitCode, err } = await run('rural-basic/1999');
  expect([exitCode, err]).toEqual([2, expect.stringContaining('rural-basic/2019')]);
  expect((await run(join(folder, '没有.docx'))).exitCode).toBe(2);
  expect((await run(write('坏.yaml', 'a: [1'))).err).toContain('第');
  expect((await run(write('诗.txt', '床前明月光'))).err).toContain('没有找到条目');
});

test('no database is opened: the command works where none could be', () => {
  const env = { ...process.env, HUJIAN_DATA: '/dev/null/none', DATABASE_URL: 'postgres://127.0.0.1:1/none' };
  const main = join(import.meta.dirname, '../main.ts');
  const out = execFileSync(process.execPath, [main, 'lint', 'soe-basic/2025', '--json'], {
    env,
    encoding: 'utf8',
  });
  expect(JSON.parse(out)).toMatchObject({ errors: 0 });
});
