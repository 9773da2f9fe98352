import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { RawRow } from './cell.ts';
import { FileProblem } from './file-problem.ts';
import { inflatePart, newBudget } from './inflate-part.ts';
import { markWorkbook } from './mark-workbook.ts';
import { openWorkbook } from './open-workbook.ts';
import { readRows } from './read-rows.ts';
import { writeWorkbook } from './write-workbook.ts';
import { writeZip, type ZipPart } from './write-zip.ts';
import { zipEntries } from './zip-entries.ts';

const draft = (rows: (string | number | null)[][]) =>
  writeWorkbook({
    about: { template: 'test', version: '1' },
    sheets: [
      {
        name: '表',
        title: '标题',
        columns: [
          { title: '甲', kind: 'text', width: 10 },
          { title: '乙', kind: 'number', width: 10 },
        ],
        rows,
      },
    ],
  });

/** The workbook with one part replaced or added. */
async function withPart(
  bytes: Uint8Array,
  part: string,
  change: string | ((text: string) => string),
): Promise<Uint8Array> {
  const parts: ZipPart[] = [];
  for (const [name, entry] of zipEntries(bytes))
    if (name !== part) parts.push({ name, taken: entry, from: bytes });
  let before = '';
  if (typeof change !== 'string') {
    const entry = zipEntries(bytes).get(part);
    if (!entry) throw new Error(part);
    for await (const piece of inflatePart(bytes, entry, newBudget()))
      before += new TextDecoder().decode(piece);
  }
  return writeZip([...parts, { name: part, content: typeof change === 'string' ? change : change(before) }]);
}

async function rowsOf(bytes: Uint8Array): Promise<RawRow[]> {
  const book = await openWorkbook(bytes);
  const rows: RawRow[] = [];
  for await (const some of readRows(book, book.sheets[0] as never)) rows.push(...some);
  return rows;
}

const refusal = async (bytes: Uint8Array): Promise<FileProblem> => {
  const thrown: unknown = await rowsOf(bytes).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(FileProblem);
  return thrown as FileProblem;
};

const sheet = 'xl/worksheets/sheet1.xml';
const ole = (word: string): Uint8Array =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(word, 'utf16le'),
    Buffer.alloc(600),
  ]);

describe('content decides, not the name', () => {
  test.each([
    ['empty', new Uint8Array(0), 'empty'],
    ['old .xls', ole('Workbook'), 'old-excel'],
    ['with a password', ole('EncryptedPackage'), 'encrypted'],
    ['.doc', ole('WordDocument'), 'not-excel'],
    ['a text', Buffer.from('姓名,性别\n张三,男'), 'not-excel'],
    ['a web page', Buffer.from('<html><table></table></html>'), 'not-excel'],
    ['a PDF', Buffer.from('%PDF-1.7 …'), 'not-excel'],
    ['half a zip', Buffer.from('PK\u0003\u0004 cut off'), 'damaged'],
  ])('%s is refused in words', async (_name, bytes, code) => {
    expect((await refusal(bytes)).code).toBe(code);
  });
  test('macros, a Word file in disguise, and a damaged part', async () => {
    const book = await draft([['a', 1]]);
    expect((await refusal(await withPart(book, 'xl/vbaProject.bin', 'x'))).code).toBe('macros');
    expect(
      (await refusal(await writeZip([{ name: 'word/document.xml', content: '<x/>' }]))).message,
    ).toContain('Word');
    const broken = Buffer.from(book);
    const entry = zipEntries(book).get(sheet);
    broken.fill(0x55, (entry?.start ?? 0) + 20, (entry?.start ?? 0) + 60);
    expect((await refusal(broken)).code).toBe('damaged');
    for (let cut = 30; cut < book.length; cut += Math.ceil(book.length / 25)) {
      expect((await refusal(book.subarray(0, cut))).code).toBe('damaged');
    }
  });
});

test('macros may be left lying by who only reads: the workbook opens, nothing of them is read', async () => {
  const book = await withPart(await draft([['a', 1]]), 'xl/vbaProject.bin', 'x');
  const opened = await openWorkbook(book, newBudget(), { leaveMacros: true });
  expect(opened.sheets.map(({ name }) => name)).toContain('表');
});

