import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Edition, itemsOf, parseEdition, parseVocabulary } from '@hujian/engine';

const folder = resolve(import.meta.dirname, '../../../standards');

/** What panels look at on site under the built-in standards: '<standard>/<item>/<check>', each once. */
export function listLooks(): string[] {
  const keys = readEditions().flatMap((edition) =>
    itemsOf(edition).flatMap(({ checks }) =>
      checks.flatMap((check) => (check.measure === 'on-site' ? [check.key] : [])),
    ),
  );
  return [...new Set(keys)].sort();
}

export const vocabularyFile = join(folder, 'vocabulary.yaml');

function readEditions(): Edition[] {
  const { vocabulary } = parseVocabulary(readFileSync(vocabularyFile, 'utf8'));
  if (!vocabulary) throw new Error('standards/vocabulary.yaml cannot be read');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.includes('/') && name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => parseEdition(readFileSync(join(folder, name), 'utf8'), vocabulary).edition ?? []);
}
