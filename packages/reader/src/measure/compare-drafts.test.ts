import { expect, test } from 'vitest';
import type { DraftCheck, DraftEdition, DraftItem } from '../draft/draft.ts';
import { compareDrafts, type Label } from './compare-drafts.ts';

const at = { paragraph: 1 };
const check = (atLeast: number): DraftCheck => ({
  measure: 'activities',
  activity: 'general-meeting',
  per: 'quarter',
  atLeast,
  at,
  words: '',
});

function item(number: string | null, text: string, checks: DraftCheck[] = []): DraftItem {
  return {
    number,
    title: null,
    text,
    points: 5,
    strictness: 'must',
    veto: false,
    checks,
    deductions: [{ for: '少1次', points: 1, per: 'each', unit: 'occurrence', at, words: '' }],
    bonuses: [],
    at,
  };
}

const edition = (...items: DraftItem[]): DraftEdition => ({
  title: '党支部标准',
  kind: null,
  level: 'basic',
  fullMarks: null,
  chapters: [{ label: '一', title: '组织', items, at }],
  left: [],
});

const labelOf = (draft: DraftEdition): Label => JSON.parse(JSON.stringify(draft)) as Label;

test('a draft that is its own label is right in everything', () => {
  const draft = edition(item('1', '每季度1次', [check(1)]), item('2', '每季度2次', [check(2)]));
  const { differences, ...figures } = compareDrafts(labelOf(draft), [draft]);
  expect(differences).toEqual([]);
  expect(Object.values(figures).map((f) => f.value)).toEqual(Object.values(figures).map(() => 1));
});

test('an item that is missed costs its checks and movements too', () => {
  const label = labelOf(edition(item('1', '每季度1次', [check(1)]), item('2', '每季度2次', [check(2)])));
  const { items, checks, deductions, points } = compareDrafts(label, [
    edition(item('1', '每季度1次', [check(1)])),
  ]);
  expect([items.value, checks.value, deductions.value]).toEqual([2 / 3, 2 / 3, 2 / 3]);
  expect(points.value).toBe(0.5);
});

test('an item too much costs precision, with all that it claims', () => {
  const label = labelOf(edition(item('1', '每季度1次', [check(1)])));
  const { items, checks } = compareDrafts(label, [
    edition(item('1', '每季度1次', [check(1)]), item('2', '又一', [check(3)])),
  ]);
  expect([items.extra, checks.extra]).toEqual([1, 1]);
});

test('another bound is wrong twice: one missed, one too much', () => {
  const label = labelOf(edition(item('1', '每季度1次', [check(1)])));
  const { checks } = compareDrafts(label, [edition(item('1', '每季度1次', [check(2)]))]);
  expect([checks.right, checks.missed, checks.extra]).toEqual([0, 1, 1]);
});

test('items without numbers are paired by how they begin', () => {
  const label = labelOf(edition(item(null, '每季度召开一次党员大会'), item(null, '每月召开一次支委会')));
  const { items } = compareDrafts(label, [edition(item(null, '每月召开一次支委会'))]);
  expect([items.right, items.missed, items.extra]).toEqual([1, 1, 0]);
});

test('what a label calls doubtful counts neither way', () => {
  const label = labelOf(edition(item('1', '每季度1次', [check(1)])));
  const [first] = label.chapters[0]?.items ?? [];
  if (first?.checks?.[0]) first.checks[0].doubtful = true;
  const { checks } = compareDrafts(label, [edition(item('1', '每季度1次'))]);
  expect(checks.none).toBe(true);
});

test('the edition of the label’s title is compared, wherever it stands', () => {
  const other = { ...edition(item('9', '别的')), title: '另一标准' };
  const draft = edition(item('1', '每季度1次'));
  expect(compareDrafts(labelOf(draft), [other, draft]).items.value).toBe(1);
});
