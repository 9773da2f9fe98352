import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Source } from '../source/source.ts';
import { sourceOf, type Told, type ToldCell, type ToldTable } from '../testing/source-of.ts';
import { layOut } from './lay-out.ts';

/** Letters that numbers and points are printed with: they may be read instead of kept. */
const READ = /[一二三四五六七八九十第章节条编分满本项计共占值总部]/;

const letters = (text: string): Set<string> =>
  new Set((text.match(/\p{Script=Han}/gu) ?? []).filter((c) => !READ.test(c)));

function wordsIn(source: Source): string {
  return source.blocks
    .map((b) =>
      b.type === 'paragraph' ? b.text : b.rows.map((r) => r.cells.map((c) => c.text).join(' ')).join('\n'),
    )
    .join('\n');
}

function wordsOut(source: Source): string {
  return layOut(source)
    .flatMap((e) => [
      e.title ?? '',
      ...e.left.map((l) => l.text),
      ...e.chapters.flatMap((c) => [
        c.title ?? '',
        ...c.items.flatMap((i) => [i.number ?? '', i.title ?? '', ...i.words.passages.map((p) => p.text)]),
      ]),
    ])
    .join('\n');
}

function lost(source: Source): string[] {
  const out = letters(wordsOut(source));
  return [...letters(wordsIn(source))].filter((c) => !out.has(c));
}

const piece = fc.constantFrom(
  '一、',
  '二、',
  '（一）',
  '（二）',
  '1.',
  '2．',
  '3、',
  '①',
  '②',
  '(1)',
  '第一章 ',
  '第一条 ',
  '第二条　',
  '1.1 ',
  'A.',
  '组织设置',
  '支委会每月召开1次。',
  '党员3人以上的成立党支部；',
  '（10分）',
  '，扣2分。',
  '农村党支部建设标准',
  '目录',
  '附件',
  '评分标准：',
  '每少1次扣1分',
  '合计',
  '100',
  '5',
  '序号',
  '考核内容',
  '分值',
  '评分办法',
  '注：',
  '来源：',
  '2024年5月1日',
  '本办法由组织部负责解释。',
  '附则',
  '\n',
  '　',
  '：',
  '。',
  '12',
  '加分项',
  '社区',
  '任期',
);
const words = fc.array(piece, { maxLength: 6 }).map((p) => p.join(''));
const paragraph: fc.Arbitrary<Told> = fc.record(
  {
    text: words,
    bold: fc.boolean(),
    centred: fc.boolean(),
    outline: fc.integer({ min: 1, max: 9 }),
    size: fc.constantFrom(10, 12, 18),
    number: fc.constantFrom('一、', '1.', '（一）', '第三条', '①', '•', '1.2'),
  },
  { requiredKeys: ['text'] },
);
const cell: fc.Arbitrary<ToldCell> = fc.record({
  text: words,
  columns: fc.integer({ min: 1, max: 3 }),
  rows: fc.integer({ min: 1, max: 3 }),
});
const table: fc.Arbitrary<ToldTable> = fc.record(
  {
    rows: fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 6 }),
    sheet: fc.constantFrom('村级', 'Sheet1'),
  },
  { requiredKeys: ['rows'] },
);
const source = fc.array(fc.oneof({ weight: 4, arbitrary: paragraph }, { weight: 1, arbitrary: table }), {
  maxLength: 14,
});

test('no letter of any source is lost: it stands in a title, a heading, an item or what is left', () => {
  fc.assert(
    fc.property(source, (told) => {
      expect(lost(sourceOf(...told))).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});

test('the same source is laid out the same twice', () => {
  fc.assert(
    fc.property(source, (told) => {
      expect(layOut(sourceOf(...told))).toEqual(layOut(sourceOf(...told)));
    }),
    { numRuns: 50 },
  );
});

test.each([
  ['digits', '1.'.repeat(50_000)],
  ['no punctuation', '党'.repeat(100_000)],
  ['brackets', '（'.repeat(50_000)],
  ['numbers with stops', '1.党员。'.repeat(20_000)],
  ['Chinese numbers', '一、党员'.repeat(20_000)],
  ['articles', '第一条'.repeat(30_000)],
  ['blanks', ' '.repeat(100_000)],
  ['points', '，5分'.repeat(30_000)],
  ['titles', '党支部建设标准'.repeat(15_000)],
  ['lines', '1.党员\n'.repeat(20_000)],
  ['Chinese lines', '一、党员\n（一）支部\n1.每月1次。\n'.repeat(7_000)],
  ['headings', '目录\n党支部建设标准\n'.repeat(10_000)],
])('a text of 100,000 characters does not stop the reader: %s', (_, text) => {
  const from = performance.now();
  layOut(sourceOf(...text.split('\n')));
  expect(performance.now() - from).toBeLessThan(10_000);
});
