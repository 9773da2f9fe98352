import { deflateRawSync } from 'node:zlib';
import { writeZip, zipEntries } from '@hujian/documents';
import { describe, expect, test } from 'vitest';
import { buildDocx, para } from './fixtures/build-office.ts';
import { openSource } from './open-source.ts';
import { largestSource } from './refusals.ts';
import { SourceProblem } from './source-problem.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const ole = (...streams: string[]): Uint8Array =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1000),
    ...streams.map((name) => Buffer.from(name, 'utf16le')),
    Buffer.alloc(500),
  ]);

const zip = (parts: Record<string, string>): Promise<Uint8Array> =>
  writeZip(Object.entries(parts).map(([name, content]) => ({ name, content })));

async function refusalOf(bytes: Uint8Array, name?: string): Promise<SourceProblem> {
  const thrown: unknown = await openSource(bytes, name).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(SourceProblem);
  const problem = thrown as SourceProblem;
  // in plain Chinese, and it says what to do
  expect(problem.message).toMatch(/[\u4e00-\u9fff]{4}/);
  expect(problem.message).toMatch(/请/);
  return problem;
}

describe('content decides, whatever the name says', () => {
  const cases: [string, string, Uint8Array | Promise<Uint8Array>][] = [
    ['an empty file', 'empty', new Uint8Array(0)],
    ['a file of blanks', 'empty', bytesOf(' \n\t\r\n　')],
    ['.doc renamed .docx', 'old-word', ole('Root Entry', 'WordDocument')],
    ['.wps', 'old-word', ole('WordDocument', 'WpsCustomData')],
    ['.xls', 'old-excel', ole('Workbook')],
    ['.ppt', 'slides', ole('PowerPoint Document')],
    ['another compound file', 'old-office', ole('VisioDocument')],
    ['Office with a password', 'encrypted', ole('EncryptionInfo', 'EncryptedPackage')],
    ['a PDF', 'pdf', bytesOf('%PDF-1.7\n%âãÏÓ')],
    ['a PNG', 'picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)],
    ['a JPEG', 'picture', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16)],
    ['a RAR archive', 'archive', bytesOf('Rar!\u001a\u0007\u0000')],
    ['a zip of other things', 'archive', zip({ '说明.txt': '甲' })],
    ['slides', 'slides', zip({ 'ppt/presentation.xml': '<p/>' })],
    [
      'OpenDocument',
      'other-office',
      zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
    ],
    ['a binary workbook', 'other-office', zip({ 'xl/workbook.bin': 'x' })],
    ['RTF named .doc', 'rtf', bytesOf('{\\rtf1\\ansi 甲}')],
    ['a page in one file', 'web-archive', bytesOf('MIME-Version: 1.0\nContent-Type: multipart/related')],
    ['flat XML', 'flat-xml', bytesOf('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>')],
    ['a program', 'not-text', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)],
    [
      'a text in an encoding that is none of ours',
      'encoding',
      Buffer.from(`${'a4a4a4e5a4b4a4bba5a2a5a4a5a6'.repeat(20)}ff`, 'hex'),
    ],
    [
      'a text saved after it was read in a wrong encoding',
      'encoding',
      bytesOf(
        new TextDecoder('gb18030').decode(
          bytesOf('支部党员大会每季度至少召开一次，支委会每月召开一次。'.repeat(9)),
        ),
      ),
    ],
    ['half a zip', 'damaged', bytesOf('PK\u0003\u0004 cut off here')],
  ];
  test.each(cases)('%s', async (_name, code, bytes) => {
    expect((await refusalOf(await bytes, '标准.docx')).code).toBe(code);
  });

  test('more than 30 MB is not looked into, and the limit is said', async () => {
    const problem = await refusalOf(new Uint8Array(largestSource + 1));
    expect([problem.code, problem.message]).toEqual(['too-large', expect.stringContaining('30 MB')]);
  });
});

