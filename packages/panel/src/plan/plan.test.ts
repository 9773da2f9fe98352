import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../testing/random.ts';
import { planWith } from './plan.ts';
import type { Plan, PlanInput } from './plan-types.ts';
import { createSolver, type Solver } from './solver.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await createSolver();
});

const daysOf = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `2026-09-${String(at + 1).padStart(2, '0')}`);

/** Townships of about twelve villages around their own centres; one panelist from each of the first villages. */
function county(villages: number, panelists: number, more: Partial<PlanInput> = {}): PlanInput {
  const random = createRandom(villages * 31 + panelists);
  return {
    units: Array.from({ length: villages }, (_, at) => {
      const township = Math.floor(at / 12);
      return {
        id: `v${at}`,
        parent: `t${township}`,
        lat: 34 + (township % 4) * 0.2 + random() * 0.1,
        lon: 113 + Math.floor(township / 4) * 0.2 + random() * 0.1,
      };
    }),
    panelists: Array.from({ length: panelists }, (_, at) => ({
      id: `p${at}`,
      home: `v${Math.floor((at * villages) / panelists)}`,
    })),
    days: daysOf(5),
    perVisit: 3,
    perDay: 4,
    seed: 'third round',
    ...more,
  };
}

/** What no plan may break, checked from the input and the answer alone. */
function expectHardRules(input: PlanInput, { visits, coverage, load, reasons }: Plan): void {
  const parents = new Map(input.units.map(({ id, parent }) => [id, parent ?? '']));
  const people = new Map(input.panelists.map((one) => [one.id, one]));
  const turns = new Set<string>();
  const perDay = new Map<string, number>();
  const orders = new Set<string>();
  for (const { unit, day, route, order, panelists } of visits) {
    expect(input.days).toContain(day);
    expect(order).toBeLessThanOrEqual(input.perDay);
    expect(orders.has(`${day} ${route} ${order}`)).toBe(false);
    orders.add(`${day} ${route} ${order}`);
    expect(new Set(panelists).size).toBe(panelists.length);
    if (panelists.length !== input.perVisit)
      expect(reasons.join()).toContain(`${unit}只排了 ${panelists.length} 名`);
    for (const id of panelists) {
      const { home, unavailable } = people.get(id) ?? {};
      expect(
        home === unit || (home && (parents.get(home) === unit || parents.get(unit) === home)),
      ).toBeFalsy();
      expect(unavailable ?? []).not.toContain(day);
      expect(turns.has(`${id} ${day} ${order}`)).toBe(false);
      turns.add(`${id} ${day} ${order}`);
      perDay.set(`${id} ${day}`, (perDay.get(`${id} ${day}`) ?? 0) + 1);
    }
  }
  for (const count of perDay.values()) expect(count).toBeLessThanOrEqual(input.perDay);
  const planned = visits.map(({ unit }) => unit);
  expect(new Set(planned).size).toBe(planned.length);
  expect([...planned, ...coverage.missing].sort()).toEqual(input.units.map(({ id }) => id).sort());
  if (coverage.missing.length > 0) expect(reasons.join()).toContain('没有排进去');
  const seats = visits.reduce((sum, { panelists }) => sum + panelists.length, 0);
  expect(load.reduce((sum, one) => sum + one.visits, 0)).toBe(seats);
}

/** Pairs of organizations that judge each other. */
function mutualPairs(input: PlanInput, { visits }: Plan): number {
  const homes = new Map(input.panelists.map(({ id, home }) => [id, home ?? '']));
  const judged = new Set(
    visits.flatMap(({ unit, panelists }) => panelists.map((id) => `${homes.get(id)} ${unit}`)),
  );
  return [...judged].filter((pair) => judged.has(pair.split(' ').reverse().join(' '))).length / 2;
}

describe('a whole county', () => {
  test('200 villages, 60 panelists: all covered, load even, all joined, no mutual judging, nothing to explain', () => {
    const input = county(200, 60);
    const answer = planWith(solver, input);
    expectHardRules(input, answer);
    expect(answer.coverage.share).toBe(1);
    expect(answer.overlap).toEqual({ connected: true, parts: 1 });
    expect(mutualPairs(input, answer)).toBe(0);
    const visits = answer.load.map((one) => one.visits);
    expect(Math.max(...visits) - Math.min(...visits)).toBeLessThanOrEqual(2);
    expect(answer.reasons).toEqual([]);
    // four villages of one township, some ten kilometres across
    expect(answer.kilometres).toBeLessThan(50 * 20);
  });

  test('one day for all: crews are mixed within the day so that they can be compared', () => {
    const input = county(24, 18, { days: daysOf(1) });
    const answer = planWith(solver, input);
    expectHardRules(input, answer);
    expect([answer.coverage.share, answer.overlap.connected]).toEqual([1, true]);
  });

  test('the same seed gives the same plan whatever the order of the input, another seed another', () => {
    const input = county(30, 15);
    const turned = {
      ...input,
      units: input.units.toReversed(),
      panelists: input.panelists.toReversed(),
      days: input.days.toReversed(),
    };
    const first = planWith(solver, input);
    expect(planWith(solver, turned).visits).toEqual(first.visits);
    expect(planWith(solver, { ...input, seed: 'fourth round' }).visits).not.toEqual(first.visits);
  });
});

