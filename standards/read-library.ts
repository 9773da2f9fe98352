import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Edition, itemsOf, parseEdition, parseVocabulary } from '@hujian/engine';
import { parse } from 'yaml';

/** The library as the tests read it: the vocabulary, the paths of all editions, and what they say. */
const folder = fileURLToPath(new URL('.', import.meta.url));
export const read = (path: string): string => readFileSync(`${folder}${path}`, 'utf8');
export const { vocabulary, errors: vocabularyErrors } = parseVocabulary(read('vocabulary.yaml'));

type Words = Record<string, Record<string, { name: string; aliases?: string[] }>>;
export const words: Words = parse(read('vocabulary.yaml'));

export const paths = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(`${folder}${name}`).map((file) => `${name}/${file}`))
  .filter((path) => path.endsWith('.yaml'));

export function parsed(path: string) {
  if (!vocabulary) throw new Error(`用词表有误：${vocabularyErrors.map((e) => e.message).join('；')}`);
  return parseEdition(read(path), vocabulary);
}

const editionsRead = new Map<string, Edition>();

export function getEdition(path: string): Edition {
  const known = editionsRead.get(path);
  if (known) return known;
  const { edition, errors } = parsed(path);
  if (!edition) throw new Error(errors.map((e) => `第${e.line}行 ${e.message}`).join('\n'));
  editionsRead.set(path, edition);
  return edition;
}

export const codes = (prefix: string, last: number): string[] =>
  Array.from({ length: last }, (_, i) => `${prefix}-${String(i + 1).padStart(2, '0')}`);

export const vetoes = (edition: Edition, effect: 'item' | 'naming'): string[] =>
  itemsOf(edition)
    .flatMap((item) => item.checks.map((check) => ({ item, check })))
    .filter(({ check }) => check.moves.way === 'veto' && check.moves.effect === effect)
    .map(({ item, check }) => `${item.code} ${check.id}`);
