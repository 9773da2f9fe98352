import { expect, test } from 'vitest';
import { buildDocx, type DocxDraft, para, relation, run } from '../fixtures/build-office.ts';
import { openSource } from '../open-source.ts';
import type { Block, Source, Table } from '../source.ts';

const read = async (body: string, draft: Omit<DocxDraft, 'body'> = {}): Promise<Source> =>
  openSource(await buildDocx({ body, ...draft }));

const words = (blocks: Block[]): string[] =>
  blocks.map((block) => (block.type === 'paragraph' ? block.text : '［表］'));

const tableOf = async (body: string): Promise<Table> => {
  const table = (await read(body)).blocks.find((block) => block.type === 'table');
  if (table?.type !== 'table') throw new Error('no table');
  return table;
};

const shown = (table: Table): string[] =>
  table.rows.map(({ cells }) =>
    cells
      .map(({ text, column, columnSpan, rowSpan }) => `${text}@${column}+${columnSpan}x${rowSpan}`)
      .join(' '),
  );

const tc = (inner: string, properties = ''): string =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${inner.startsWith('<') ? inner : para(inner)}</w:tc>`;
const tr = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const tbl = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;
const down = '<w:vMerge/>';
const top = '<w:vMerge w:val="restart"/>';
const span = (n: number): string => `<w:gridSpan w:val="${n}"/>`;

test('words in links, controls, insertions and moves are kept, deleted ones and field codes are not', async () => {
  const body = [
    `<w:p><w:hyperlink r:id="rId9">${run('链接')}</w:hyperlink><w:ins w:id="1">${run('插入')}</w:ins><w:del w:id="2"><w:r><w:delText>删除</w:delText></w:r></w:del><w:moveFrom w:id="3">${run('移走')}</w:moveFrom><w:moveTo w:id="4">${run('移来')}</w:moveTo></w:p>`,
    `<w:sdt><w:sdtPr><w:alias w:val="别名"/></w:sdtPr><w:sdtContent>${para('控件里')}</w:sdtContent></w:sdt>`,
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF x</w:instrText></w:r>${run('码')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('12')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run('后')}</w:p>`,
    `<w:p><w:r><w:ruby><w:rt>${run('pin')}</w:rt><w:rubyBase>${run('拼')}</w:rubyBase></w:ruby></w:r></w:p>`,
  ];
  const source = await read(body.join(''), {
    relations: relation('rId9', 'hyperlink', 'http://example.cn', 'External'),
  });
  expect(words(source.blocks)).toEqual(['链接插入移来', '控件里', '12后', '拼']);
  expect(source.notes.map(({ text }) => text).join()).toMatch(/超链接.*没有打开/);
});

test('tabs, line breaks, hyphens and signs of symbol fonts', async () => {
  const sign = (font: string, code: string): string =>
    `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`;
  const { blocks } = await read(
    `<w:p>${run('甲')}<w:r><w:tab/></w:r>${run('乙 ')}<w:r><w:br/></w:r>${run(' 丙')}<w:r><w:noBreakHyphen/></w:r>${sign('Symbol', 'F0B3')}${sign('Wingdings', 'F081')}<m:oMath><m:f><m:num><m:r><m:t>2</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath></w:p>`,
  );
  expect(words(blocks)).toEqual(['甲\t乙\n丙-≥①2/3']);
});

test('a text box is read once, after its paragraph, whichever of its two versions holds the words', async () => {
  const box = (inner: string): string => `<w:txbxContent>${inner}</w:txbxContent>`;
  const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box(para('框里'))}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box(para('框里'))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  const old = `<w:r><w:pict><v:textbox>${box(para('旧框'))}</v:textbox></w:pict></w:r>`;
  const { blocks } = await read(`<w:p>${run('前')}${both}</w:p><w:p>${old}</w:p>${para('后')}`);
  expect(words(blocks)).toEqual(['前', '框里', '旧框', '后']);
  expect(blocks.map((block) => (block.type === 'paragraph' ? block.at : 0))).toEqual(
    [1, 2, 4, 5].map((paragraph) => ({ paragraph })),
  );
});

test('weight, size, place and outline come from the style, its ancestors, the defaults and the words themselves', async () => {
  const styles = `<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="my"><w:name w:val="我的标题"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="character" w:styleId="s"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>`;
  const { blocks } = await read(
    [
      para('标题', '<w:pStyle w:val="my"/>'),
      `<w:p><w:pPr><w:pStyle w:val="1"/><w:jc w:val="left"/><w:outlineLvl w:val="9"/></w:pPr>${run('轻', '<w:b w:val="0"/><w:sz w:val="28"/>')}</w:p>`,
      `<w:p>${run('重', '<w:rStyle w:val="s"/>')}${run('字', '<w:b/>')}</w:p>`,
      `<w:p>${run('一半', '<w:b/>')}${run('不是')}</w:p>`,
      para('纲', '<w:outlineLvl w:val="2"/>'),
    ].join(''),
    { styles },
  );
  expect(blocks).toEqual([
    {
      type: 'paragraph',
      text: '标题',
      at: { paragraph: 1 },
      outline: 1,
      bold: true,
      centred: true,
      size: 16,
    },
    { type: 'paragraph', text: '轻', at: { paragraph: 2 }, size: 14 },
    { type: 'paragraph', text: '重字', at: { paragraph: 3 }, bold: true, size: 16 },
    { type: 'paragraph', text: '一半不是', at: { paragraph: 4 }, size: 16 },
    { type: 'paragraph', text: '纲', at: { paragraph: 5 }, outline: 3, size: 16 },
  ]);
});