test('few people from the villages that they visit: no more pairs than their number forces', () => {
  // five homes, each judged by three of the other four: fifteen judgings over ten pairs
  const input = county(40, 5, { days: daysOf(20) });
  const answer = planWith(solver, input);
  expectHardRules(input, answer);
  expect(mutualPairs(input, answer)).toBe(5);
  expect(answer.reasons.filter((reason) => reason.includes('互评'))).toHaveLength(5);
});

describe('rules that cannot be kept are told', () => {
  const told = (input: PlanInput): string => {
    const answer = planWith(solver, input);
    expectHardRules(input, answer);
    return answer.reasons.join('\n');
  };

  test('too few days: the riskiest are visited, the others named', () => {
    const plain = county(40, 6, { days: daysOf(2) });
    const input = { ...plain, units: plain.units.map((unit, at) => ({ ...unit, risk: at < 10 ? 1 : 0 })) };
    const answer = planWith(solver, input);
    expectHardRules(input, answer);
    expect(answer.coverage).toMatchObject({ planned: 16, share: 0.4 });
    expect(answer.coverage.missing.filter((unit) => Number(unit.slice(1)) < 10)).toEqual([]);
    expect(answer.reasons.join()).toContain('最多能排 16 个单位');
  });

  test('two panelists for three seats', () => {
    expect(told(county(12, 2))).toContain('不足 3 名');
  });

  test('everybody from the township that is visited: nobody may go', () => {
    const input = county(12, 4);
    const all = { ...input, panelists: input.panelists.map((one) => ({ ...one, home: 't0' })) };
    expect(told(all)).toContain('没有既能来、又不必回避的评议人');
  });

  test('nobody there on any day', () => {
    const input = county(5, 4);
    const away = input.panelists.map((one) => ({ ...one, unavailable: [...input.days] }));
    expect(told({ ...input, panelists: away })).toContain('没有排进去');
  });

  test('two halves that must never meet are named as such', () => {
    const input = county(16, 12, { days: daysOf(2) });
    const panelists = input.panelists.map((one, at) => ({ ...one, unavailable: [input.days[at % 2] ?? ''] }));
    expect(told({ ...input, panelists })).toContain('互不交叉的 2 部分');
  });

  test('three villages that can only judge each other', () => {
    const input = county(4, 4, { units: ['a', 'b', 'c', 'd'].map((id) => ({ id })) });
    const panelists = ['a', 'b', 'c', 'd'].map((home) => ({ id: `p${home}`, home }));
    expect(told({ ...input, panelists })).toContain('互评');
  });

  test('a panelist without a home cannot be kept from his own', () => {
    const input = county(8, 6);
    expect(told({ ...input, panelists: [...input.panelists, { id: 'guest' }] })).toContain(
      'guest没有写明所在单位',
    );
  });
});

test('no hard rule is ever broken, whatever the villages, people, days and absences', () => {
  const days = daysOf(4);
  const task = fc.record({
    units: fc.uniqueArray(
      fc.record({
        id: fc.integer({ min: 0, max: 30 }).map((n) => `v${n}`),
        parent: fc.constantFrom('t0', 't1', 'v0', 'v1', undefined),
        lat: fc.option(fc.double({ min: 30, max: 31, noNaN: true }), { nil: undefined }),
        lon: fc.option(fc.double({ min: 110, max: 111, noNaN: true }), { nil: undefined }),
        risk: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
      }),
      { selector: ({ id }) => id, maxLength: 20 },
    ),
    panelists: fc.uniqueArray(
      fc.record({
        id: fc.integer({ min: 0, max: 30 }).map((n) => `p${n}`),
        home: fc.constantFrom('v0', 'v1', 'v2', 'v3', 't0', 't1', 'elsewhere', undefined),
        unavailable: fc.subarray(days),
      }),
      { selector: ({ id }) => id, maxLength: 14 },
    ),
    days: fc.subarray(days, { minLength: 1 }),
    perVisit: fc.integer({ min: 1, max: 4 }),
    perDay: fc.integer({ min: 1, max: 4 }),
    seed: fc.string(),
  });
  fc.assert(
    fc.property(task, (input) => expectHardRules(input, planWith(solver, input))),
    { numRuns: 120, seed: 11 },
  );
}, 60_000);
