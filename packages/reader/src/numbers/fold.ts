import { samePlaces } from './places.ts';

/** A text in one spelling, with the way back: `from[i]` is where the i-th character stood in the source. */
export interface Folded {
  text: string;
  from: number[];
  source: string;
}

const SAME: Readonly<Record<string, string>> = {
  '〜': '~',
  '∼': '~',
  '—': '-',
  '–': '-',
  '―': '-',
  '─': '-',
  '−': '-',
  '∶': ':',
  '﹕': ':',
  '﹪': '%',
  '｡': '。',
  '﹑': '、',
  '､': '、',
  '„': '“',
  '「': '“',
  '」': '”',
  '『': '“',
  '』': '”',
  '〈': '《',
  '〉': '》',
  '【': '(',
  '】': ')',
  '〔': '(',
  '〕': ')',
  '[': '(',
  ']': ')',
};

const isBlank = (c: string): boolean => c !== '\n' && (/\s/.test(c) || c === '\u200b' || c === '\ufeff');
const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9';

/** Full width to half width and square units to letters; a circled number stays what it is. */
function foldCharacter(c: string): string {
  const same = SAME[c];
  if (same !== undefined) return same;
  const code = c.codePointAt(0) ?? 0;
  const compatible = (code >= 0xff01 && code <= 0xff5e) || (code >= 0x3371 && code <= 0x33df);
  if (!compatible) return c;
  const folded = c.normalize('NFKC');
  return SAME[folded] ?? folded;
}

/** Drops blanks inside a line (kept as one space between two digits) and folds every character. */
export function fold(source: string): Folded {
  // Most texts have nothing to drop: then every character stays at its place.
  let from: number[] | null = null;
  let text = '';
  let kept = 0;
  let blank = -1;
  let afterDigit = false;
  for (let i = 0; i < source.length; i += 1) {
    const code = source.charCodeAt(i);
    // Han characters, 、 and 。 stay as they are.
    if ((code >= 0x3400 && code <= 0xd7ff) || code === 0x3001 || code === 0x3002) {
      blank = -1;
      afterDigit = false;
      from?.push(i);
      continue;
    }
    const c = source.charAt(i);
    const dropped = isBlank(c);
    const folded = dropped ? '' : c === '\r' ? '\n' : foldCharacter(c);
    if (folded.length !== 1) from ??= samePlaces(i).slice(0, i);
    if (folded !== c) {
      text += source.slice(kept, i);
      kept = i + 1;
    }
    if (dropped) {
      if (blank < 0) blank = i;
      continue;
    }
    if (blank >= 0 && afterDigit && isDigit(folded)) {
      text += ' ';
      from?.push(blank);
    }
    blank = -1;
    afterDigit = isDigit(folded.at(-1));
    if (folded !== c) text += folded;
    for (let n = 0; from && n < folded.length; n += 1) from.push(i);
  }
  return { text: text + source.slice(kept), from: from ?? samePlaces(source.length), source };
}

/** The source's own words between two places of the folded text, without blanks at the ends. */
export function sourceWords(folded: Folded, start: number, end: number): string {
  if (end <= start) return '';
  const first = folded.from[start] ?? folded.source.length;
  const last = folded.from[end - 1] ?? folded.source.length - 1;
  return folded.source.slice(first, last + 1).trim();
}
