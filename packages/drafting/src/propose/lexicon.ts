import { alike, bare, bigramsOf } from './alike.ts';
import { SYNONYMS } from './synonyms.ts';

/** `standards/vocabulary.yaml` as it stands there: lists of code → name, aliases and what else an entry says. */
export type VocabularyWords = Readonly<Record<string, unknown>>;

export interface Named {
  code: string;
  /** Its name, its aliases and what else people call it, bare of quotes and blanks. */
  names: readonly string[];
  /** The pairs of characters of each name. */
  grams: readonly ReadonlySet<string>[];
  yearly: boolean;
  state: boolean;
}

export const LISTS = [
  'activities',
  'documents',
  'events',
  'figures',
  'polls',
  'posts',
  'postGroups',
] as const;
export type List = (typeof LISTS)[number];
export type Lexicon = Readonly<Record<List, readonly Named[]>>;

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** The names by which words are looked up; entries without a name are left out. */
export function readLexicon(words: VocabularyWords): Lexicon {
  const list = (key: List): Named[] => {
    const raw = words[key];
    if (!isMap(raw)) return [];
    return Object.entries(raw).flatMap(([code, entry]) => {
      const map = isMap(entry) ? entry : { name: entry };
      if (typeof map.name !== 'string') return [];
      const names = [map.name, ...texts(map.aliases), ...(SYNONYMS[key]?.[code] ?? [])].map(bare);
      const { yearly, state } = map;
      const unique = [...new Set(names)];
      return [
        { code, names: unique, grams: unique.map(bigramsOf), yearly: yearly === true, state: state === true },
      ];
    });
  };
  return {
    activities: list('activities'),
    documents: list('documents'),
    events: list('events'),
    figures: list('figures'),
    polls: list('polls'),
    posts: list('posts'),
    postGroups: list('postGroups'),
  };
}

const SHORTEST = 2;
const SHORTEST_PHRASE = 4;
const ALIKE = 0.72;

/** The code that words mean: the very name, a name inside the words, the words inside a name, or nearly the same. */
export function findCode(list: readonly Named[], words: string): string | null {
  const phrase = bare(words);
  const exact = list.find(({ names }) => names.includes(phrase));
  if (exact) return exact.code;
  const [inside] = findCodes(list, phrase);
  if (inside !== undefined) return inside;
  if (phrase.length < SHORTEST_PHRASE) return null;
  const around = list.filter(({ names }) => names.some((name) => name.includes(phrase)));
  const [only] = around;
  if (only && around.length === 1) return only.code;
  const grams = bigramsOf(phrase);
  const near = list
    .map((one) => ({ code: one.code, score: Math.max(...one.grams.map((other) => alike(grams, other))) }))
    .sort((a, b) => b.score - a.score)[0];
  return near && near.score >= ALIKE ? near.code : null;
}

/** All codes whose names stand in the words, longest names first, none inside another. */
export function findCodes(list: readonly Named[], words: string): string[] {
  let rest = bare(words);
  const found: string[] = [];
  const named = list
    .filter(({ code }) => code !== 'other')
    .flatMap(({ code, names }) => names.map((name) => ({ code, name })))
    .filter(({ name }) => name.length >= SHORTEST && rest.includes(name))
    .sort((a, b) => b.name.length - a.name.length);
  for (const { code, name } of named) {
    if (!rest.includes(name)) continue;
    rest = rest.replaceAll(name, '　');
    if (!found.includes(code)) found.push(code);
  }
  return found;
}
