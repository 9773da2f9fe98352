import { expect, test } from 'vitest';
import { abstractList, buildDocx, inList, level, list, para } from '../fixtures/build-office.ts';
import { openSource } from '../open-source.ts';
import type { Paragraph } from '../source.ts';

const override = (depth: number, inner: string): string =>
  `<w:lvlOverride w:ilvl="${depth}">${inner}</w:lvlOverride>`;
const startAt = (n: number): string => `<w:startOverride w:val="${n}"/>`;

const style = (id: string, basedOn: string, properties: string, name = id): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${basedOn && `<w:basedOn w:val="${basedOn}"/>`}<w:pPr>${properties}</w:pPr></w:style>`;
const styled = (id: string): string => `<w:pStyle w:val="${id}"/>`;
const linked = (id: string): string => `<w:pStyle w:val="${id}"/>`;

async function numbersOf(body: string[], numbering: string, styles = ''): Promise<string> {
  const source = await openSource(await buildDocx({ body: body.join(''), numbering, styles }));
  return source.blocks.map((block) => (block as Paragraph).number ?? '–').join(' ');
}

const plain =
  abstractList(
    1,
    level(0, 'decimal', '%1.') + level(1, 'lowerLetter', '%2)') + level(2, 'upperRoman', '%1-%2-%3'),
  ) +
  list(1, 1) +
  list(2, 1) +
  list(3, 1, override(0, startAt(1))) +
  list(4, 1, override(0, startAt(7)));

const p = (number: number, depth = 0): string => para('x', inList(number, depth));

test('deeper levels start anew after a level above them, and show the levels above', async () => {
  expect(await numbersOf([p(1), p(1, 1), p(1, 2), p(1, 2), p(1, 1), p(1, 2), p(1), p(1, 2)], plain)).toBe(
    '1. a) 1-a-I 1-a-II b) 1-b-I 2. 2-a-I',
  );
});

test('lists of one abstract list count on together; an override starts anew once', async () => {
  expect(await numbersOf([p(1), p(2), p(3), p(3), p(1), p(4), p(4)], plain)).toBe('1. 2. 1. 2. 3. 7. 8.');
});

test('a level overridden as a whole changes its format, not its count', async () => {
  const own = `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1、"/></w:lvl>`;
  expect(await numbersOf([p(1), p(9), p(9)], plain + list(9, 1, override(0, own)))).toBe('1. B、 C、');
});

test('lvlRestart: articles that go on through all chapters, and a level bound to another than the one above', async () => {
  const chapters = abstractList(
    1,
    level(0, 'chineseCounting', '第%1章') +
      level(1, 'chineseCountingThousand', '第%2条', '<w:lvlRestart w:val="0"/>'),
  );
  expect(await numbersOf([p(1), p(1, 1), p(1, 1), p(1), p(1, 1)], chapters + list(1, 1))).toBe(
    '第一章 第一条 第二条 第二章 第三条',
  );
  const bound = abstractList(
    1,
    level(0, 'decimal', '%1') +
      level(1, 'decimal', '%2') +
      level(2, 'decimal', '%3', '<w:lvlRestart w:val="1"/>'),
  );
  expect(await numbersOf([p(1), p(1, 1), p(1, 2), p(1, 1), p(1, 2), p(1), p(1, 2)], bound + list(1, 1))).toBe(
    '1 1 1 2 2 2 1',
  );
});

test('isLgl: 2.1 under 二、', async () => {
  const legal = abstractList(
    1,
    level(0, 'chineseCounting', '%1、') +
      level(1, 'decimal', '%1.%2', '<w:isLgl/>') +
      level(2, 'decimal', '%1.%3'),
  );
  expect(await numbersOf([p(1), p(1), p(1, 1), p(1, 2)], legal + list(1, 1))).toBe('一、 二、 2.1 二.1');
});

