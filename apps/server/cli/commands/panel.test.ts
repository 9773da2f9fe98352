import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runLine } from '../testing/run-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'hujian-panel-'));
beforeAll(() => {
  z.config(z.locales.zhCN());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(work: string, input: unknown, ...more: string[]) {
  const file = join(folder, `${work}.json`);
  writeFileSync(file, typeof input === 'string' ? input : JSON.stringify(input));
  return runLine('panel', work, file, ...more);
}

const rating = { panelist: 'p1', unit: 'v1', item: 'a', score: 87, home: 'v9' };
const round = {
  units: ['v1', 'v2', 'v3', 'v4'].map((id) => ({ id, parent: 't1', class: 'leading' })),
  panelists: ['v1', 'v2', 'v3', 'v4', 'v5'].map((home) => ({ id: `p-${home}`, home, unavailable: [] })),
  days: ['2026-09-01', '2026-09-02'],
  perVisit: 3,
  perDay: 4,
  seed: 'x',
};

test('analyse --json prints the keys of the contract and nothing else', async () => {
  const { exitCode, out } = await run('analyse', { scale: [0, 100], ratings: [rating] }, '--json');
  const answer = JSON.parse(out);
  expect(exitCode).toBe(0);
  expect(answer.units[0]).toMatchObject({
    unit: 'v1',
    raw: 87,
    fair: 87,
    rankLow: 1,
    rankHigh: 1,
    band: 'A',
  });
  expect(answer.panelists[0]).toMatchObject({ panelist: 'p1', severity: 0, flags: [] });
  expect(answer.agreement).toEqual({ kendallW: null });
  expect(answer.warnings.length).toBeGreaterThan(0);
});

test('plan --json prints visits, coverage and reasons; without it a person reads the same', async () => {
  const answer = JSON.parse((await run('plan', round, '--json')).out);
  expect(answer.visits).toHaveLength(4);
  expect(answer.visits[0]).toMatchObject({ day: expect.any(String), order: 1, panelists: expect.any(Array) });
  expect(answer.coverage).toMatchObject({ planned: 4, missing: [] });
  const { exitCode, out } = await run('plan', round);
  expect([exitCode, out]).toEqual([0, expect.stringContaining('共 4 个单位，排了 4 个')]);
});

test('a misspelt key is told, for otherwise an absence would silently not hold', async () => {
  const panelists = [{ id: 'p1', home: 'v2', unavailible: ['2026-09-01'] }];
  const { exitCode, out, err } = await run('plan', { ...round, panelists }, '--json');
  expect([exitCode, err]).toEqual([0, expect.stringContaining('“unavailible”')]);
  expect(JSON.parse(out).visits).not.toEqual([]);
});

test('draw tells the commitment and who was drawn', async () => {
  const { out } = await run('draw', {
    units: [{ id: 'a' }, { id: 'b' }],
    count: 1,
    seed: '0123456789abcdef',
  });
  expect(out).toContain('9f9f5111f7b27a781f1f1ddde5ebc2dd2b796bfc7365c9c28b548e564176929f');
  expect(out).toContain('名单（1个）');
});

describe('hostile input is refused in Chinese, by its place', () => {
  test.each<[string, string, unknown, string]>([
    ['no JSON', 'analyse', '{"scale": [0, 100],', '不是 JSON'],
    ['nothing', 'analyse', '', '不是 JSON'],
    ['another shape', 'analyse', [1, 2], '整个文件'],
    ['null', 'plan', null, '整个文件'],
    ['a scale upside down', 'analyse', { scale: [100, 0], ratings: [] }, '最低分应小于最高分'],
    [
      'a score in words',
      'analyse',
      { scale: [0, 9], ratings: [{ ...rating, score: '87' }] },
      '“ratings” 第 1 个 “score”：应是一个数',
    ],
    [
      'a score without end',
      'analyse',
      '{"scale":[0,9],"ratings":[{"panelist":"p","unit":"v","item":"a","score":1e999}]}',
      '应是一个数',
    ],
    [
      'a name of control characters',
      'analyse',
      { scale: [0, 9], ratings: [{ ...rating, unit: '\u001b[2J' }] },
      '控制字符',
    ],
    ['a day that is none', 'plan', { ...round, days: ['2026-02-30'] }, '2026-09-01 这样的日期'],
    ['a unit twice', 'plan', { ...round, units: [{ id: 'a' }, { id: 'a' }] }, '单位“a”写了两次'],
    ['its own parent', 'plan', { ...round, units: [{ id: 'a', parent: 'a' }] }, '不能是自己的上级'],
    ['half a panelist', 'plan', { ...round, perVisit: 2.5 }, '“perVisit”：应是整数'],
    ['no days', 'plan', { ...round, days: [] }, '至少要有一天'],
    [
      'a place off the earth',
      'plan',
      { ...round, units: [{ id: 'a', lat: 91, lon: 0 }] },
      '应在 -90 到 90 之间',
    ],
    ['a seed that can be guessed', 'draw', { units: [], count: 1, seed: 'x' }, '至少要有 16 个字'],
  ])('%s', async (_name, work, input, said) => {
    const { exitCode, out, err } = await run(work, input, '--json');
    expect(err).toContain(said);
    expect([exitCode, JSON.parse(out)]).toEqual([1, { error: err, exitCode: 1 }]);
    expect(err).not.toMatch(/[A-Z][a-z]+ (input|expected|string)/);
  });

  test('another word than those there are, and a file that is not there, are wrong usage', async () => {
    const wrong = await run('judge', {});
    expect([wrong.exitCode, wrong.err]).toEqual([
      2,
      expect.stringContaining('应是 analyse、plan、draw 之一'),
    ]);
    const missing = await runLine('panel', 'plan', join(folder, 'none.json'));
    expect([missing.exitCode, missing.err]).toEqual([2, expect.stringContaining('读不出文件')]);
  });
});
