import { expect, test } from 'vitest';
import { encodeGbk } from '../fixtures/encode-gbk.ts';
import { openSource } from '../open-source.ts';
import type { Table } from '../source.ts';

const shown = (table: Table): string[] =>
  table.rows.map(
    ({ at, cells }) =>
      `${'paragraph' in at ? at.paragraph : ''} ${cells.map((c) => `${c.text}@${c.column}${c.columnSpan > 1 ? `+${c.columnSpan}` : ''}`).join(' ')}`,
  );

test('a sheet saved as CSV in GBK is its table: quotes, commas and line ends in fields, lines as an editor counts', async () => {
  const csv =
    '考核细则,,,\r\n项目,内容,分值,评分办法\r\n组织,"党员大会,支委会",5,"少1次扣1分\n没有""记录""扣2分"\r\n,主题党日,3,\r\n,,,\r\n合计,,8,';
  const { blocks } = await openSource(encodeGbk(csv));
  expect(blocks.length).toBe(1);
  const table = blocks[0] as Table;
  expect([table.columns, ...shown(table)]).toEqual([
    4,
    '1 考核细则@0+4',
    '2 项目@0 内容@1 分值@2 评分办法@3',
    '3 组织@0 党员大会,支委会@1 5@2 少1次扣1分\n没有"记录"扣2分@3',
    '5 主题党日@1 3@2',
    '7 合计@0 8@2',
  ]);
});

test('cells copied with tabs', async () => {
  const { blocks } = await openSource(new TextEncoder().encode('项目\t内容\t分值\n甲\t乙\t1\n丙\t丁\t2\n'));
  expect(shown(blocks[0] as Table)).toEqual(['1 项目@0 内容@1 分值@2', '2 甲@0 乙@1 1@2', '3 丙@0 丁@1 2@2']);
});

test.each([
  '一,二,三\n党员大会,每季度召开\n支委会,每月,召开,一次',
  '目录\t1\n第一章\t3\n第二章\t6',
  '党员应当遵守章程,参加会议,交纳党费\n支部应当按期换届',
  '甲,乙,丙\n丁,戊,己',
])('prose with commas or tabs stays lines: %j', async (text) => {
  const { blocks } = await openSource(new TextEncoder().encode(text));
  expect(blocks.map(({ type }) => type)).not.toContain('table');
});

test('quotes that never end take no time', async () => {
  const from = performance.now();
  await openSource(new TextEncoder().encode(`甲,乙,丙\n${'"a,'.repeat(200_000)}`));
  expect(performance.now() - from).toBeLessThan(1500);
});
