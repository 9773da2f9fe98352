import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { library } from '../../testing/library.ts';
import type { EditionSource } from '../../work.ts';
import type { EditionFormat, ExchangeOptions } from '../exchange-terms.ts';
import { exportEdition } from '../export-edition.ts';
import { findDifference } from '../form/same-edition.ts';
import { readEdition } from '../read-edition.ts';

const { vocabulary, words } = library();
export const options: ExchangeOptions = { vocabulary, words };

const folder = new URL('../../../../../standards/', import.meta.url);

/** The sources of all editions in the library, by id. */
export const editions: readonly (readonly [id: string, source: EditionSource])[] = readdirSync(folder, {
  withFileTypes: true,
})
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(new URL(`${name}/`, folder))
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => {
        const source = parse(readFileSync(new URL(`${name}/${file}`, folder), 'utf8')) as EditionSource;
        return [`${name}/${file.slice(0, -5)}`, source] as const;
      }),
  );

/** Where an edition differs after it went out and came back; null: nowhere. Problems of the reading are thrown. */
export async function differenceAfter(source: EditionSource, as: EditionFormat): Promise<string | null> {
  const { bytes } = await exportEdition(source, as, options);
  const back = await readEdition(bytes, options);
  if ('problems' in back) throw new Error(back.problems.join('\n'));
  return findDifference(source, back.source, { examples: as !== 'docx' });
}
