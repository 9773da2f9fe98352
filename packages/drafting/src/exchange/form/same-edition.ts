import { isDeepStrictEqual } from 'node:util';
import type { EditionSource } from '../../work.ts';
import { houseForm } from './house-form.ts';
import { isPlain, listOf } from './plain.ts';

export interface SameOptions {
  /** False: acceptance examples are left aside (Word does not carry them). */
  examples?: boolean;
}

/** Whether two sources are one edition: same items, texts, checks, parameters with values and basis, moves, flow, notes. */
export const sameEdition = (a: EditionSource, b: EditionSource, options: SameOptions = {}): boolean =>
  findDifference(a, b, options) === null;

/** The path of the first part that differs, '' for the whole; null: they are the same. */
export function findDifference(a: EditionSource, b: EditionSource, options: SameOptions = {}): string | null {
  return differ(comparable(a, options), comparable(b, options), '');
}

/** In house form; chapters without items say nothing. */
function comparable(source: EditionSource, { examples = true }: SameOptions): EditionSource {
  const form = houseForm(source);
  const chapters = listOf(form.chapters)
    .filter(isPlain)
    .filter(({ items }) => listOf(items).length > 0)
    .map((chapter) => ({
      ...chapter,
      items: listOf(chapter.items).map((item) =>
        examples || !isPlain(item) ? item : { ...item, examples: null },
      ),
    }));
  return { ...form, chapters };
}

function differ(a: unknown, b: unknown, path: string): string | null {
  if (isDeepStrictEqual(a, b)) return null;
  const both = (Array.isArray(a) && Array.isArray(b)) || (isPlain(a) && isPlain(b));
  if (!both) return path;
  const [one, other] = [Object.entries(a as object), Object.entries(b as object)];
  const keys = new Set([...one, ...other].map(([key]) => key));
  const [left, right] = [new Map<string, unknown>(one), new Map<string, unknown>(other)];
  for (const key of keys) {
    const found = differ(left.get(key), right.get(key), path === '' ? key : `${path}.${key}`);
    if (found !== null) return found;
  }
  return path;
}
