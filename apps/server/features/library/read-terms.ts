import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TermRow } from '@hujian/contract';
import { parse } from 'yaml';
import * as z from 'zod';
import { standardsFolder } from './read-standards.ts';

const file = z.object({
  terms: z.array(
    z.object({
      term: z.string(),
      reading: z.string(),
      local: z.boolean().default(false),
      usedIn: z.array(z.string()).default([]),
      codes: z.array(z.string()).default([]),
    }),
  ),
});

/** A word of the program's own dictionary. */
export type BaseTerm = Omit<TermRow, 'own' | 'can'>;

/** The words of the sources that need explaining, out of standards/terms.yaml. */
export function readTerms(folder = standardsFolder): BaseTerm[] {
  const { terms: rows } = file.parse(parse(readFileSync(join(folder, 'terms.yaml'), 'utf8')));
  return rows.map(({ term, reading, local, usedIn, codes }) => ({
    chinese: term,
    name: codes.join(' '),
    meaning: reading,
    local,
    usedIn,
  }));
}
