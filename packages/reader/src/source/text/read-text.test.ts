import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { encodeGbk } from '../fixtures/encode-gbk.ts';
import { openSource } from '../open-source.ts';
import type { Source } from '../source.ts';
import { findIllegible } from './legibility.ts';

const words = `村党组织考核办法\n\n第一条　党员大会每季度至少召开1次。\r\n第二条 支委会每月召开1次。`;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const wide = (text: string, order: 'le' | 'be', mark: boolean): Uint8Array => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

const linesOf = (source: Source) =>
  source.blocks.map((block) => (block.type === 'paragraph' ? [block.at, block.text] : []));

describe('encodings', () => {
  test.each([
    ['UTF-8', utf8(words)],
    ['UTF-8 with its mark', utf8(`\ufeff${words}`)],
    ['UTF-16 LE with its mark', wide(words, 'le', true)],
    ['UTF-16 BE with its mark', wide(words, 'be', true)],
    ['UTF-16 LE without', wide(words, 'le', false)],
    ['UTF-16 BE without', wide(words, 'be', false)],
    ['GBK', encodeGbk(words)],
    ['UTF-16 without and without any ASCII', wide('村党组织考核办法由县委组织部解释', 'le', false)],
  ])('%s: no sign is lost', async (name, bytes) => {
    const source = await openSource(bytes);
    const all = source.blocks.map((block) => (block.type === 'paragraph' ? block.text : '')).join('\n');
    expect(all.replace(/\s/g, '')).toBe(
      (name.endsWith('ASCII') ? '村党组织考核办法由县委组织部解释' : words).replace(/\s/g, ''),
    );
    expect(source.notes.map(({ text }) => text).filter((text) => text.includes('辨认'))).toEqual([]);
  });

  test('a line is counted with the blank ones, as an editor shows it', async () => {
    expect(linesOf(await openSource(utf8(words)))).toEqual([
      [{ paragraph: 1 }, '村党组织考核办法'],
      [{ paragraph: 3 }, '第一条　党员大会每季度至少召开1次。'],
      [{ paragraph: 4 }, '第二条 支委会每月召开1次。'],
    ]);
  });

  test('a file put together from two encodings is read line by line, and said', async () => {
    const mixed = Buffer.concat([
      utf8('第一条 党员大会每季度召开一次。\n'),
      encodeGbk('第二条 支委会每月召开一次。\n'),
    ]);
    const source = await openSource(mixed);
    expect(linesOf(source).map(([, text]) => text)).toEqual([
      '第一条 党员大会每季度召开一次。',
      '第二条 支委会每月召开一次。',
    ]);
    expect(source.notes.map(({ text }) => text).join()).toContain('两种编码');
  });

  test('a sign cut in the middle at the end is kept as illegible, the rest is read', async () => {
    const whole = utf8('党员大会每季度至少召开一次，支委会每月召开一次。');
    const source = await openSource(whole.subarray(0, whole.length - 2));
    expect(linesOf(source)[0]?.[1]).toContain('支委会每月召开一次');
    expect(source.notes).toMatchObject([{ at: { paragraph: 1 }, text: expect.stringContaining('无法辨认') }]);
  });
});

describe('words lost to a wrong encoding are kept and said', () => {
  const sound = '坚持每季度召开一次党员大会，每月召开一次支委会，按期讲党课。';
  const misread = (text: string, shift: number): string =>
    new TextDecoder('gb18030').decode(encodeGbk(text).subarray(shift));

  test.each([
    ['GBK read one byte off', misread('引导群众发展生产，优先提供信息、技术服务和帮扶', 1)],
    ['UTF-8 read as GBK', new TextDecoder('gb18030').decode(utf8('引导群众发展生产，优先提供信息'))],
    ['UTF-8 read as Latin-1', new TextDecoder('latin1').decode(utf8('引导群众发展生产'))],
    ['GBK read as UTF-8', new TextDecoder().decode(encodeGbk('引导群众发展生产'))],
    ['replacement signs saved once more', '锟斤拷锟斤拷锟斤拷'],
    ['a single replacement sign', '\ufffd'],
    ['question marks for what was lost', '群众?????????'],
  ])('%s', async (_name, lost) => {
    const text = sound + lost + sound;
    const [stretch, ...others] = findIllegible(text);
    expect(others).toEqual([]);
    expect(stretch?.from).toBeGreaterThanOrEqual(sound.length - 3);
    expect(stretch?.to).toBeLessThanOrEqual(sound.length + lost.length + 3);
    const source = await openSource(utf8(text));
    expect(linesOf(source)).toEqual([[{ paragraph: 1 }, text.trim()]]);
    expect(source.notes).toMatchObject([{ at: { paragraph: 1 }, text: expect.stringContaining('无法辨认') }]);
  });

  test.each([
    '请问是否召开？是???',
    '（一）“三会一课”①②③——【附件】《办法》…… 3：1、2/3、≥80％、50㎡、№3',
    '禤家塱村、氹仔、屌丝；郃阳、淠河、睢宁、盱眙、亳州、濉溪、歙县、黟县',
    'The quick brown fox jumps over the lazy dog, e-mail: a@b.cn',
    '主任：饕餮 副主任：赟',
    'བོད་ལྗོངས་རང་སྐྱོང་ལྗོངས། 西藏自治区基层党组织建设标准',
    'شىنجاڭ ئۇيغۇر ئاپتونوم رايونى 新疆维吾尔自治区',
    'ꆈꌠꉙ 조선족 자치주 ᠮᠣᠩᠭᠣᠯ 民族自治地方',
    'dǎng jiàn，Β级、Ω值、α系数',
  ])('sound text is not called illegible: %s', (text) => {
    expect(findIllegible(text)).toEqual([]);
  });

  test('a hundred thousand signs without a mark take no longer than they should', () => {
    const from = performance.now();
    findIllegible('村'.repeat(100_000));
    findIllegible('\ufffd'.repeat(100_000));
    findIllegible('锟斤拷'.repeat(40_000));
    expect(performance.now() - from).toBeLessThan(1000);
  });
});

test('the labelled texts of the corpus open without a doubt about their words', async () => {
  const corpus = new URL('../../../corpus/', import.meta.url);
  const files = readdirSync(corpus).filter((file) => /\.(docx|xlsx|txt|html)$/.test(file));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const source = await openSource(readFileSync(new URL(file, corpus)), file);
    expect(source.blocks.length).toBeGreaterThan(0);
  }
});
