import { inflateRawSync } from 'node:zlib';
import { writeZip, zipEntries } from '@hujian/documents';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { beforeAll, expect, test } from 'vitest';
import { readDraft } from '../draft/read-draft.ts';
import { abstractList, buildDocx, inList, level, list, para } from './fixtures/build-office.ts';
import { encodeGbk } from './fixtures/encode-gbk.ts';
import { openSource } from './open-source.ts';
import { SourceProblem } from './source-problem.ts';

/** Opening ends within these bounds on anything. */
const longestMs = 4000;
const mostMb = 400;

async function endsWell(bytes: Uint8Array): Promise<void> {
  const from = performance.now();
  try {
    const source = await openSource(bytes);
    expect(source.blocks.length).toBeGreaterThan(0);
    readDraft(source);
    for (const block of source.blocks) {
      if (block.type === 'paragraph') continue;
      for (const { cells } of block.rows) {
        for (const cell of cells) {
          expect(cell.paragraphs.length).toBeGreaterThan(0);
          expect(cell.column + cell.columnSpan).toBeLessThanOrEqual(Math.max(block.columns, 1));
          expect(Math.min(cell.rowSpan, cell.columnSpan)).toBeGreaterThan(0);
        }
      }
    }
  } catch (thrown) {
    if (!(thrown instanceof SourceProblem)) throw thrown;
  }
  expect(performance.now() - from).toBeLessThan(longestMs);
  expect(process.memoryUsage().rss / 1024 / 1024).toBeLessThan(startMb + mostMb);
}

const startMb = process.memoryUsage().rss / 1024 / 1024;
const seeds: { name: string; bytes: Uint8Array }[] = [];

beforeAll(async () => {
  const cell = (inner: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
  const docx = await buildDocx({
    body:
      para('第一章', inList(1)) +
      para('第一条', inList(1, 1)) +
      `<w:tbl><w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="900"/></w:tblGrid><w:tr>${cell(para('甲'), '<w:vMerge w:val="restart"/>')}${cell(para('乙', inList(1)))}</w:tr><w:tr>${cell(para(''), '<w:vMerge/>')}${cell(para('丙'), '<w:gridSpan w:val="2"/>')}</w:tr></w:tbl>`,
    numbering:
      abstractList(1, level(0, 'chineseCounting', '第%1章') + level(1, 'decimal', '%1.%2')) + list(1, 1),
    styles:
      '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>',
  });
  const xlsx = await writeXlsx({
    sheets: [
      {
        name: '细则',
        rows: [
          ['项目', '分值'],
          ['组织', 5],
          [null, 0.5],
        ],
        merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }],
      },
    ],
  });
  const html = new TextEncoder().encode(
    '<html><body><table><tr><td rowspan=2>甲<td>乙</table><ol><li>丙</ol></body></html>',
  );
  seeds.push(
    { name: 'docx', bytes: docx },
    { name: 'xlsx', bytes: xlsx },
    { name: 'html', bytes: html },
    { name: 'gbk', bytes: encodeGbk('第一条 党员大会每季度召开一次。\n第二条 支委会每月召开一次。') },
  );
});

test('any bytes at all', async () => {
  const magic = fc.constantFrom('', 'PK\u0003\u0004', '<html>', '\ufeff', '%PD', '{\\rt');
  await fc.assert(
    fc.asyncProperty(magic, fc.uint8Array({ maxLength: 3000 }), (start, rest) =>
      endsWell(Buffer.concat([Buffer.from(start), rest])),
    ),
    { numRuns: 400 },
  );
});

test('any text at all', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 2000 }), (text) =>
      endsWell(new TextEncoder().encode(text)),
    ),
    { numRuns: 300 },
  );
});

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom('flip', 'cut', 'swap', 'repeat', 'drop'),
  value: fc.nat(255),
  length: fc.nat(40),
});

