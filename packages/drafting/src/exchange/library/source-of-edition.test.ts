import { parseSource } from '@hujian/engine';
import { describe, expect, test } from 'vitest';
import { editions, options } from '../testing/round-trip.ts';
import { sourceOfEdition } from './source-of-edition.ts';

describe.each(editions)('%s', (_id, source) => {
  test('what the engine made of the file is written as a source that it reads as the same law', () => {
    const { edition, errors } = parseSource(source, options.vocabulary);
    expect(errors).toEqual([]);
    if (!edition) return;
    const again = parseSource(sourceOfEdition(edition), options.vocabulary);
    expect(again.errors).toEqual([]);
    expect(again.edition).toEqual(edition);
  });
});
