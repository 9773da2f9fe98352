import type { DraftCheck, DraftItem, Kind } from '@hujian/reader';
import type { CheckSource } from '../work.ts';
import type { Lexicon } from './lexicon.ts';
import type { ParameterBook } from './parameter-book.ts';

/** What all proposals of one draft are built with. */
export interface Bench {
  lexicon: Lexicon;
  book: ParameterBook;
  kind: Kind | null;
}

/** One thing the reader found, and where it stands in its item. */
export interface Place<Found = DraftCheck> {
  bench: Bench;
  item: DraftItem;
  found: Found;
  /** The sentence around the words, and what follows them in it. */
  around: string;
  after: string;
  /** The activity that the item last named, for a rate of attendance that names none. */
  activity: string | null;
}

/** A check as an edition writes it but for its id, of which `id` is the wish; or why there is none. */
export type Placed = { id: string; check: CheckSource; doubt: string | null } | { check: null; why: string };

export const unplaced = (why: string): Placed => ({ check: null, why });
export const placed = (id: string, check: CheckSource, doubt: string | null = null): Placed => ({
  id,
  check,
  doubt,
});

export type Of<Measure extends DraftCheck['measure']> = Place<Extract<DraftCheck, { measure: Measure }>>;

const END = /[。；;\n]/;

/** The sentence in which the words stand, and what follows them there; the words alone where they cannot be found. */
export function surroundings(text: string, words: string): { around: string; after: string } {
  const at = text.indexOf(words);
  if (at < 0) return { around: words, after: '' };
  let start = at;
  while (start > 0 && !END.test(text.charAt(start - 1))) start -= 1;
  let end = at + words.length;
  while (end < text.length && !END.test(text.charAt(end))) end += 1;
  return { around: text.slice(start, end), after: text.slice(at + words.length, end) };
}

/** 一般 and 原则上 leave room, 提倡 and 鼓励 only wish; said of this very number. */
export function strictnessOf(words: string): { strictness?: 'normally' | 'encouraged' } {
  if (/提倡|鼓励|有条件的/.test(words)) return { strictness: 'encouraged' };
  return /一般|原则上/.test(words) ? { strictness: 'normally' } : {};
}
