import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ResultPacket } from '@hujian/contract';
import { hashOf, outcomeOf, tieRule } from '@hujian/panel';
import { afterAll, expect, test } from 'vitest';
import { runLine } from '../testing/run-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'hujian-result-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const packet: ResultPacket = {
  format: 'hujian result/1',
  round: {
    id: 1,
    title: '第三季度三互活动',
    holder: '某镇',
    periodFrom: '2026-07-01',
    periodUntil: '2026-09-30',
    version: 2,
    edition: 'visit-dimensions/2020',
    revision: '1',
    standingEdition: null,
    standingRevision: null,
    standingAsOf: null,
    standingKnownAt: null,
  },
  weights: { standing: 0, rating: 1, poll: 0, basically: 0.6 },
  weightsPublishedAt: '2026-07-01T00:00:00.000Z',
  basis: null,
  tieRule,
  units: ['v1', 'v2'].map((code) => ({
    code,
    name: code,
    parent: null,
    class: null,
    standing: null,
    poll: null,
  })),
  ratings: ['v1', 'v2'].flatMap((unit, u) =>
    ['p1', 'p2', 'p3'].map((panelist, p) => ({ panelist, unit, item: 'a', score: 80 + 7 * u + p * p })),
  ),
  adjustments: [],
};
const whole = { sha256: hashOf(packet), packet, outcome: outcomeOf(packet) };

function check(content: unknown, ...more: string[]) {
  const path = join(folder, 'result.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return runLine('result', 'check', path, ...more);
}

test('a file that nobody touched is confirmed, for a reader and for a script', async () => {
  expect(await check(whole)).toMatchObject({ exitCode: 0, out: expect.stringContaining('一字不差') });
  expect(JSON.parse((await check(whole, '--json')).out)).toEqual({
    ok: true,
    sha256: whole.sha256,
    round: '第三季度三互活动',
    units: 2,
    differs: [],
  });
});

test.each<[string, string, string, string]>([
  ['a score', '"score":81', '"score":82', '数据包被改动过'],
  ['a total', '"fair":8', '"fair":9', '重新计算的结果与文件中的不同'],
  ['a field that no schema knows', '"format":', '"more":1,"format":', '数据包被改动过'],
  ['a panelist', '"severity":', '"severity":1', '评议人'],
])('a changed digit is the answer no: %s', async (_name, from, to, said) => {
  const { exitCode, out } = await check(JSON.stringify(whole).replace(from, to));
  expect([exitCode, out]).toEqual([1, expect.stringContaining(said)]);
});

test('what is no result is refused in Chinese, not with a stack', async () => {
  const { exitCode, err } = await check({ ...whole, packet: { ...packet, units: 3 } });
  expect([exitCode, err]).toEqual([1, expect.stringContaining('文件里的数据包写得不对（units')]);
  expect((await check({ sha256: 'x' })).err).toContain('应是64位的十六进制数');
  expect((await runLine('result', 'judge', 'x')).exitCode).toBe(2);
});
