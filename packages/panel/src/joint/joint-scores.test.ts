import { describe, expect, test } from 'vitest';
import { analyse } from '../analyse/analyse.ts';
import { simulatePanel, usual } from '../testing/simulate-panel.ts';
import { jointScores } from './joint-scores.ts';

const scale = [0, 100] as const;
const items = ['a', 'b'];
/** Five panelists on a ring of ten units; the first is ten points stricter than the rest. */
const ratings = Array.from({ length: 10 }, (_, u) =>
  [0, 1, 2].flatMap((turn) => {
    const p = (u + turn) % 5;
    return items.map((item, i) => ({
      panelist: `p${p}`,
      unit: `v${u}`,
      item,
      score: 70 + 2 * u - (p === 0 ? 10 : 0) + 5 * i,
    }));
  }),
).flat();

describe('the joint score of a unit and an item', () => {
  test('is what the panel as a whole would have given: who met the strict one is no worse for it', () => {
    const scores = new Map(
      jointScores({ scale, ratings }).map(({ unit, item, score }) => [`${unit} ${item}`, score]),
    );
    // v0, v3, v4 met him, v1 and v2 did not; each unit is two points above the one before.
    for (let u = 1; u < 10; u += 1)
      expect((scores.get(`v${u} a`) ?? 0) - (scores.get(`v${u - 1} a`) ?? 0)).toBeCloseTo(2, 0);
  });

  test('its mean over the items is the level that `analyse` finds, where every sheet is full', () => {
    const { ratings: simulated } = simulatePanel(3, { ...usual, items: 4 });
    const wide = [-1000, 1000] as const;
    const joint = Map.groupBy(jointScores({ scale: wide, ratings: simulated }), ({ unit }) => unit);
    for (const { unit, fair } of analyse({ scale: wide, ratings: simulated }).units) {
      const own = joint.get(unit) ?? [];
      expect(own.reduce((sum, { score }) => sum + score, 0) / own.length).toBeCloseTo(fair, 1);
    }
  });

  test('never leaves the scale, leaves out scores at home, and says of how many scores it is made', () => {
    const high = [
      ...['p1', 'p2', 'p3'].map((panelist) => ({ panelist, unit: 'v1', item: 'a', score: 100 })),
      { panelist: 'p1', unit: 'v2', item: 'a', score: 40 },
      { panelist: 'p2', unit: 'v2', item: 'a', score: 100 },
      { panelist: 'p3', unit: 'v2', item: 'a', score: 100 },
      { panelist: 'p4', unit: 'v2', item: 'a', score: 0, home: 'v2' },
      { panelist: 'p3', unit: 'v2', item: 'b', score: 101 },
    ];
    const answer = jointScores({ scale, ratings: high });
    expect(answer.map(({ unit, item, panelists }) => [unit, item, panelists])).toEqual([
      ['v1', 'a', 3],
      ['v2', 'a', 3],
    ]);
    for (const { score } of answer) expect(score).toBeLessThanOrEqual(100);
  });

  test('of nothing is nothing, and the order of the input moves no digit', () => {
    expect(jointScores({ scale, ratings: [] })).toEqual([]);
    expect(jointScores({ scale, ratings: ratings.toReversed() })).toEqual(jointScores({ scale, ratings }));
  });
});