describe('files that open and hold nothing to read', () => {
  test('a scan: a document of pictures', async () => {
    const body = '<w:p><w:r><w:drawing><a:blip r:embed="rId9"/></w:drawing></w:r></w:p>';
    expect((await refusalOf(await buildDocx({ body }))).code).toBe('scanned');
  });
  test('a document without words', async () => {
    expect((await refusalOf(await buildDocx({ body: para('') + para('  ') }))).code).toBe('no-text');
  });
});

/** The archive with one byte run of a member changed. */
function spoil(bytes: Uint8Array, part: string, change: (at: number, copy: Buffer) => void): Uint8Array {
  const copy = Buffer.from(bytes);
  change(zipEntries(bytes).get(part)?.start ?? 0, copy);
  return copy;
}

describe('damage and attacks', () => {
  const document = 'word/document.xml';
  test('a part that does not unfold, an archive cut off anywhere', async () => {
    const whole = await buildDocx({ body: para('甲'.repeat(500)) });
    expect(
      (await refusalOf(spoil(whole, document, (at, copy) => copy.fill(0x55, at + 5, at + 30)))).code,
    ).toBe('damaged');
    for (let cut = 5; cut < whole.length; cut += Math.ceil(whole.length / 20)) {
      expect((await refusalOf(whole.subarray(0, cut))).code).toBe('damaged');
    }
  });
  test('a member under a password', async () => {
    const whole = Buffer.from(await buildDocx({ body: para('甲') }));
    const directory = whole.indexOf(Buffer.from('504b0102', 'hex'));
    whole.writeUInt16LE(whole.readUInt16LE(directory + 8) | 1, directory + 8);
    expect((await refusalOf(whole)).code).toBe('encrypted');
  });
  test.each([
    ['tags that do not pair', '<w:p><w:r></w:p>'],
    ['an element that never ends', '<w:p>'],
    ['a tag that never ends', '<w:p w:a="'],
    ['nesting without end', '<w:sdt>'.repeat(5000)],
  ])('XML with %s', async (_name, body) => {
    expect((await refusalOf(await buildDocx({ body: para('甲') + body }))).code).toBe('damaged');
  });
  test('entities of a document type are never expanded: a billion laughs, a file of the machine', async () => {
    const laughs =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>';
    expect((await refusalOf(await buildDocx({ body: '', parts: { [document]: laughs } }))).code).toBe(
      'damaged',
    );
  });
  test('a zip bomb is stopped while it unfolds, in little memory', async () => {
    const packed = deflateRawSync(Buffer.alloc(64 * 1024 * 1024, 0x20), { level: 9 });
    const small = await buildDocx({ body: para('甲') });
    const parts = [...zipEntries(small)].flatMap(([name, entry]) =>
      name === document ? [] : [{ name, taken: entry, from: small }],
    );
    const entry = { name: document, method: 8, crc: 0, compressedSize: packed.length, size: 100, start: 0 };
    const bomb = await writeZip([...parts, { name: document, taken: entry, from: packed }]);
    const before = process.memoryUsage().rss;
    expect((await refusalOf(bomb)).code).toBe('bomb');
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });
  test('more than any standard holds is refused before it fills the memory', async () => {
    const from = performance.now();
    expect((await refusalOf(await buildDocx({ body: para('甲').repeat(150_000) }))).code).toBe('too-long');
    expect((await refusalOf(bytesOf('甲\n'.repeat(150_000)))).code).toBe('too-long');
    expect((await refusalOf(bytesOf('甲'.repeat(1_100_000)))).code).toBe('too-long');
    expect((await refusalOf(bytesOf(`<html>${'<p>甲'.repeat(150_000)}`))).code).toBe('too-long');
    expect(performance.now() - from).toBeLessThan(8000);
  });
  test('a tag of a megabyte of angles takes no time', async () => {
    const from = performance.now();
    await refusalOf(await buildDocx({ body: `${para('甲')}<w:p w:a="${'>'.repeat(900_000)}` }));
    expect(performance.now() - from).toBeLessThan(2000);
  });
});
