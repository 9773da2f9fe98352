import { describe, expect, test } from 'vitest';
import { kendallTau, type Simulation, simulatePanel, usual } from '../testing/simulate-panel.ts';
import { analyse } from './analyse.ts';

/** Far away, so that no level is cut at its ends and coverage is that of the method. */
const scale = [-1000, 1000] as const;

/** Over many panels: how often the truth is in the interval, τ of both orders, width, and flags a panel. */
function measure(runs: number, size: Simulation) {
  let [covered, counted, width, raw, fair] = [0, 0, 0, 0, 0];
  const flags = new Map<string, number>();
  for (let seed = 1; seed <= runs; seed += 1) {
    const { merit, ratings } = simulatePanel(seed * 7919, size);
    const { units, panelists } = analyse({ scale, ratings });
    const truth = units.map(({ unit }) => merit.get(unit) ?? Number.NaN);
    units.forEach(({ low, high }, at) => {
      counted += 1;
      width += high - low;
      if (low <= (truth[at] ?? 0) && (truth[at] ?? 0) <= high) covered += 1;
    });
    raw +=
      kendallTau(
        units.map((one) => one.raw),
        truth,
      ) / runs;
    fair +=
      kendallTau(
        units.map((one) => one.fair),
        truth,
      ) / runs;
    for (const flag of panelists.flatMap((one) => one.flags)) {
      const kind = flag.split(':')[0] ?? '';
      flags.set(kind, (flags.get(kind) ?? 0) + 1 / runs);
    }
  }
  return { coverage: covered / counted, width: width / counted, raw, gain: fair - raw, flags };
}

const expectHonest = (coverage: number): void => {
  expect(coverage).toBeGreaterThan(0.87);
  expect(coverage).toBeLessThan(0.93);
};

describe('intervals and order hold over simulated panels', () => {
  test('severity as large as merit: the order gains 0.10 of τ, and 90 % intervals hold the truth', () => {
    const { coverage, gain, flags } = measure(150, usual);
    expectHonest(coverage);
    expect(gain).toBeGreaterThanOrEqual(0.1);
    expect(flags.get('wild') ?? 0).toBeLessThan(0.3);
    expect(flags.get('no-spread') ?? 0).toBeLessThan(0.3);
  });

  test('all alike: taking severity out costs nothing', () => {
    const { coverage, gain } = measure(120, { ...usual, severity: 0 });
    expectHonest(coverage);
    expect(gain).toBeGreaterThanOrEqual(-0.01);
  });

  test.each<[string, Simulation]>([
    ['five villages, four panelists', { ...usual, units: 5, panelists: 4, each: 3, severity: 3 }],
    ['ten villages, five panelists', { ...usual, units: 10, panelists: 5, each: 3 }],
    ['more noise than severity', { ...usual, severity: 1, noise: 5 }],
    ['thirty panelists who rarely meet', { ...usual, units: 60, panelists: 30, each: 3 }],
    ['six items', { ...usual, items: 6 }],
  ])('intervals of %s neither boast nor hide', (_name, size) => {
    expectHonest(measure(80, size).coverage);
  });

  test('a few wild sheets neither turn the order, nor blow up the intervals, nor stay unseen', () => {
    const calm = measure(60, usual);
    const wild = measure(60, { ...usual, wild: 0.03 });
    expectHonest(wild.coverage);
    expect(wild.raw + wild.gain).toBeGreaterThan(calm.raw + calm.gain - 0.03);
    expect(wild.width).toBeLessThan(1.25 * calm.width);
    // 3 % of 120 sheets
    expect(wild.flags.get('wild')).toBeGreaterThan(2.8);
  });

  test('missing items are no gift: whoever is not asked the hard ones does not rise', () => {
    let [kept, full] = [0, 0];
    for (let seed = 1; seed <= 40; seed += 1) {
      const { merit, ratings } = simulatePanel(seed, { ...usual, severity: 3, items: 6 });
      // the items a2 and a5 are high: half of the sheets lose them
      const thinned = ratings.filter(
        ({ item, unit, panelist }) =>
          !['a2', 'a5'].includes(item) || (Number(unit.slice(1)) + Number(panelist.slice(1))) % 2 === 0,
      );
      for (const [list, add] of [
        [ratings, (x: number) => (full += x)],
        [thinned, (x: number) => (kept += x)],
      ] as const) {
        const { units } = analyse({ scale, ratings: list });
        add(
          kendallTau(
            units.map((one) => one.fair),
            units.map(({ unit }) => merit.get(unit) ?? 0),
          ) / 40,
        );
      }
    }
    expect(kept).toBeGreaterThan(full - 0.03);
  });
});
