import { expect, test } from 'vitest';
import { encodeGbk } from '../fixtures/encode-gbk.ts';
import { openSource } from '../open-source.ts';
import type { Block, Table } from '../source.ts';

const page = (body: string): string =>
  `<!DOCTYPE html><html><head><title>不在页上</title></head><body>${body}</body></html>`;
const read = async (body: string): Promise<Block[]> =>
  (await openSource(new TextEncoder().encode(page(body)))).blocks;
const words = (blocks: Block[]): string[] =>
  blocks.map((block) =>
    block.type === 'paragraph' ? `${block.number ?? ''}${block.text}` : `表${block.rows.length}`,
  );

test('tags, scripts, styles and comments are gone, entities are signs, blocks are paragraphs', async () => {
  const blocks = await read(
    '<script>var a="<p>脚本</p>";</script><style>p{}</style><!-- 注释 <p>x</p> --><div><p>第一条&nbsp;&ldquo;三会一课&rdquo;&#12290;&lt;b&gt;</p><p>第二<b>条</b><br/>换行</p></div>尾',
  );
  expect(words(blocks)).toEqual(['第一条 “三会一课”。<b>', '第二条', '换行', '尾']);
  expect(blocks.map((block) => (block.type === 'paragraph' ? block.at : 0))).toEqual(
    [1, 2, 3, 4].map((paragraph) => ({ paragraph })),
  );
});

test('headings, weight and place', async () => {
  const blocks = await read(
    '<h2>总则</h2><p align="center"><strong>标题</strong></p><p style="text-align: center">中</p><p>左</p>',
  );
  expect(blocks).toMatchObject([
    { text: '总则', outline: 2 },
    { text: '标题', bold: true, centred: true },
    { text: '中', centred: true },
    { text: '左' },
  ]);
  expect(blocks[3]).not.toHaveProperty('centred');
});

test('numbers of lists as the page shows them', async () => {
  expect(
    words(
      await read(
        '<ol start="3"><li>丙</li><li>丁<ol type="a"><li>子</li></ol></li><li value="9">壬</li></ol><ol style="list-style-type: cjk-ideographic"><li>首</li></ol><ul><li>点</li></ul>',
      ),
    ),
  ).toEqual(['3.丙', '4.丁', 'a.子', '9.壬', '一、首', '点']);
});

test('tables with spans; a table around the whole page is only a frame', async () => {
  const inner =
    '<table><tr><th colspan=2>项目</th><th>分值</th></tr><tr><td rowspan="2">组织</td><td><p>甲</p><p>乙</p></td><td>5</td></tr><tr><td>丙</td><td>6</td></tr></table>';
  const blocks = await read(`<table><tr><td><p>前</p>${inner}<p>后</p></td></tr></table>`);
  expect(words(blocks)).toEqual(['前', '表3', '后']);
  const table = blocks[1] as Table;
  expect(table.columns).toBe(3);
  expect(
    table.rows.map(({ cells }) => cells.map((c) => `${c.text}@${c.column}+${c.columnSpan}x${c.rowSpan}`)),
  ).toEqual([
    ['项目@0+2x1', '分值@2+1x1'],
    ['组织@0+1x2', '甲\n乙@1+1x1', '5@2+1x1'],
    ['丙@1+1x1', '6@2+1x1'],
  ]);
});

test('a page in GBK is a page', async () => {
  const { blocks } = await openSource(
    encodeGbk('<html><meta charset="gbk"><body><p>党员大会每季度召开</p></body></html>'),
  );
  expect(words(blocks)).toEqual(['党员大会每季度召开']);
});

test('pages that never close anything end', async () => {
  const broken = [
    '<p>甲<table><tr><td>乙<ol><li>丙<b>丁',
    '<p>甲<!-- 没有结尾',
    '<p>甲<a href="',
    '<p>甲<script>',
    '<'.repeat(50_000),
  ];
  for (const one of broken) {
    const blocks = await read(`<p>首</p>${one}`);
    expect(words(blocks)[0]).toBe('首');
  }
  const from = performance.now();
  await read(`首${'<table><tr><td>'.repeat(20_000)}`);
  await read(`<p>甲${'<a b="'.repeat(50_000)}`);
  expect(performance.now() - from).toBeLessThan(3000);
});

test('a text with a few tags left in it is a text', async () => {
  const { blocks } = await openSource(new TextEncoder().encode('第一条 甲<br>\n第二条 3 < 5'));
  expect(words(blocks)).toEqual(['第一条 甲<br>', '第二条 3 < 5']);
});
