import { fold } from './fold.ts';
import { readOrdinal } from './ordinals.ts';

/** The forms of numbering that official documents use, coarse to fine. */
export type Form =
  | 'part'
  | 'chapter'
  | 'section'
  | 'zh'
  | 'article'
  | 'zh-paren'
  | 'num'
  | 'decimal-2'
  | 'decimal-3'
  | 'decimal-4'
  | 'num-paren'
  | 'num-half'
  | 'circled'
  | 'letter'
  | 'roman';

/** How coarse a form is where the document itself does not show it. */
export const RANK: Record<Form, number> = {
  part: 1,
  chapter: 2,
  section: 3,
  roman: 3,
  zh: 4,
  article: 5,
  'zh-paren': 6,
  num: 7,
  'decimal-2': 8,
  'decimal-3': 9,
  'decimal-4': 10,
  'num-paren': 11,
  'num-half': 12,
  circled: 13,
  letter: 14,
};

export interface Marker {
  form: Form;
  /** Its place in its row, from 1. Of 2.3.1 the last. */
  value: number;
  /** As printed, half-width, without the punctuation after it. */
  printed: string;
  /** How many characters of the text it takes, with the punctuation and spaces after it. */
  length: number;
}

const ZH = '[一二三四五六七八九十百零〇]';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚';
const SMALL_PAREN = '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇';
const DOTTED = '⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛';
const ZH_PAREN = '㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩';
const BLACK = '❶❷❸❹❺❻❼❽❾❿';
const ROMAN = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ';
const UNIT = '万亿倍元个名次分年月日天米平人件篇岁%户条项小';

const ORDINAL_FORM: Record<string, Form> = {
  编: 'part',
  部分: 'part',
  章: 'chapter',
  节: 'section',
  条: 'article',
};

const ORDINAL = new RegExp(`^第\\s?(${ZH}{1,5}|\\d{1,3})\\s?(编|部分|章|节|条)(?![款项例件])[、.:,]?\\s*`);
const ZH_COMMA = new RegExp(`^(${ZH}{1,4})\\s?[、.:,](?!${ZH}{1,3}[、,])\\s*`);
const ZH_BARE = new RegExp(`^(${ZH}{1,3})\\s+(?=[\\p{Script=Han}“"《])(?![名个人次月日户])`, 'u');
const ZH_IN_PAREN = new RegExp(`^[([〔]?\\s?(${ZH}{1,3})\\s?[)\\]〕]\\s?[、.,:]?\\s*`);
const DECIMAL = /^(\d{1,2})((?:\s?\.\s?\d{1,2}){1,3})[.、]?(\s+|(?=[^\d\s.、,)(~至到—-]))/;
const HYPHENED = /^(\d{1,2})[-—–](\d{1,2})[.、\s]\s*(?=[^\d\s])/;
const NUM = /^(\d{1,3})\s?(?:[.、](?!\d)|:(?=\s?\p{Script=Han}))\s*/u;
const COUNTED = '(?![名个人次月日户岁分项天条件篇周期届元万亿倍层家号楼])';
const NUM_BARE = new RegExp(`^(\\d{1,3})\\s+(?=[\\p{Script=Han}“"《])${COUNTED}`, 'u');
const NUM_PAREN = /^[([]\s?(\d{1,3})\s?[)\]]\s?[、.,:]?\s*/;
const NUM_HALF = /^(\d{1,3})\s?\)\s?[、.]?\s*/;
const LETTER = /^\(?([A-Za-z])(?:\)[、.]?|[.、](?![A-Za-z]))\s*/;

function symbol(text: string): Marker | null {
  const c = text.charAt(0);
  const tables: [string, Form, (n: number) => string][] = [
    [CIRCLED, 'circled', () => c],
    [BLACK, 'circled', () => c],
    [SMALL_PAREN, 'num-paren', (n) => `(${n})`],
    [DOTTED, 'num', (n) => String(n)],
    [ZH_PAREN, 'zh-paren', (n) => `(${'一二三四五六七八九十'.charAt(n - 1)})`],
    [ROMAN, 'roman', () => c],
  ];
  for (const [row, form, print] of tables) {
    const place = c === '' ? -1 : row.indexOf(c);
    if (place < 0) continue;
    const length = /^.[、.]?\s*/.exec(text)?.[0].length ?? 1;
    return { form, value: place + 1, printed: print(place + 1), length };
  }
  return null;
}

function decimal(text: string): Marker | null {
  const m = DECIMAL.exec(text);
  if (m) {
    const parts = `${m[1]}${m[2]}`.replace(/\s/g, '').split('.');
    const after = text.charAt(m[0].length);
    if (m[3] === '' && UNIT.includes(after)) return null;
    const form: Form = parts.length === 2 ? 'decimal-2' : parts.length === 3 ? 'decimal-3' : 'decimal-4';
    return { form, value: Number(parts.at(-1)), printed: parts.join('.'), length: m[0].length };
  }
  const h = HYPHENED.exec(text);
  return h && { form: 'decimal-2', value: Number(h[2]), printed: `${h[1]}-${h[2]}`, length: h[0].length };
}

function make(form: Form, m: RegExpExecArray, printed: string): Marker | null {
  const value = readOrdinal(m[1] ?? '');
  return value > 0 ? { form, value, printed, length: m[0].length } : null;
}

/** What any number begins with: most lines have none and are told by one character. */
const BEGINS = new Set(
  [
    ...'第一二三四五六七八九十百零〇([〔',
    ...CIRCLED,
    ...BLACK,
    ...SMALL_PAREN,
    ...DOTTED,
    ...ZH_PAREN,
    ...ROMAN,
  ].map((c) => c.charCodeAt(0)),
);

function mayBegin(code: number): boolean {
  const digit = code >= 0x30 && code <= 0x39;
  const letter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
  return digit || letter || BEGINS.has(code);
}

/** The number at the beginning of a text (half-width, see `fold`), or null. */
export function readMarker(folded: string): Marker | null {
  if (!mayBegin(folded.charCodeAt(0))) return null;
  const text = folded.slice(0, 40);
  let m = ORDINAL.exec(text);
  if (m) return make(ORDINAL_FORM[m[2] ?? ''] ?? 'article', m, `第${m[1]}${m[2]}`);
  m = ZH_COMMA.exec(text) ?? ZH_BARE.exec(text);
  if (m) return make('zh', m, m[1] ?? '');
  m = ZH_IN_PAREN.exec(text);
  if (m) return make('zh-paren', m, `(${m[1]})`);
  const fine = decimal(text);
  if (fine) return fine;
  m = NUM.exec(text) ?? NUM_BARE.exec(text);
  if (m) return make('num', m, String(Number(m[1])));
  m = NUM_PAREN.exec(text);
  if (m) return make('num-paren', m, `(${Number(m[1])})`);
  m = NUM_HALF.exec(text);
  if (m) return make('num-half', m, `${Number(m[1])})`);
  m = LETTER.exec(text);
  if (m) {
    const letter = m[1] ?? '';
    const value = letter.toLowerCase().charCodeAt(0) - 96;
    return { form: 'letter', value, printed: letter, length: m[0].length };
  }
  return symbol(text);
}

/** The automatic number of a Word paragraph, which may stand without punctuation; null for a bullet. */
export function readAutomatic(number: string): Marker | null {
  const text = fold(number).trim();
  const marker = readMarker(text) ?? readMarker(`${text}、`) ?? readMarker(`${text} 项`);
  return marker && { ...marker, length: 0 };
}
