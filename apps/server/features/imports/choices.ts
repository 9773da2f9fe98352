import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Choice } from '@hujian/documents';
import { parse } from 'yaml';

type Entry = {
  name: string;
  aliases?: string[];
  register?: string;
  unit?: string;
  period?: string;
  value?: number;
  stages?: Record<string, string>;
};
type Section = Record<string, Entry>;

const file = resolve(import.meta.dirname, '../../../../standards/vocabulary.yaml');

/** The vocabulary as it lies beside the standards: read once, never changed while the program runs. */
const vocabulary = parse(readFileSync(file, 'utf8')) as Record<string, Section>;

/** The entries of a section of the vocabulary by code. */
export const entriesOf = (section: string): Section => {
  const entries = vocabulary[section];
  if (!entries) throw new Error(`standards/vocabulary.yaml has no section ${section}`);
  return entries;
};

/** A section as the choices of a column, in the vocabulary's order. */
export const choicesOf = (section: string, keep: (entry: Entry) => boolean = () => true): Choice[] =>
  Object.entries(entriesOf(section))
    .filter(([, entry]) => keep(entry))
    .map(([code, { name, aliases }]) => ({ code, title: name, ...(aliases ? { also: aliases } : {}) }));

/** Educations by their stored rank: the code of a choice is the number in the table. */
export const educationChoices = (): Choice[] =>
  Object.entries(entriesOf('educations')).map(([code, { name, aliases, value }]) => ({
    code: String(value),
    title: name,
    also: [code, ...(aliases ?? [])],
  }));

/** All stages of all activities; a code means the same wherever it stands. */
export function stageChoices(): Choice[] {
  const byCode = new Map<string, string>();
  for (const { stages } of Object.values(entriesOf('activities'))) {
    for (const [code, title] of Object.entries(stages ?? {})) byCode.set(code, title);
  }
  return [...byCode].map(([code, title]) => ({ code, title }));
}

/** The title of a code in a section; the code itself when it has none. */
export const titleOf = (section: string, code: string): string => entriesOf(section)[code]?.name ?? code;
