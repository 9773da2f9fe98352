import { parseSource } from '@hujian/engine';
import { describe, expect, test } from 'vitest';
import { exportEdition } from './export-edition.ts';
import { findDifference } from './form/same-edition.ts';
import { detectEdition, readEdition } from './read-edition.ts';
import { editions, options } from './testing/round-trip.ts';

describe.each(['yaml', 'xlsx', 'docx'] as const)('every edition of the library goes out as %s', (as) => {
  test.each(editions)(
    '%s comes back item by item, and the engine reads the same law out of it',
    async (id, source) => {
      const { bytes, fileName } = await exportEdition(source, as, options);
      expect(fileName).toMatch(new RegExp(`\\.${as}$`));
      expect(await detectEdition(bytes, 'whatever.bin')).toBe(as);
      const back = await readEdition(bytes, options);
      if ('problems' in back) throw new Error(back.problems.join('\n'));
      expect(back.errors).toEqual([]);
      expect(findDifference(source, back.source, { examples: as !== 'docx' })).toBeNull();
      const law = (one: unknown) => {
        const { edition, errors } = parseSource(one, options.vocabulary);
        expect(errors).toEqual([]);
        const text = JSON.stringify(edition, (key, value: unknown) =>
          key === 'examples' ? undefined : value,
        );
        return JSON.parse(text) as { id: string };
      };
      expect(law(back.source)).toEqual(law(source));
      expect(law(back.source).id).toBe(id);
    },
  );
});
