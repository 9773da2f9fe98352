import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { itemsOf } from '../grammar/edition.ts';
import { parseEdition } from '../parse/parse-edition.ts';
import { parseVocabulary } from '../vocabulary/parse-vocabulary.ts';
import { runExample } from './run-example.ts';

const root = new URL('../../../../', import.meta.url);
const doc = readFileSync(new URL('docs/rules.md', root), 'utf8');
const { vocabulary } = parseVocabulary(readFileSync(new URL('standards/vocabulary.yaml', root), 'utf8'));
const blocks = [...doc.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');

function readItem(block: string) {
  if (!vocabulary) throw new Error('the vocabulary does not parse');
  const item = parse(block) as { points: number };
  const edition = {
    edition: 'doc/1',
    standard: 'doc',
    label: '1',
    title: '例子',
    kind: 'rural',
    level: 'basic',
    inForce: '2020-01-01',
    basis: [{ document: '例子' }],
    appliesTo: { kind: 'rural', level: 'village' },
    fullMarks: item.points,
    chapters: [{ number: '一', title: '例子', items: [item] }],
  };
  return { vocabulary, ...parseEdition(stringify(edition), vocabulary) };
}

describe('docs/rules.md', () => {
  test('a measure that the page forgets', () => {
    expect(blocks.map((block) => /measure: ([a-z-]+)/.exec(block)?.[1])).toEqual([
      'activities',
      'hours',
      'headcount',
      'share',
      'figure',
      'document',
      'on-site',
      'poll',
      'event',
    ]);
  });

  test.each(blocks.map((block) => [/code: (\S+)/.exec(block)?.[1] ?? '', block]))(
    'an example of %s that the engine does not bear out',
    (_code, block) => {
      const { edition, errors, vocabulary: words } = readItem(block);
      expect(errors).toEqual([]);
      const item = edition ? itemsOf(edition)[0] : undefined;
      if (!edition || !item) throw new Error('the item does not parse');
      expect(item.examples.length).toBeGreaterThan(1);
      for (const example of item.examples) {
        const { name, problems } = runExample(edition, item, example, words);
        expect({ name, problems }).toEqual({ name, problems: [] });
      }
    },
  );
});
