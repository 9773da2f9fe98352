import { writeZip } from '@hujian/documents';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { openSource } from '../open-source.ts';
import type { Source, Table } from '../source.ts';

const declared = '<?xml version="1.0" encoding="UTF-8"?>';
const rel = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`;

/** A workbook of one sheet whose XML the test gives; `styles` is what stands in styles.xml. */
const workbook = (sheet: string, { styles = '', strings = '', more = {} as Record<string, string> } = {}) =>
  writeZip(
    Object.entries({
      '_rels/.rels': `${declared}<Relationships>${rel('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
      'xl/workbook.xml': `${declared}<workbook xmlns:r="r"><sheets><sheet name="细则" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `${declared}<Relationships>${rel('rId1', 'worksheet', 'worksheets/sheet1.xml')}</Relationships>`,
      'xl/worksheets/sheet1.xml': `${declared}<worksheet>${sheet}</worksheet>`,
      'xl/styles.xml': `${declared}<styleSheet>${styles}</styleSheet>`,
      'xl/sharedStrings.xml': `${declared}<sst>${strings}</sst>`,
      ...more,
    }).map(([name, content]) => ({ name, content })),
  );

const text = (reference: string, words: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${words}</t></is></c>`;

const shown = (source: Source): string[] =>
  (source.blocks as Table[]).flatMap(({ sheet, rows }) =>
    rows.map(
      ({ at, cells }) =>
        `${sheet}!${'row' in at ? at.row : ''} ${cells.map((c) => `${c.text}@${c.column}+${c.columnSpan}x${c.rowSpan}`).join(' ')}`,
    ),
  );

test('merges across and down, blank rows left out of them, columns without words dropped', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '细则',
        rows: [
          ['村党组织考核', null, null, null, null],
          ['项目', '内容', null, '分值', null],
          ['组织', '甲', null, 5, null],
          [],
          [null, '乙', null, 0.5, null],
          ['合计', null, null, 5.5, null],
        ],
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 4 },
          { startRow: 2, startCol: 0, endRow: 4, endCol: 0 },
          { startRow: 5, startCol: 0, endRow: 5, endCol: 2 },
        ],
      },
      { name: '第二张', rows: [['说明']] },
      { name: '藏着的', hidden: true, rows: [['不读']] },
    ],
  });
  const source = await openSource(bytes);
  expect(shown(source)).toEqual([
    '细则!1 村党组织考核@0+3x1',
    '细则!2 项目@0+1x1 内容@1+1x1 分值@2+1x1',
    '细则!3 组织@0+1x2 甲@1+1x1 5@2+1x1',
    '细则!5 乙@1+1x1 0.5@2+1x1',
    '细则!6 合计@0+2x1 5.5@2+1x1',
    '第二张!1 说明@0+1x1',
  ]);
  expect(source.notes.map(({ text }) => text)).toEqual([
    '工作表“藏着的”是隐藏的，没有读。需要时请先取消隐藏。',
  ]);
});

test('hidden rows and columns are left out and said; a merge that begins in one shows in the next', async () => {
  const source = await openSource(
    await workbook(
      `<cols><col min="3" max="3" hidden="1"/></cols><sheetData><row r="1" hidden="1">${text('A1', '组织')}${text('B1', '不见')}</row><row r="2">${text('B2', '甲')}${text('C2', '也不见')}</row><row r="3">${text('B3', '乙')}</row></sheetData><mergeCells><mergeCell ref="A1:A3"/></mergeCells>`,
    ),
  );
  expect(shown(source)).toEqual(['细则!2 组织@0+1x2 甲@1+1x1', '细则!3 乙@1+1x1']);
  expect(source.notes.map(({ text }) => text).join()).toMatch(/第 1 行是隐藏的.*隐藏的列/);
});

test('words under a merge are not on the page; overlapping and endless merges end', async () => {
  const source = await openSource(
    await workbook(
      `<sheetData><row r="1">${text('A1', '甲')}${text('B1', '盖住')}${text('C1', '丙')}</row><row r="2">${text('A2', '盖住')}${text('C2', '丁')}</row></sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="A1:A1048576"/><mergeCell ref="C1:XFD1"/></mergeCells>`,
    ),
  );
  expect(shown(source).join('\n')).not.toContain('盖住');
  expect(shown(source).join('\n')).toContain('丙');
});

