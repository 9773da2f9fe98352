import { initialsOf } from '../imports/initials.ts';

type Words = Readonly<Record<string, unknown>>;

const presented = new WeakMap<Words, Record<string, unknown>>();

/** The vocabulary as the screens search it: each word with the pinyin initials of its name and its other names. */
export function presentVocabulary(words: Words): Record<string, unknown> {
  const known = presented.get(words);
  if (known) return known;
  const made = Object.fromEntries(
    Object.entries(words).map(([table, entries]) => [
      table,
      isMap(entries) ? withInitials(entries) : entries,
    ]),
  );
  presented.set(words, made);
  return made;
}

function withInitials(entries: Words): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entries).map(([code, entry]) => {
      if (!isMap(entry) || typeof entry.name !== 'string') return [code, entry];
      const aliases = Array.isArray(entry.aliases) ? entry.aliases.map(String) : [];
      return [code, { ...entry, initials: [entry.name, ...aliases].map(initialsOf).join(' ') }];
    }),
  );
}

const isMap = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
