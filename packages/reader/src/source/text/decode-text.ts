import { refusal } from '../refusals.ts';
import { easeOf, legibility } from './legibility.ts';

export interface Decoded {
  text: string;
  /** Chinese: what had to be assumed. */
  note?: string;
}

const marks: [string, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Below this share of Chinese of today a decoding is not believed. */
const believed = 0.6;

/** Decodes a text by what its bytes prove: a mark, validity, and whether the result is Chinese; throws SourceProblem. */
export function decodeText(bytes: Uint8Array): Decoded {
  for (const [encoding, mark] of marks) {
    if (!mark.every((byte, i) => bytes[i] === byte)) continue;
    return { text: new TextDecoder(encoding).decode(bytes) };
  }
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== undefined && !utf8.includes('\0')) return { text: utf8 };
  const wide = decodeWide(bytes);
  if (wide) return wide;
  if (bytes.includes(0)) throw refusal('not-text');
  const gb = decodeStrictly(bytes, 'gb18030');
  if (gb !== undefined && legibility(gb) >= believed) {
    return { text: gb, note: '文件是 GBK（GB18030）编码的，已按它读出。' };
  }
  return decodeByLines(bytes);
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-16 without its mark: only when one order reads as Chinese and the other does not. */
function decodeWide(bytes: Uint8Array): Decoded | undefined {
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined;
  const sample = bytes.subarray(0, 20_000);
  const scores = (['utf-16le', 'utf-16be'] as const).map((encoding) => ({
    encoding,
    score: wideScore(new TextDecoder(encoding).decode(sample)),
  }));
  const [best, other] = scores.sort((a, b) => b.score - a.score);
  if (!best || !other || best.score < 0.85 || other.score > 0.5) return undefined;
  return {
    text: new TextDecoder(best.encoding).decode(bytes),
    note: '文件是没有标记的 UTF-16 编码，已按它读出。',
  };
}

/** The share of characters that fit a text at all, ASCII too: two bytes of GBK read as one character seldom do. */
function wideScore(text: string): number {
  let fit = 0;
  for (let i = 0; i < text.length; i++) if (easeOf(text.charCodeAt(i)) === 2) fit++;
  return text.length === 0 ? 0 : fit / text.length;
}

/** Of mixed files each line is read in the encoding that makes it Chinese; what fits none is kept as it comes. */
function decodeByLines(bytes: Uint8Array): Decoded {
  const decoders = { utf8: new TextDecoder('utf-8'), gb: new TextDecoder('gb18030') };
  const lines: string[] = [];
  let [asUtf8, asGb] = [0, 0];
  for (let from = 0; from <= bytes.length; ) {
    const newline = bytes.indexOf(10, from);
    const to = newline < 0 ? bytes.length : newline;
    const line = bytes.subarray(from, to);
    const utf8 = decoders.utf8.decode(line);
    if (utf8.includes('\ufffd')) {
      const gb = decoders.gb.decode(line);
      const better = legibility(gb) > legibility(utf8);
      lines.push(better ? gb : utf8);
      if (better) asGb++;
      else asUtf8++;
    } else {
      lines.push(utf8);
      if (/[^\0-\x7f]/.test(utf8)) asUtf8++;
    }
    from = to + 1;
  }
  const text = lines.join('\n');
  if (legibility(text) < believed) throw refusal(isBinary(text) ? 'not-text' : 'encoding');
  if (asUtf8 === 0 || asGb === 0) return { text };
  return { text, note: `文件里混有两种编码：${asUtf8} 行按 UTF-8、${asGb} 行按 GBK 读出，请核对。` };
}

export function isBinary(text: string): boolean {
  let odd = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 && (code < 9 || code > 13) && code !== 26) odd++;
  }
  return odd > text.length / 100;
}
