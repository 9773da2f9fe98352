import { describe, expect, test } from 'vitest';
import { createRandom, normal } from '../testing/random.ts';
import { simulatePanel, usual } from '../testing/simulate-panel.ts';
import { analyse } from './analyse.ts';
import type { Rating } from './ratings.ts';

const scale = [-1000, 1000] as const;
const panel = { ...usual, severity: 3, homes: true };

const flagsOf = (
  ratings: readonly Rating[],
  parents?: Record<string, string>,
): Map<string, readonly string[]> =>
  new Map(
    analyse({ scale, ratings, ...(parents ? { parents } : {}) }).panelists.map(({ panelist, flags }) => [
      panelist,
      flags,
    ]),
  );

/** p0 and p1 visit each other's villages v0 and v1 and are `kind` points kinder there. */
function plantFavour(seed: number, kind: number): Rating[] {
  const random = createRandom(seed);
  const { ratings, merit } = simulatePanel(seed, panel);
  const rest = ratings.filter(
    ({ panelist, unit }) => !(panelist === 'p0' && unit === 'v1') && !(panelist === 'p1' && unit === 'v0'),
  );
  const favour = (panelist: string, unit: string, home: string): Rating => ({
    panelist,
    unit,
    item: 'a0',
    home,
    score: (merit.get(unit) ?? 0) + kind + 3 * normal(random),
  });
  return [...rest, favour('p0', 'v1', 'v0'), favour('p1', 'v0', 'v1')];
}

describe('flags', () => {
  test('favours returned are found where they were planted, and rarely where they were not', () => {
    let [found, falsely] = [0, 0];
    for (let seed = 1; seed <= 40; seed += 1) {
      if (flagsOf(plantFavour(seed, 10)).get('p0')?.includes('reciprocal:p1')) found += 1;
      if (
        flagsOf(plantFavour(seed, 0))
          .get('p0')
          ?.some((flag) => flag.startsWith('reciprocal'))
      )
        falsely += 1;
    }
    expect(found).toBeGreaterThanOrEqual(30);
    expect(falsely).toBeLessThanOrEqual(3);
  });

  test('a panelist who gives all the same tells nobody apart', () => {
    const { ratings } = simulatePanel(3, panel);
    const flat = ratings.map((one) => (one.panelist === 'p4' ? { ...one, score: 80 } : one));
    expect(flagsOf(flat).get('p4')).toContain('no-spread');
    expect(flagsOf(ratings).get('p4')).toEqual([]);
  });

  test('whoever rated his own unit is named, and that sheet does not count, even if only one score tells the home', () => {
    const { ratings } = simulatePanel(3, { ...panel, homes: false });
    const own = [
      { panelist: 'p2', unit: 'v2', item: 'b', score: 500 },
      { panelist: 'p2', unit: 'v3', item: 'a0', score: 75, home: 'v2' },
    ];
    const answer = analyse({
      scale,
      ratings: [...ratings.filter((one) => one.panelist !== 'p2' || one.unit !== 'v2'), ...own],
    });
    expect(answer.panelists.find(({ panelist }) => panelist === 'p2')?.flags[0]).toBe('own-home');
    expect(answer.units.find(({ unit }) => unit === 'v2')?.fair).toBeLessThan(120);
    expect(answer.warnings.join()).toContain('p2评了自己所在的单位');
  });

  test('a lift for the villages of the own township is found, without one it is not', () => {
    const parents = Object.fromEntries(Array.from({ length: 30 }, (_, u) => [`v${u}`, `t${u % 3}`]));
    let [found, falsely] = [0, 0];
    for (let seed = 1; seed <= 30; seed += 1) {
      const { ratings } = simulatePanel(seed, panel);
      const lifted = ratings.map((one) =>
        one.panelist === 'p0' && parents[one.unit] === 't0' ? { ...one, score: one.score + 8 } : one,
      );
      if (flagsOf(lifted, parents).get('p0')?.includes('own-township')) found += 1;
      if (flagsOf(ratings, parents).get('p0')?.includes('own-township')) falsely += 1;
    }
    expect(found).toBeGreaterThanOrEqual(18);
    expect(falsely).toBeLessThanOrEqual(3);
  });

  test('a copied set of sheets is found; agreeing on good villages is not copying', () => {
    const { ratings } = simulatePanel(9, { ...panel, units: 12, panelists: 6, items: 8, homes: false });
    const whole = ratings.map((one) => ({ ...one, score: Math.round(one.score) }));
    const model = whole.filter(({ panelist }) => panelist === 'p0');
    const copied = [...whole, ...model.map((one) => ({ ...one, panelist: 'p9' }))];
    expect(flagsOf(copied).get('p9')).toContain('copy:p0');
    expect(flagsOf(copied).get('p0')).toContain('copy:p9');
    expect([...flagsOf(whole).values()].flat().filter((flag) => flag.startsWith('copy'))).toEqual([]);
    const praised = whole.map((one) => ({ ...one, score: 100 }));
    expect([...flagsOf(praised).values()].flat()).toEqual([]);
  });

  test('names that are words of the language do no harm', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const ratings = names.flatMap((unit, u) =>
      names.map((panelist, p) => ({
        panelist,
        unit,
        item: 'a',
        score: 60 + u + 2 * p,
        home: `x${panelist}`,
      })),
    );
    const answer = analyse({ scale, ratings, parents: {} });
    expect(answer.units).toHaveLength(4);
    expect(answer.panelists.flatMap(({ flags }) => flags)).toEqual([]);
  });
});
