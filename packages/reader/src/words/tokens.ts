import type { NumberWords } from '../numbers/read-numbers.ts';
import { readNumberAt } from '../numbers/read-numbers.ts';
import { ACTIVITIES, ACTS, type ActivityWord } from './lexicon/activities.ts';
import { AFTER, BEFORE, type Direction } from './lexicon/bounds.ts';
import { FIGURES, type FigureWord, POLLS } from './lexicon/figures.ts';
import { IDIOMS } from './lexicon/idioms.ts';
import { PEOPLE } from './lexicon/people.ts';
import { PERIODS, type PeriodWord, periodOf } from './lexicon/periods.ts';

export type Lexeme =
  | ({ kind: 'period' } & PeriodWord)
  | ({ kind: 'activity' } & ActivityWord)
  | { kind: 'person'; code: string }
  | ({ kind: 'figure' } & FigureWord)
  | { kind: 'poll'; answer: 'satisfied' | 'dissatisfied' }
  | { kind: 'before'; direction: Direction }
  | { kind: 'after'; direction: Direction }
  | { kind: 'act' }
  | { kind: 'idiom' }
  | { kind: 'join' }
  | { kind: 'list' }
  | { kind: 'each' }
  | { kind: 'break' }
  | { kind: 'stop' }
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'number'; number: NumberWords };

export type Token = Lexeme & { start: number; end: number };
export type TokenOf<K extends Lexeme['kind']> = Extract<Token, { kind: K }>;

interface Node {
  /** By the code of the next character. */
  next: Map<number, Node>;
  lexeme?: Lexeme;
}

function lexiconTree(): Node {
  const root: Node = { next: new Map() };
  const add = (word: string, lexeme: Lexeme): void => {
    let node = root;
    for (let i = 0; i < word.length; i += 1) {
      const c = word.charCodeAt(i);
      let next = node.next.get(c);
      if (!next) {
        next = { next: new Map() };
        node.next.set(c, next);
      }
      node = next;
    }
    node.lexeme ??= lexeme;
  };
  for (const word of IDIOMS) add(word, { kind: 'idiom' });
  for (const [word, period] of PERIODS) add(word, { kind: 'period', ...period });
  for (const [word, activity] of ACTIVITIES) add(word, { kind: 'activity', ...activity });
  for (const [word, answer] of POLLS) add(word, { kind: 'poll', answer });
  for (const [word, code] of PEOPLE) add(word, { kind: 'person', code });
  for (const [word, figure] of FIGURES) add(word, { kind: 'figure', ...figure });
  for (const [word, direction] of BEFORE) add(word, { kind: 'before', direction });
  for (const [word, direction] of AFTER) add(word, { kind: 'after', direction });
  for (const word of ['各', '分别', '均', '各自', '每人', '每项']) add(word, { kind: 'each' });
  for (const word of ['和', '及', '与', '以及', '并', '或', '或者', '暨', '同']) add(word, { kind: 'join' });
  for (const word of [',', ':', '…']) add(word, { kind: 'break' });
  for (const word of ['。', ';', '!', '?', '\n']) add(word, { kind: 'stop' });
  for (const word of ['、', '/']) add(word, { kind: 'list' });
  add('(', { kind: 'open' });
  add(')', { kind: 'close' });
  for (const word of ACTS) add(word, { kind: 'act' });
  return root;
}

const TREE = lexiconTree();

/** The longest word of the lexicons that begins at a place. */
function wordAt(text: string, at: number): { lexeme: Lexeme; end: number } | null {
  let node: Node | undefined = TREE;
  let best: { lexeme: Lexeme; end: number } | null = null;
  for (let i = at; i < text.length; i += 1) {
    node = node.next.get(text.charCodeAt(i));
    if (!node) break;
    if (node.lexeme) best = { lexeme: node.lexeme, end: i + 1 };
  }
  return best;
}

