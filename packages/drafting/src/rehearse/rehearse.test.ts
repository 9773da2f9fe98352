import type { Edition } from '@hujian/engine';
import { expect, test } from 'vitest';
import { type Banding, type Rehearsed, summarizeRehearsal } from './rehearse.ts';

type Letter = 'A' | 'D' | 'unknown';
const banding: Banding<Letter> = {
  all: ['A', 'D', 'unknown'],
  order: ['A', 'D'],
  of: ({ points, possible }) => (possible === 0 ? 'unknown' : points / possible >= 0.5 ? 'A' : 'D'),
};
const item = (code: string, points: number) => ({ code, number: code, title: `条${code}`, points });
const edition = {
  chapters: [
    { title: '一章', items: [item('1', 10)] },
    { title: '二章', items: [item('2', 10)] },
  ],
} as unknown as Edition;

const standing = (organization: number, ...verdicts: ('met' | 'unmet' | 'not-known')[]): Rehearsed => {
  const items = verdicts.map((verdict) => ({ verdict, points: verdict === 'met' ? 10 : 0, of: 10 }));
  const known = items.filter(({ verdict }) => verdict !== 'not-known');
  return {
    organization,
    points: known.reduce((sum, one) => sum + one.points, 0),
    possible: known.length * 10,
    fullMarks: 20,
    items,
  };
};

test('who moves is who has another band on the last day; without a band on one side nobody moves', () => {
  const { movers, periods } = summarizeRehearsal(
    edition,
    [
      {
        asOf: '2026-09-30',
        draft: [
          standing(1, 'met', 'met'),
          standing(2, 'unmet', 'unmet'),
          standing(3, 'met', 'met'),
          standing(4, 'met', 'met'),
        ],
        against: [
          standing(1, 'unmet', 'unmet'),
          standing(2, 'met', 'met'),
          standing(3, 'not-known', 'not-known'),
        ],
      },
    ],
    banding,
  );
  expect(movers.map(({ organization, before, after, way }) => [organization, before, after, way])).toEqual([
    [1, 'D', 'A', 'up'],
    [2, 'A', 'D', 'down'],
  ]);
  expect(periods[0]).toMatchObject({
    up: 1,
    down: 1,
    bands: { A: 3, D: 1, unknown: 0 },
    before: { A: 1, D: 1, unknown: 1 },
  });
});

test('an item that everybody has alike tells nobody apart; one that is known of one only is not accused of it', () => {
  const { items } = summarizeRehearsal(
    edition,
    [
      {
        asOf: '2026-09-30',
        draft: [standing(1, 'met', 'met'), standing(2, 'met', 'not-known')],
        against: null,
      },
    ],
    banding,
  );
  expect(items).toMatchObject([
    { code: '1', chapter: '一章', met: 2, tellsApart: false, meanShare: 1, notKnownShare: 0 },
    { code: '2', chapter: '二章', met: 1, notKnown: 1, tellsApart: true, notKnownShare: 0.5 },
  ]);
});

test('where nobody is judged there are no shares, and no division by nothing', () => {
  const { periods, items, movers } = summarizeRehearsal(
    edition,
    [{ asOf: '2026-09-30', draft: [], against: null }],
    banding,
  );
  expect(periods[0]).toMatchObject({ organizations: 0, meanShare: null, notKnownShare: 0, before: null });
  expect(items[0]).toMatchObject({ meanShare: null, tellsApart: true, notKnownShare: 0 });
  expect(movers).toEqual([]);
});