test('hidden words are not on the page: left out, and said', async () => {
  const source = await read(`<w:p>${run('看得见')}${run('看不见', '<w:vanish/>')}</w:p>`);
  expect(words(source.blocks)).toEqual(['看得见']);
  expect(source.notes.map(({ text }) => text).join()).toContain('隐藏');
});

test('a footnote is a note at the paragraph that refers to it, not part of the flow', async () => {
  const source = await read(
    `${para('甲')}<w:p>${run('乙')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
    { footnotes: `<w:footnote w:id="2"><w:p>${run('指常住人口')}</w:p></w:footnote>` },
  );
  expect(words(source.blocks)).toEqual(['甲', '乙']);
  expect(source.notes).toEqual([{ text: '脚注：指常住人口', at: { paragraph: 2 } }]);
});

test('merged cells across and down, given once at their corner', async () => {
  const table = await tableOf(
    tbl(
      tr(tc('项目', span(2)), tc('分值')),
      tr(tc('组织', top), tc('甲', top), tc('5')),
      tr(tc('', down), tc('', down), tc('6')),
      tr(tc('', down), tc('乙'), tc('7')),
    ),
  );
  expect(shown(table)).toEqual([
    '项目@0+2x1 分值@2+1x1',
    '组织@0+1x3 甲@1+1x2 5@2+1x1',
    '6@2+1x1',
    '乙@1+1x1 7@2+1x1',
  ]);
  expect(table.columns).toBe(3);
  expect(table.rows.map(({ at }) => at)).toEqual([1, 3, 6, 9].map((paragraph) => ({ paragraph })));
});

test('rows that begin further right, deleted rows, a continuation of nothing', async () => {
  const before = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>';
  const gone = '<w:trPr><w:del w:id="1"/></w:trPr>';
  const table = await tableOf(
    tbl(tr(tc('甲'), tc('乙', down)), `<w:tr>${before}${tc('丙')}</w:tr>`, `<w:tr>${gone}${tc('去')}</w:tr>`),
  );
  expect(shown(table)).toEqual(['甲@0+1x1 乙@1+1x1', '丙@1+1x1']);
});

test('crooked edges and unused columns of the grid make no columns', async () => {
  const grid = (...widths: number[]): string =>
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;
  const table = await tableOf(
    `<w:tbl>${grid(2000, 60, 2000, 3000)}${tr(tc('甲', span(2)), tc('乙', span(2)))}${tr(tc('丙'), tc('丁', span(3)))}</w:tbl>`,
  );
  expect(shown(table)).toEqual(['甲@0+1x1 乙@1+1x1', '丙@0+1x1 丁@1+1x1']);
});

test('a table in a cell becomes lines of its text, a table of one column is only a frame', async () => {
  const inner = tbl(tr(tc('小项'), tc('2分')), tr(tc('又一'), tc('3分')));
  const table = await tableOf(tbl(tr(tc('外'), tc(`${para('前')}${inner}${para('后')}`))));
  expect(table.rows[0]?.cells[1]?.text).toBe('前\n小项\t2分\n又一\t3分\n后');
  const framed = await read(tbl(tr(tc(`${para('框里')}${inner}`)), tr(tc('下格'))));
  expect(words(framed.blocks)).toEqual(['框里', '［表］', '下格']);
});

test('pictures, embedded objects, macros and outside files are said and never opened', async () => {
  const source = await read(
    `${para('文')}<w:p><w:r><w:drawing><a:blip r:embed="rId7"/></w:drawing></w:r><w:r><w:object><o:OLEObject xmlns:o="o"/></w:object></w:r></w:p>`,
    {
      relations: relation('rId8', 'attachedTemplate', 'file:///etc/passwd', 'External'),
      parts: { 'word/vbaProject.bin': 'x' },
    },
  );
  const notes = source.notes.map(({ text }) => text).join('\n');
  for (const word of ['宏没有运行', '外部链接', '1 张图片', '嵌入的对象']) expect(notes).toContain(word);
  expect(words(source.blocks)).toEqual(['文']);
});

test('the document is found by the relations of the package, not by its usual name', async () => {
  const bytes = await buildDocx({
    body: para('旧'),
    parts: {
      '_rels/.rels': `<Relationships>${relation('r', 'officeDocument', '/word/document2.xml')}</Relationships>`,
      'word/document2.xml': `<w:document><w:body>${para('新')}</w:body></w:document>`,
    },
  });
  expect(words((await openSource(bytes)).blocks)).toEqual(['新']);
});
