import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Check } from '../grammar/check.ts';
import type { Reading } from '../measure/measured.ts';
import { parseVocabulary } from '../vocabulary/parse-vocabulary.ts';
import { boundaryText } from './bound-text.ts';
import { factsText } from './facts-text.ts';

const root = new URL('../../../../', import.meta.url);
const { vocabulary } = parseVocabulary(readFileSync(new URL('standards/vocabulary.yaml', root), 'utf8'));
if (!vocabulary) throw new Error('the vocabulary does not parse');
const words = vocabulary;

const common = {
  id: 'c',
  title: '检查',
  strictness: 'must' as const,
  when: [],
  moves: { way: 'all-or-nothing' as const },
  share: 1000,
  registers: [],
};
const document: Check = { ...common, measure: 'document', documents: ['a', 'b'], of: 'now' };
const [yesOrNo] = Object.entries(words.figures).filter(([, one]) => one.unit === '是否');
const figure: Check = {
  ...common,
  measure: 'figure',
  anyOf: [{ figure: yesOrNo?.[0] ?? '', bounds: [{ word: 'atLeast', value: 1 }] }],
};
const share: Check = {
  ...common,
  measure: 'poll',
  about: 'x',
  answer: 'satisfied',
  withBasically: false,
  validMonths: 12,
  bounds: [{ word: 'atLeast', value: 0.8 }],
};

test('documents that are counted like people', () => {
  const readings: Reading[] = [{ count: 1 }, { count: 0 }];
  expect(factsText(document, readings, words)).toBe('应有2份，已有1份');
  expect(boundaryText(document, {}, words)).toBe('不少于1份（正好1份算达到）');
});

test('a yes-or-no figure told as a number', () => {
  const readings: Reading[] = [{ count: 0, subject: { kind: 'figure', key: yesOrNo?.[0] ?? '' } }];
  expect(factsText(figure, readings, words)).toBe(`${yesOrNo?.[1].title}：否`);
  expect(boundaryText(figure, {}, words)).toBe('为“是”');
});

test('a ratio told as a bare decimal, and a boundary that does not say whether it counts', () => {
  expect(factsText(share, [{ count: 8, of: 16 }], words)).toBe('8票 ÷ 16票，为50%');
  expect(boundaryText(share, {}, words)).toBe('不少于80%（正好80%算达到）');
});