function changed(
  bytes: Uint8Array,
  { at, kind, value, length }: { at: number; kind: string; value: number; length: number },
): Uint8Array {
  const place = Math.min(bytes.length - 1, Math.floor(at * bytes.length));
  const copy = Buffer.from(bytes);
  if (kind === 'flip') copy[place] = (copy[place] ?? 0) ^ (value || 1);
  if (kind === 'cut') return copy.subarray(0, place);
  if (kind === 'swap') copy.subarray(place, place + length).reverse();
  if (kind === 'repeat') return Buffer.concat([copy.subarray(0, place + length), copy.subarray(place)]);
  if (kind === 'drop') return Buffer.concat([copy.subarray(0, place), copy.subarray(place + length)]);
  return copy;
}

test('real files with bytes flipped, cut, swapped, repeated and dropped', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(3), fc.array(change, { minLength: 1, maxLength: 4 }), async (which, changes) => {
      const seed = seeds[which];
      if (seed) await endsWell(changes.reduce(changed, seed.bytes));
    }),
    { numRuns: 500 },
  );
});

/** Each part as it unfolds, so that changes reach the XML itself and the sums of the archive are right again. */
function unfold(bytes: Uint8Array): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  for (const [name, entry] of zipEntries(bytes)) {
    const packed = bytes.subarray(entry.start, entry.start + entry.compressedSize);
    parts.set(name, entry.method === 0 ? packed : inflateRawSync(packed));
  }
  return parts;
}

test('sound archives whose XML was changed, whose parts were exchanged or are gone', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(1),
      fc.array(fc.tuple(fc.nat(20), change), { maxLength: 4 }),
      fc.option(fc.tuple(fc.nat(20), fc.nat(20))),
      fc.option(fc.nat(20)),
      async (which, changes, exchange, gone) => {
        const parts = [...unfold(seeds[which]?.bytes ?? new Uint8Array())];
        for (const [part, one] of changes) {
          const found = parts[part % parts.length];
          if (found && found[1].length > 0) found[1] = changed(found[1], one);
        }
        const [a, b] = exchange?.map((part) => parts[part % parts.length]) ?? [];
        if (a && b) [a[1], b[1]] = [b[1], a[1]];
        if (gone !== null) parts.splice(gone % parts.length, 1);
        const content = parts.map(([name, bytes]) => ({ name, content: new TextDecoder().decode(bytes) }));
        await endsWell(await writeZip(content));
      },
    ),
    { numRuns: 400 },
  );
});

test('numbers in attributes that no program would write', async () => {
  const numbers = fc.constantFrom('-1', '0', '9', '99999999', '4294967296', '1e9', 'NaN', '', '二');
  await fc.assert(
    fc.asyncProperty(fc.array(numbers, { minLength: 12, maxLength: 12 }), async (n) => {
      const cell = `<w:tc><w:tcPr><w:gridSpan w:val="${n[0]}"/><w:vMerge w:val="${n[1]}"/></w:tcPr>${para('甲', `<w:numPr><w:ilvl w:val="${n[2]}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="${n[3]}"/>`)}</w:tc>`;
      const table = `<w:tbl><w:tblGrid><w:gridCol w:w="${n[4]}"/></w:tblGrid><w:tr><w:trPr><w:gridBefore w:val="${n[5]}"/></w:trPr>${cell}${cell}</w:tr></w:tbl>`;
      const own = `<w:lvl w:ilvl="${n[6]}"><w:start w:val="${n[7]}"/><w:numFmt w:val="chineseCounting"/><w:lvlRestart w:val="${n[8]}"/><w:lvlText w:val="%1%9%0"/></w:lvl>`;
      const numbering =
        abstractList(1, own) +
        list(1, 1, `<w:lvlOverride w:ilvl="${n[9]}"><w:startOverride w:val="${n[10]}"/></w:lvlOverride>`);
      await endsWell(await buildDocx({ body: table + table, numbering }));
    }),
    { numRuns: 200 },
  );
});
