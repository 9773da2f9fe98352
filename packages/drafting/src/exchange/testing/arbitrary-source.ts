import { arbitraryEdition } from '@hujian/engine/testing';
import fc from 'fast-check';
import type { EditionSource } from '../../work.ts';
import { isPlain, listOf, type Plain } from '../form/plain.ts';

/** Words that the formats use for themselves stand in texts too. */
const signs = [
  '；',
  '：',
  '、',
  '「',
  '」',
  '│',
  '　',
  ' ',
  '\n',
  '\n\n',
  '（x）',
  '=1+1',
  '0012',
  '名称：',
  '内容：',
  '量什么：',
  '#',
  '- ',
  '"',
  '<b>&amp;',
  '_x000D_',
  '党员大会',
  '第三季度',
  'a',
  '𠮷',
  '%',
  '\t',
  'true',
];
const words = fc
  .array(fc.constantFrom(...signs), { minLength: 1, maxLength: 6 })
  .map((parts) => `文${parts.join('')}字`);
const maybe = (one: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => fc.option(one, { nil: undefined });

const basis = fc.record({
  document: words,
  number: maybe(words),
  issuer: maybe(words),
  date: maybe(fc.constantFrom('2019-02-28', '2024-02-29')),
  note: maybe(words),
});
const dressing = fc.record({
  title: words,
  text: words,
  note: maybe(words),
  supplies: fc.constantFrom(undefined, 'branch', 'panel', 'poll'),
  strictness: fc.constantFrom(undefined, 'must', 'normally'),
  flow: maybe(fc.record({ who: maybe(words), when: maybe(words), how: maybe(words) })),
  source: maybe(fc.record({ document: words, item: maybe(words) })),
  examples: maybe(
    fc.constant([
      { name: '一例', asOf: '2026-12-31', given: { people: [{ count: 3 }] }, expect: 'met', points: 0.5 },
    ]),
  ),
  why: maybe(words),
  number: words,
});
type Dressing = typeof dressing extends fc.Arbitrary<infer T> ? T : never;

const value = fc.record({
  from: fc.constantFrom('2000-01-01', '2010-06-30'),
  value: fc.oneof(fc.integer({ min: -5, max: 90_000 }), fc.double({ min: 0, max: 1, noNaN: true })),
  basis,
});

const plains = (list: unknown): Plain[] => listOf(list).filter(isPlain);

/** Generated editions in which every field that a file may hold is filled, in several chapters. */
export const arbitrarySource: fc.Arbitrary<EditionSource> = fc
  .record({
    edition: arbitraryEdition(4),
    dressings: fc.array(dressing, { minLength: 4, maxLength: 4 }),
    basis: fc.array(basis, { minLength: 1, maxLength: 3 }),
    // further parameters that no check uses, several values each
    values: fc.array(fc.uniqueArray(value, { minLength: 1, selector: ({ from }) => from }), { maxLength: 2 }),
    head: fc.record({
      note: maybe(words),
      follows: fc.constantFrom(undefined, 'trial/0'),
      presumes: fc.constantFrom(undefined, 'trial-basic'),
      appliesTo: fc.constantFrom(
        undefined,
        { kind: ['rural', 'school'], form: ['branch', 'group'] },
        { level: 'village' },
      ),
    }),
  })
  .map(({ edition, dressings, values, head, ...rest }) => {
    const [chapter] = plains(edition.chapters);
    const items = plains(chapter?.items).map((item, i) => dress(item, dressings[i]));
    const parameters = Object.fromEntries(
      values.map((dated, i) => [
        `extra${i}`,
        { title: `参数；${i}`, unit: '个', tighten: 'down', values: dated },
      ]),
    );
    return {
      ...edition,
      ...head,
      ...rest,
      parameters: { ...(isPlain(edition.parameters) ? edition.parameters : {}), ...parameters },
      chapters: [
        { number: '一', title: '组织；建设', items: items.slice(0, 3) },
        { number: '第二章', title: '其　他', items: items.slice(3) },
      ],
    };
  });

function dress(item: Plain, dressing: Dressing | undefined): Plain {
  const { why, ...worn } = dressing ?? {};
  return { ...item, ...worn, checks: plains(item.checks).map((check) => ({ ...check, why })) };
}