describe('bounds', () => {
  test('a tag of a megabyte of angles in a value takes no time: one walk, not one for each angle', async () => {
    const from = performance.now();
    const angles = '>'.repeat(900_000);
    const book = await withPart(await draft([['a', 1]]), sheet, `<worksheet><sheetData a='${angles}`);
    expect((await refusal(book)).code).toBe('damaged');
    expect(performance.now() - from).toBeLessThan(2000);
  });
  test('a zip bomb is stopped while it unfolds, whatever its header claims', async () => {
    const zeros = Buffer.alloc(64 * 1024 * 1024, 0x20);
    const packed = deflateRawSync(zeros, { level: 9 });
    const book = await draft([['a', 1]]);
    const parts: ZipPart[] = [];
    for (const [name, entry] of zipEntries(book)) {
      if (name !== sheet) parts.push({ name, taken: entry, from: book });
    }
    const entry = { name: sheet, method: 8, crc: 0, compressedSize: packed.length, size: 100, start: 0 };
    const bomb = await writeZip([...parts, { name: sheet, taken: entry, from: packed }]);
    const before = process.memoryUsage().rss;
    expect((await refusal(bomb)).code).toBe('too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });
  test('10 MB of text in a cell is one faulty cell, in the row or in the shared table', async () => {
    const book = await draft([
      ['短', 1],
      ['后', 2],
    ]);
    const huge = 'x'.repeat(10 * 1024 * 1024);
    const inRow = await withPart(book, sheet, (xml) =>
      xml.replace(/<c r="B3"[^>]*>.*?<\/c>/, `<c r="B3" t="inlineStr"><is><t>${huge}</t></is></c>`),
    );
    const rows = await rowsOf(inRow);
    expect(rows.find(({ row }) => row === 3)?.cells[1]).toMatchObject({ kind: 'too-long', text: '' });
    expect(rows.find(({ row }) => row === 4)?.cells[1]?.text).toBe('后');
    const shared = await withPart(book, 'xl/sharedStrings.xml', (xml) => xml.replace('短', huge));
    expect((await rowsOf(shared)).find(({ row }) => row === 3)?.cells[1]?.kind).toBe('too-long');
  });
  test('document types and their entities are refused: a billion laughs', async () => {
    const laughs = await withPart(
      await draft([['a', 1]]),
      sheet,
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>',
    );
    expect((await refusal(laughs)).code).toBe('damaged');
  });
});

test('a formula is told from its cached value, a link is only its text', async () => {
  const book = await withPart(await draft([['a', 1]]), sheet, (xml) =>
    xml
      .replace(/<c r="C3"([^>]*)><v>1<\/v><\/c>/, '<c r="C3"$1><f>HYPERLINK("http://x")</f><v>1</v></c>')
      .replace(
        '</sheetData>',
        '</sheetData><hyperlinks><hyperlink ref="B3" location="javascript:alert(1)"/></hyperlinks>',
      ),
  );
  const row = (await rowsOf(book)).find((one) => one.row === 3);
  expect(row?.cells.map(({ kind, text }) => [kind, text])).toEqual([
    ['number', '1'],
    ['text', 'a'],
    ['formula', '1'],
  ]);
});

test('texts that begin with = + - @ are written as texts in text format and come back the same: formula injection', async () => {
  const evil = ['=1+1', '+cmd', '-2', '@SUM(A1)', '\t=x', '=HYPERLINK("http://x")'];
  const book = await draft(evil.map((text) => [text, null]));
  const xml = new TextDecoder().decode(await partOf(book, sheet));
  expect(xml).not.toContain('<f');
  const rows = (await rowsOf(book)).filter(({ row }) => row > 2);
  expect(rows.map(({ cells }) => cells[1])).toMatchObject(evil.map((text) => ({ kind: 'text', text })));
});

test('a marked workbook keeps its cells, says each fault at its cell and in words, and is clean again once mended', async () => {
  const book = await openWorkbook(
    await draft([
      ['a', 1],
      ['b', 2],
    ]),
  );
  const part = book.sheets[0]?.part ?? '';
  const marks = [{ row: 4, column: 1, message: '没有<这个>组织 & 别的' }];
  const marked = await openWorkbook(
    await markWorkbook(book, [{ part, marks, headerRow: 2, wordsColumn: 3 }]),
  );
  const rows = await rowsOf(marked.bytes);
  expect(rows.find(({ row }) => row === 2)?.cells.at(-1)?.text).toBe('错误说明');
  expect(rows.find(({ row }) => row === 4)?.cells.map(({ text }) => text)).toEqual([
    '2',
    'b',
    '2',
    '没有<这个>组织 & 别的',
  ]);
  expect(new TextDecoder().decode(await partOf(marked.bytes, 'xl/comments-hujian-1.xml'))).toContain('B4');
  const again = await markWorkbook(marked, [{ part, marks: [], headerRow: 2, wordsColumn: 3 }]);
  const mended = (await rowsOf(again)).find(({ row }) => row === 4);
  expect(mended?.cells).toHaveLength(3);
  const style = (xml: string): string | undefined => /<c r="B4"[^>]* s="(\d+)"/.exec(xml)?.[1];
  const styles = new TextDecoder().decode(await partOf(again, 'xl/styles.xml'));
  const xf = (styles.match(/<cellXfs[\s\S]*<\/cellXfs>/)?.[0].match(/<xf\b[^>]*?>/g) ?? [])[
    Number(style(new TextDecoder().decode(await partOf(again, sheet))))
  ];
  expect(xf).toContain('fillId="0"');
});

async function partOf(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const entry = zipEntries(bytes).get(name);
  if (!entry) throw new Error(name);
  const pieces: Uint8Array[] = [];
  for await (const piece of inflatePart(bytes, entry, newBudget())) pieces.push(piece);
  return Buffer.concat(pieces);
}