/** 每两个月, 近2年, 3个月召开1次: a number of months or years that makes a period. */
function numberedPeriod(text: string, number: NumberWords): Lexeme | null {
  const before = text.charAt(number.start - 1);
  const unit = number.unit;
  if (unit?.kind !== 'duration' || number.vague) return null;
  const period = { kind: 'period' as const, ...periodOf(number.low, unit.code), recent: false };
  if (before === '每' || before === '隔') return { ...period, strong: true };
  const within =
    unit.code === 'year' && number.low <= 2 && (text.charAt(number.end) === '内' || before === '近');
  if (within) return { ...period, strong: false, recent: before === '近' || number.low === 2 };
  const held =
    /^(?:召开|开展|组织|举行|进行|举办|一般|至少|上|讲|公布|公开|公示)*/.exec(
      text.slice(number.end, number.end + 6),
    )?.[0] ?? '';
  const next = readNumberAt(text, number.end + held.length)?.number;
  return next?.unit?.kind === 'times' ? { ...period, strong: false } : null;
}

/** 第一个月, 最后一周: which one it is, not how often. */
const isOrdinal = (text: string, at: number): boolean =>
  /[第后首头末]/.test(text.charAt(at - 1)) && /[一二两三半]/.test(text.charAt(at));

/** 1次/季度, 4次/年: what stands after the stroke is a period. */
const AFTER_STROKE: Readonly<Record<string, string>> = {
  年: '每年',
  月: '每月',
  季度: '每季度',
  季: '每季度',
  学期: '每学期',
  半年: '每半年',
  学年: '每学年',
  周: '每周',
};

function strokePeriod(text: string, at: number): { lexeme: Lexeme; end: number } | null {
  if (text.charCodeAt(at) !== 0x2f) return null;
  for (const length of [2, 1]) {
    const word = AFTER_STROKE[text.slice(at + 1, at + 1 + length)];
    const period = word === undefined ? undefined : PERIODS.get(word);
    if (period) return { lexeme: { kind: 'period', ...period }, end: at + 1 + length };
  }
  return null;
}

/** Stretches in quotation marks or book titles: what is counted inside them is a name. */
function quotedUntil(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code !== 0x300a && code !== 0x201c) return 0;
  const close = code === 0x300a ? '》' : '”';
  const limit = Math.min(text.length, at + 60);
  for (let i = at + 1; i < limit; i += 1) if (text.charAt(i) === close) return i + 1;
  return 0;
}

const INSIDE_QUOTES = new Set<Lexeme['kind']>(['activity', 'person', 'poll']);

/** Cuts folded text into the tokens that the grammar knows; all else is silence between them. */
export function tokenise(text: string): Token[] {
  const out: Token[] = [];
  let quoted = 0;
  let title = 0;
  for (let i = 0; i < text.length; ) {
    const until = i >= quoted ? quotedUntil(text, i) : 0;
    if (until > 0) {
      quoted = until;
      if (text.charAt(i) === '《') title = until;
      i += 1;
      continue;
    }
    const found = strokePeriod(text, i) ?? wordAt(text, i);
    if (found?.lexeme.kind === 'period' && isOrdinal(text, i)) {
      i = found.end;
      continue;
    }
    const certain = found?.lexeme.kind === 'idiom' || found?.lexeme.kind === 'period';
    const number = certain ? null : readNumberAt(text, i);
    const wordWins = found && (!number || found.end >= number.skip);
    if (wordWins) {
      if (i >= title && (i >= quoted || INSIDE_QUOTES.has(found.lexeme.kind)))
        out.push({ ...found.lexeme, start: i, end: found.end });
      i = found.end;
    } else if (number) {
      const made = number.number
        ? (numberedPeriod(text, number.number) ?? { kind: 'number', number: number.number })
        : null;
      if (made && i >= quoted && i >= title) out.push({ ...made, start: i, end: number.skip });
      i = number.skip;
    } else i += 1;
  }
  return out;
}
