import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseVocabulary } from '@hujian/engine';
import { expect, test } from 'vitest';
import type { Work, WorkItem } from '../work.ts';
import { applyChanges } from './apply-changes.ts';
import type { Change } from './change.ts';
import { DecisionProblem } from './decision-problem.ts';

const file = join(import.meta.dirname, '../../../../standards/vocabulary.yaml');
const { vocabulary } = parseVocabulary(readFileSync(file, 'utf8'));
if (!vocabulary) throw new Error('the vocabulary cannot be read');
const deciding = { vocabulary, day: '2026-11-21' };

const check = {
  measure: 'activities',
  activity: 'general-meeting',
  window: 'quarter',
  atLeast: { parameter: 'meetings' },
};
const item = (key: string, code: string): WorkItem => ({
  key,
  code,
  number: code,
  title: `条目${code}`,
  text: '支部党员大会每季度至少召开1次。',
  points: 10,
  strictness: 'must',
  veto: false,
  supplies: null,
  at: { paragraph: 3 },
  proposals: [
    {
      id: 'p1',
      state: 'proposed',
      words: '每季度至少1次',
      at: null,
      sentence: '一句。',
      check: { ...check, id: 'm', title: '大会' },
      why: null,
    },
    {
      id: 'p2',
      state: 'proposed',
      words: '开得好',
      at: null,
      sentence: '开得好',
      check: null,
      why: '没有数量',
    },
  ],
});
const work: Work = {
  title: '办法',
  kind: 'rural',
  level: 'basic',
  fullMarks: 20,
  parameters: {
    meetings: { title: '次数', unit: '次', tighten: 'up', values: [{ from: null, value: 1, basis: null }] },
  },
  chapters: [{ number: '一', title: '章', items: [item('i1', 'Q-08'), item('i2', 'Q-09')] }],
  left: [{ text: '解释权归县委组织部。', why: '不是条目', at: { paragraph: 9 } }],
};
const apply = (...changes: Change[]): Work => applyChanges(work, changes, deciding);
const itemsOf = (of: Work): WorkItem[] => of.chapters[0]?.items ?? [];

test('the work that is given stays as it is, also when a later change of the same request is refused', () => {
  const before = structuredClone(work);
  const accept: Change = { do: 'decide', item: 'i1', proposal: 'p1', state: 'accepted' };
  apply(accept);
  expect(() => apply(accept, { do: 'remove-item', item: 'i9' })).toThrow(DecisionProblem);
  expect(work).toEqual(before);
});

test('what could not be placed cannot be accepted, neither singly nor with all; it can be left to the eye with them', () => {
  expect(() => apply({ do: 'decide', item: 'i1', proposal: 'p2', state: 'accepted' })).toThrow(
    '还没有对应的检查',
  );
  const states = (of: Work) => itemsOf(of).flatMap(({ proposals }) => proposals.map(({ state }) => state));
  expect(states(apply({ do: 'accept-all' }))).toEqual(['accepted', 'proposed', 'accepted', 'proposed']);
  expect(states(apply({ do: 'accept-all', items: ['i2'], restOnSite: true }))).toEqual([
    'proposed',
    'proposed',
    'accepted',
    'on-site',
  ]);
});

test('accepting all does not undo what was decided before', () => {
  const decided = apply({ do: 'decide', item: 'i1', proposal: 'p1', state: 'dropped' }, { do: 'accept-all' });
  expect(itemsOf(decided)[0]?.proposals[0]?.state).toBe('dropped');
});

test('a changed check keeps its id and the words of the source, and is read with the numbers of the work', () => {
  const changed = apply({
    do: 'change-check',
    item: 'i1',
    proposal: 'p1',
    check: { ...check, window: 'month' },
  });
  expect(itemsOf(changed)[0]?.proposals[0]).toMatchObject({
    state: 'changed',
    words: '每季度至少1次',
    sentence: '每个月“支部党员大会”不少于（含）1次。',
    check: { id: 'm', title: '条目Q-08', window: 'month' },
  });
  expect(() =>
    apply({
      do: 'change-check',
      item: 'i1',
      proposal: 'p1',
      check: { ...check, atLeast: { parameter: 'other' } },
    }),
  ).toThrow(DecisionProblem);
});

test('a check that is added gets an id and a key that nothing else in the item has', () => {
  const added = apply({ do: 'add-check', item: 'i1', check }, { do: 'add-check', item: 'i1', check });
  const proposals = itemsOf(added)[0]?.proposals ?? [];
  expect(proposals.map(({ id, check: one }) => [id, one?.id])).toEqual([
    ['p1', 'm'],
    ['p2', undefined],
    ['p3', 'c1'],
    ['p4', 'c2'],
  ]);
});

test('a paragraph in no item becomes one, goes on with the codes, and keeps its words when it is taken out again', () => {
  const added = apply({ do: 'add-item', chapter: 0, after: 'i1', item: { title: '解释' }, left: 0 });
  expect(itemsOf(added).map(({ key, code }) => [key, code])).toEqual([
    ['i1', 'Q-08'],
    ['i3', 'Q-10'],
    ['i2', 'Q-09'],
  ]);
  expect(itemsOf(added)[1]).toMatchObject({ text: '解释权归县委组织部。', at: { paragraph: 9 } });
  expect(added.left).toEqual([]);
  const removed = applyChanges(added, [{ do: 'remove-item', item: 'i3' }], deciding);
  expect(removed.left).toMatchObject([{ text: '解释权归县委组织部。', at: { paragraph: 9 } }]);
  expect(() => apply({ do: 'add-item', chapter: 7, item: { title: '无' } })).toThrow('没有这一章');
  expect(() => apply({ do: 'add-item', chapter: 0, item: { title: '无' }, left: 4 })).toThrow('已经不在了');
});

test('two items never have one code, and a number in use is not taken away', () => {
  expect(() => apply({ do: 'change-item', item: 'i1', set: { code: 'Q-09' } })).toThrow('已经是条目');
  expect(apply({ do: 'change-item', item: 'i1', set: { code: 'Q-08' } })).toEqual(work);
  expect(() => apply({ do: 'remove-parameter', name: 'meetings' })).toThrow('还在用这个参数');
  const free: Change = {
    do: 'set-parameter',
    name: 'free',
    parameter: { title: '闲', unit: '次', tighten: 'up', values: [] },
  };
  expect(Object.keys(apply(free, { do: 'remove-parameter', name: 'free' }).parameters)).toEqual(['meetings']);
});
