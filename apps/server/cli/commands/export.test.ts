import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EditionSource, readEdition, sameEdition } from '@hujian/drafting';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readVocabulary, standardsFolder } from '../../features/library/read-standards.ts';
import { runLine } from '../testing/run-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'hujian-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runLine('export', ...args);

const original = parse(readFileSync(join(standardsFolder, 'five-good/2024.yaml'), 'utf8')) as EditionSource;

test.each([
  ['yaml', 'five-good.yaml', []],
  ['xlsx', 'five-good.xlsx', []],
  ['docx', 'five-good.of-the-county', ['--as', 'docx']],
] as const)(
  'an edition of the library is written as %s without a database and read back the same',
  async (as, name, more) => {
    const file = join(folder, name);
    const { exitCode, out } = await run('five-good/2024', file, ...more, '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ edition: 'five-good/2024', as, file });
    const back = await readEdition(readFileSync(file), readVocabulary());
    if ('problems' in back) throw new Error(back.problems.join('\n'));
    expect(sameEdition(original, back.source, { examples: as !== 'docx' })).toBe(true);
  },
);

test('a file name that says nothing of the form is refused with what to write', async () => {
  const { exitCode, err } = await run('five-good/2024', join(folder, 'five-good.pdf'));
  expect(exitCode).toBe(2);
  expect(err).toContain('.yaml、.xlsx 或 .docx');
});

test('a folder that is not there is said, and nothing is written', async () => {
  const { exitCode, err } = await run('five-good/2024', join(folder, 'nowhere/five-good.yaml'));
  expect(exitCode).toBe(3);
  expect(err).toContain('写不了文件');
});