test('formulas by the value that the file holds, and said where it holds none', async () => {
  const source = await openSource(
    await workbook(
      '<sheetData><row r="2"><c r="A2"><f>SUM(B1:B9)</f><v>17.5</v></c><c r="B2" t="str"><f>A1&amp;"x"</f><v>文字</v></c><c r="C2"><f>NOW()</f></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#REF!</v></c></row></sheetData>',
    ),
  );
  expect(shown(source)).toEqual(['细则!2 17.5@0+1x1 文字@1+1x1 TRUE@2+1x1 #REF!@3+1x1']);
  expect(source.notes).toMatchObject([
    { at: { sheet: '细则', row: 2 }, text: expect.stringContaining('公式') },
  ]);
});

test('numbers show in their formats; words keep their weight, size and place', async () => {
  const styles =
    '<numFmts><numFmt numFmtId="170" formatCode="0.0&quot;分&quot;"/></numFmts><fonts><font><sz val="11"/></font><font><b/><sz val="16"/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="170" fontId="0"/><xf numFmtId="9" fontId="1"><alignment horizontal="center"/></xf></cellXfs><dxfs><dxf><font><b/></font></dxf></dxfs>';
  const source = await openSource(
    await workbook(
      '<sheetData><row r="1"><c r="A1" s="1"><v>2</v></c><c r="B1" s="2"><v>0.8</v></c></row></sheetData>',
      {
        styles,
      },
    ),
  );
  expect((source.blocks[0] as Table).rows[0]?.cells.map(({ paragraphs }) => paragraphs)).toEqual([
    [{ type: 'paragraph', text: '2.0分', at: { sheet: '细则', row: 1 }, size: 11 }],
    [{ type: 'paragraph', text: '80%', at: { sheet: '细则', row: 1 }, bold: true, centred: true, size: 16 }],
  ]);
});

test('lines of a cell are its paragraphs; shared words, phonetic hints and escapes', async () => {
  const source = await openSource(
    await workbook('<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row></sheetData>', {
      strings:
        '<si><r><t>第一</t></r><r><t>行\n\n 第二行</t></r><rPh><t>yi</t></rPh></si><si><t>a_x000D_b</t></si>',
    }),
  );
  const cells = (source.blocks[0] as Table).rows[0]?.cells ?? [];
  expect(cells.map(({ text }) => text)).toEqual(['第一行\n第二行', 'a\nb']);
  expect(cells[0]?.paragraphs).toHaveLength(2);
});

test('macros, outside workbooks and links are said and never opened', async () => {
  const source = await openSource(
    await workbook(`<sheetData><row r="1">${text('A1', '甲')}</row></sheetData>`, {
      more: {
        'xl/vbaProject.bin': 'x',
        'xl/media/image1.png': 'x',
        'xl/comments1.xml': '<comments/>',
        'xl/drawings/drawing1.xml': '<d><sp><txBody><p><r><t>框里</t></r></p></txBody></sp></d>',
        'xl/externalLinks/externalLink1.xml': '<x/>',
        'xl/worksheets/_rels/sheet1.xml.rels':
          '<Relationships><Relationship Id="r" Type="http://x/hyperlink" Target="http://example.cn" TargetMode="External"/></Relationships>',
      },
    }),
  );
  expect(shown(source)).toEqual(['细则!1 甲@0+1x1']);
  const notes = source.notes.map(({ text }) => text).join('\n');
  for (const word of ['宏没有运行', '外部链接', '1 个链接', '1 张图片', '批注', '文本框'])
    expect(notes).toContain(word);
});

test('a text beyond what a cell may hold is said, and the rest is read', async () => {
  const source = await openSource(
    await workbook(
      `<sheetData><row r="1">${text('A1', '长'.repeat(40_000))}${text('B1', '短')}</row></sheetData>`,
    ),
  );
  expect(shown(source)).toEqual(['细则!1 短@0+1x1']);
  expect(source.notes).toMatchObject([{ text: expect.stringContaining('过长') }]);
});
