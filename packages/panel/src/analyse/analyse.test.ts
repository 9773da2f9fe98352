import { describe, expect, test } from 'vitest';
import { createRandom } from '../testing/random.ts';
import { simulatePanel, usual } from '../testing/simulate-panel.ts';
import { analyse } from './analyse.ts';
import type { Rating } from './ratings.ts';

const scale = [0, 100] as const;
const sheet = (panelist: string, unit: string, score: number, home?: string): Rating => ({
  panelist,
  unit,
  item: 'a',
  score,
  ...(home === undefined ? {} : { home }),
});

describe('panels at the edge', () => {
  test('no ratings: an empty answer, not an error', () => {
    expect(analyse({ scale, ratings: [] })).toMatchObject({ units: [], panelists: [] });
  });

  test('one panelist: the order of his scores, but no band and no narrow interval pretends to know', () => {
    const ratings = [90, 80, 70, 60].map((score, at) => sheet('p1', `v${at}`, score));
    const { units, warnings } = analyse({ scale, ratings });
    expect(new Set(units.map(({ band }) => band))).toEqual(new Set(['A']));
    for (const { low, high, rankLow, rankHigh } of units) {
      expect([low, high, rankLow, rankHigh]).toEqual([0, 100, 1, 4]);
    }
    expect(warnings.join()).toContain('没有一个单位有两份评议表');
  });

  test('one unit: its level is the mean of those who came', () => {
    const [unit] = analyse({
      scale,
      ratings: [80, 84, 88].map((score, at) => sheet(`p${at}`, 'v1', score)),
    }).units;
    expect(unit).toMatchObject({
      unit: 'v1',
      raw: 84,
      fair: 84,
      rankLow: 1,
      rankHigh: 1,
      band: 'A',
      sheets: 3,
    });
    expect(unit?.low).toBeLessThan(80);
  });

  test('all scores equal: one band, every place open, nobody severe, no number that is not one', () => {
    const ratings = Array.from({ length: 20 }, (_, k) => sheet(`p${k % 4}`, `v${Math.floor(k / 4)}`, 80));
    const answer = analyse({ scale, ratings });
    for (const unit of answer.units) {
      expect(unit).toMatchObject({
        raw: 80,
        fair: 80,
        low: 80,
        high: 80,
        rankLow: 1,
        rankHigh: 5,
        band: 'A',
      });
    }
    expect(answer.panelists.map(({ severity, flags }) => [severity, flags])).toEqual(
      Array.from({ length: 4 }, () => [0, []]),
    );
    expect(JSON.stringify(answer)).not.toMatch(/NaN|Infinity/);
  });

  test('two groups far apart are two bands, and no place of one is open to the other', () => {
    const random = createRandom(4);
    const ratings = Array.from({ length: 8 }, (_, u) =>
      Array.from({ length: 6 }, (_1, p) =>
        sheet(`p${p}`, `v${u}`, (u < 4 ? 90 : 60) + Math.round(4 * random())),
      ),
    ).flat();
    const { units } = analyse({ scale, ratings });
    expect(units.map(({ band }) => band)).toEqual(['A', 'A', 'A', 'A', 'B', 'B', 'B', 'B']);
    expect(units.slice(0, 4).every(({ rankHigh }) => rankHigh <= 4)).toBe(true);
    expect(units.slice(4).every(({ rankLow }) => rankLow >= 5)).toBe(true);
  });

  test('a small round without noise is no ranking one by one: four bands, cut at the widest gaps', () => {
    const levels = [95, 90, 89, 80, 79, 70, 69];
    const ratings = levels.flatMap((level, u) => [0, 1, 2].map((p) => sheet(`p${p}`, `v${u}`, level)));
    const { units } = analyse({ scale, ratings });
    expect(units.map(({ rankLow, rankHigh }) => rankHigh - rankLow)).toEqual(levels.map(() => 0));
    expect(units.map(({ band }) => band)).toEqual(['A', 'B', 'B', 'C', 'C', 'D', 'D']);
  });

  test('units of different bands are always told apart, and a place lies within its range', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const { ratings } = simulatePanel(seed, { ...usual, merit: 20, noise: 1 });
      const { units } = analyse({ scale: [-1000, 1000], ratings });
      const order = units.toSorted((a, b) => b.fair - a.fair);
      order.forEach((unit, at) => {
        expect(unit.rankLow).toBeLessThanOrEqual(at + 1);
        expect(unit.rankHigh).toBeGreaterThanOrEqual(at + 1);
        for (const below of order.slice(at + 1)) {
          if (below.band !== unit.band) expect(unit.rankHigh).toBeLessThan(below.rankLow);
        }
      });
    }
  });

  test('parts that nobody joins: a warning, and no place across them is sure', () => {
    const random = createRandom(2);
    const ratings = [0, 1].flatMap((part) =>
      Array.from({ length: 40 }, (_, k) =>
        sheet(`p${part}${k % 5}`, `v${part}${Math.floor(k / 5)}`, 70 + 8 * part + 5 * (k % 5) + 4 * random()),
      ),
    );
    const { units, warnings } = analyse({ scale, ratings });
    expect(warnings.join()).toContain('互不交叉的 2 部分');
    const widest = Math.min(...units.map(({ low, high }) => high - low));
    expect(widest).toBeGreaterThan(6);
    expect(new Set(units.map(({ band }) => band)).size).toBe(1);
  });

  test('scores at both ends of the scale count, beyond it not; no interval leaves the scale', () => {
    const ratings = Array.from({ length: 24 }, (_, k) =>
      sheet(`p${k % 4}`, `v${Math.floor(k / 4)}`, k % 3 ? 100 : 0),
    );
    const { units, warnings } = analyse({
      scale,
      ratings: [...ratings, sheet('p1', 'v9', 101), sheet('p1', 'v9', -1)],
    });
    expect(units).toHaveLength(6);
    for (const { low, fair, high } of units) {
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(100);
      expect(low <= fair && fair <= high).toBe(true);
    }
    expect(warnings.join()).toContain('有 2 个评分不是规定分数范围内的数');
  });

  test('of two scores for one item by one panelist the later counts, and it is said', () => {
    const { units, warnings } = analyse({
      scale,
      ratings: [sheet('p1', 'v1', 10), sheet('p2', 'v1', 80), sheet('p1', 'v1', 90)],
    });
    expect(units[0]?.raw).toBe(85);
    expect(warnings.join()).toContain('有 1 个评分重复');
  });

  test('the order of the input does not move one digit', () => {
    const { ratings } = simulatePanel(5, { ...usual, items: 5, homes: true });
    const random = createRandom(1);
    const shuffled = ratings
      .map((rating) => ({ rating, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ rating }) => rating);
    const inScale = [-1000, 1000] as const;
    expect(JSON.stringify(analyse({ scale: inScale, ratings: shuffled }))).toBe(
      JSON.stringify(analyse({ scale: inScale, ratings })),
    );
  });

  test('a severe panelist is told in points, and his villages are lifted', () => {
    const ratings = Array.from({ length: 40 }, (_, k) => {
      const [p, u] = [k % 4, Math.floor(k / 4)];
      return sheet(`p${p}`, `v${u}`, 80 + (u % 5) - (p === 0 ? 8 : 0) + ((k * 7) % 3));
    }).filter(({ panelist, unit }) => panelist !== 'p0' || unit < 'v5');
    const { units, panelists } = analyse({ scale, ratings });
    expect(panelists[0]?.severity).toBeGreaterThan(4);
    const [visited, spared] = [units[0], units[5]];
    expect((visited?.fair ?? 0) - (visited?.raw ?? 0)).toBeGreaterThan(
      (spared?.fair ?? 0) - (spared?.raw ?? 0) + 1,
    );
  });
});