test('numbers by style through basedOn, levels by linked styles, and numId 0 that takes them away', async () => {
  const numbering =
    abstractList(
      1,
      level(0, 'chineseCounting', '%1、', linked('H1')) +
        level(1, 'chineseCounting', '（%2）', linked('H2')) +
        level(2, 'decimal', '%3．', linked('H3')),
    ) + list(5, 1);
  const numbered = '<w:numPr><w:numId w:val="5"/></w:numPr>';
  const styles =
    style('H1', '', numbered, 'heading 1') +
    style('H2', 'H1', '<w:numPr><w:ilvl w:val="1"/></w:numPr>', 'heading 2') +
    style('H3', 'H2', '<w:numPr><w:ilvl w:val="2"/></w:numPr>', 'heading 3') +
    style('Own', 'H1', '') +
    style('Bare', 'H1', '<w:numPr><w:numId w:val="0"/></w:numPr>');
  const body = [
    ...['H1', 'H2', 'H3', 'H3', 'H2', 'Own', 'Bare'].map((id) => para('x', styled(id))),
    para('x', `${styled('H1')}<w:numPr><w:numId w:val="0"/></w:numPr>`),
    para('x', styled('H1')),
  ];
  expect(await numbersOf(body, numbering, styles)).toBe('一、 （一） 1． 2． （二） 二、 – – 三、');
});

test('a list that takes its levels from a numbering style', async () => {
  const numbering =
    `<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Listed"/></w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="Listed"/>${level(0, 'chineseCounting', '第%1条')}</w:abstractNum>` +
    list(1, 1) +
    list(2, 2);
  const styles = `<w:style w:type="numbering" w:styleId="Listed"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`;
  expect(await numbersOf([p(1), p(1)], numbering, styles)).toBe('第一条 第二条');
});

test('a deeper paragraph that comes first shows the start of the levels above, which then count on', async () => {
  const numbering =
    abstractList(1, level(0, 'decimal', '%1') + level(1, 'decimal', '%1.%2', '', 5)) + list(1, 1);
  expect(await numbersOf([p(1, 1), p(1), p(1, 1)], numbering)).toBe('1.5 2 2.5');
});

test('bullets and bare levels carry no number, signs that are numbers do', async () => {
  const numbering =
    abstractList(
      1,
      level(0, 'bullet', '●') + level(1, 'bullet', '①') + level(2, 'none', '附件') + level(3, 'none', ''),
    ) + list(1, 1);
  expect(await numbersOf([p(1), p(1, 1), p(1, 2), p(1, 3), p(1, 8)], numbering)).toBe('– ① 附件 – –');
});

test('figures filled up with zeros stand beside a plain fallback', async () => {
  const numbering =
    abstractList(
      1,
      `<w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>`,
    ) + list(1, 1);
  expect(await numbersOf([p(1), p(1)], numbering)).toBe('009 010');
});

test('a number counts in the cells of a table, with no words beside it, and on after the table', async () => {
  const cell = (inner: string): string => `<w:tc>${inner}</w:tc>`;
  const row = `<w:tr>${cell(para('', inList(1)))}${cell(para('内容'))}</w:tr>`;
  const source = await openSource(
    await buildDocx({ body: `${p(1)}<w:tbl>${row}${row}</w:tbl>${p(1)}`, numbering: plain }),
  );
  const table = source.blocks[1];
  expect(table?.type === 'table' && table.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    ['2.', '内容'],
    ['3.', '内容'],
  ]);
  expect(source.blocks[2]).toMatchObject({ number: '4.', at: { paragraph: 6 } });
});

test('deleted paragraphs with changes tracked take no number, and their words go to the next', async () => {
  const deleted = `<w:p><w:pPr>${inList(1)}<w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>留</w:t></w:r><w:del w:id="2"><w:r><w:delText>去</w:delText></w:r></w:del></w:p>`;
  const source = await openSource(await buildDocx({ body: p(1) + deleted + p(1), numbering: plain }));
  expect(source.blocks).toMatchObject([
    { number: '1.', text: 'x' },
    { number: '2.', text: '留x', at: { paragraph: 2 } },
  ]);
  expect(source.notes.map(({ text }) => text).join()).toContain('修订');
});
