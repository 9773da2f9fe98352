import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { terms } from '@hujian/contract';
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

/** The words of the sources that need explaining, out of standards/terms.yaml. */
export function readTerms(folder = standardsFolder): z.input<typeof terms> {
  const { terms: rows } = file.parse(parse(readFileSync(join(folder, 'terms.yaml'), 'utf8')));
  return {
    rows: rows.map(({ term, reading, local, usedIn, codes }) => ({
      chinese: term,
      name: codes.join(' '),
      meaning: reading,
      local,
      usedIn,
      own: null,
      can: [],
    })),
    can: [],
  };
}
