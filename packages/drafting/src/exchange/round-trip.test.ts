import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportEdition } from './export-edition.ts';
import { sameEdition } from './form/same-edition.ts';
import { readEdition } from './read-edition.ts';
import { arbitrarySource } from './testing/arbitrary-source.ts';
import { differenceAfter, editions, options } from './testing/round-trip.ts';

describe('generated editions, with the signs of every format in their texts, come back the same', () => {
  test.each([
    ['yaml', 60],
    ['xlsx', 40],
    ['docx', 40],
  ] as const)(
    'as %s',
    async (as, numRuns) => {
      const property = fc.asyncProperty(arbitrarySource, async (source) => {
        expect(await differenceAfter(source, as)).toBeNull();
      });
      await fc.assert(property, { numRuns });
    },
    120_000,
  );

  test('over all three formats one after the other', async () => {
    const [, source] = editions[0] ?? [];
    if (!source) throw new Error('no edition');
    let now = source;
    for (const as of ['docx', 'xlsx', 'yaml', 'docx'] as const) {
      const { bytes } = await exportEdition(now, as, options);
      const read = await readEdition(bytes, options);
      if ('problems' in read) throw new Error(read.problems.join('\n'));
      now = read.source;
    }
    expect(sameEdition(source, now, { examples: false })).toBe(true);
  });
});

describe('two editions are told apart by every part that judges somebody', () => {
  const change = (edit: (text: string) => string): boolean => {
    const [, source] = editions.find(([id]) => id === 'rural-basic/2025') ?? [];
    const text = JSON.stringify(source);
    const changed = edit(text);
    expect(changed).not.toBe(text);
    return sameEdition(JSON.parse(text), JSON.parse(changed));
  };

  test.each([
    ['a bound word', (text: string) => text.replace('"atLeast"', '"moreThan"')],
    ['a number', (text: string) => text.replace('"off":3', '"off":2')],
    ['a day', (text: string) => text.replace('"from":"2018-10-28"', '"from":"2018-10-29"')],
    ['a basis', (text: string) => text.replace('中共中央', '中共中央办公厅')],
    ['a text', (text: string) => text.replace('正式党员满3名', '正式党员满4名')],
    ['a scope', (text: string) => text.replace('"form":["branch"]', '"form":["committee"]')],
    ['who does it', (text: string) => text.replace('"who":"村党组织报', '"who":"乡镇报')],
    ['an example', (text: string) => text.replace('"expect":"met"', '"expect":"unmet"')],
  ])('%s', (_part, edit) => {
    expect(change(edit)).toBe(false);
  });
});
