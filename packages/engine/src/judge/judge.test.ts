import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActivitiesCheck, Check } from '../grammar/check.ts';
import type { Item } from '../grammar/item.ts';
import type { Moves } from '../grammar/moves.ts';
import type { Measured, Reading } from '../measure/measured.ts';
import { sharePoints } from '../parse/share-points.ts';
import { holdsBound } from './hold.ts';
import { judgeCheck } from './judge-check.ts';
import { judgeItem } from './judge-item.ts';

const check = (moves: Moves, rest: Partial<ActivitiesCheck> = {}): ActivitiesCheck => ({
  id: 'c',
  title: '检查',
  strictness: 'must',
  when: [],
  moves,
  share: 0,
  measure: 'activities',
  activities: ['general-meeting'],
  only: {},
  registers: ['activities'],
  window: { kind: 'every', period: 'month' },
  bounds: [{ word: 'atLeast', value: 1 }],
  ...rest,
});
const item = (points: number, checks: readonly Check[]): Item => ({
  code: 'T',
  number: '1',
  title: '条目',
  text: '内容',
  points,
  strictness: 'must',
  checks: sharePoints(checks, points),
  examples: [],
});
const measured = (counts: readonly number[], open = false): Measured => ({
  known: open ? 'partly' : 'yes',
  applies: true,
  readings: counts.map((count): Reading => ({ count, ...(open ? { open: true } : {}) })),
});
function judgeAll(points: number, checks: readonly Check[], facts: readonly Measured[]) {
  const one = item(points, checks);
  return judgeItem(
    one,
    one.checks.map((c, i) => judgeCheck(c, one, facts[i] ?? measured([]), {})),
  );
}

describe('points', () => {
  test('deductions stop at 0 and never go below', () => {
    const each = check({ way: 'each', off: 0.3, unit: 'occurrence', step: 1 });
    expect(judgeAll(1, [each], [measured([0, 0, 0])]).points).toBe(0.1);
    expect(judgeAll(1, [each], [measured([0, 0, 0, 0])]).points).toBe(0);
    expect(judgeAll(1, [each], [measured(new Array<number>(12).fill(0))]).points).toBe(0);
  });

  test('a sum with binary dust in it', () => {
    const each = check({ way: 'each', off: 0.1, unit: 'occurrence', step: 1 });
    expect(judgeAll(1, [each], [measured([0, 0, 0])]).points).toBe(0.7);
    expect(
      judgeAll(
        4,
        [
          check({ way: 'all-or-nothing' }),
          check({ way: 'all-or-nothing' }),
          check({ way: 'all-or-nothing' }),
        ],
        [measured([0]), measured([1]), measured([1])],
      ).points,
    ).toBe(2.666);
  });

  test('a bonus beyond its cap', () => {
    const bonus = check({ way: 'bonus', each: 1, unit: 'occurrence', cap: 3 }, { strictness: 'encouraged' });
    expect(judgeAll(0, [bonus], [measured([3])]).bonus).toBe(3);
    expect(judgeAll(0, [bonus], [measured([9])]).bonus).toBe(3);
    expect(judgeAll(0, [bonus], [measured([0])])).toMatchObject({ bonus: 0, verdict: 'met' });
  });

  test('a veto that leaves points behind', () => {
    const veto = check({ way: 'veto', effect: 'item' }, { bounds: [{ word: 'atMost', value: 0 }] });
    expect(
      judgeAll(3, [check({ way: 'all-or-nothing' }), veto], [measured([1]), measured([1])]),
    ).toMatchObject({ verdict: 'unmet', points: 0 });
  });

  test('the parts of an item always add up to it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 9 }), (thousandths, n) => {
        const checks = Array.from({ length: n }, () => check({ way: 'all-or-nothing' }));
        const shares = sharePoints(checks, thousandths / 1000).map((c) => c.share);
        return shares.reduce((a, b) => a + b, 0) === thousandths;
      }),
    );
  });
});

describe('verdicts', () => {
  test('what no register was kept for is never unmet', () => {
    const plain = check({ way: 'all-or-nothing' });
    expect(judgeAll(1, [plain], [measured([0], true)]).verdict).toBe('not-known');
    expect(judgeAll(1, [plain], [measured([1], true)]).verdict).toBe('met');
  });

  test('an upper bound that is exceeded is unmet whatever else may have happened', () => {
    const upper = check({ way: 'all-or-nothing' }, { bounds: [{ word: 'atMost', value: 2 }] });
    expect(judgeAll(1, [upper], [measured([3], true)]).verdict).toBe('unmet');
    expect(judgeAll(1, [upper], [measured([2], true)]).verdict).toBe('not-known');
  });

  test('a normally check that falls short warns and takes nothing', () => {
    const mild = check({ way: 'all-or-nothing' }, { strictness: 'normally' });
    expect(
      judgeAll(2, [check({ way: 'all-or-nothing' }), mild], [measured([1]), measured([0])]),
    ).toMatchObject({ verdict: 'met', points: 2, warnings: 1 });
  });

  test.each([
    [{ count: 3 }, 'atLeast', 3, 'yes'],
    [{ count: 50 }, 'moreThan', 50, 'no'],
    [{ count: 100 }, 'atLeast', 100, 'yes'],
    [{ count: 2 }, 'lessThan', 2, 'no'],
    [{ count: 2 }, 'atMost', 2, 'yes'],
    [{ count: 3, of: 10 }, 'atLeast', 0.3, 'yes'],
    [{ count: 1, of: 3 }, 'atLeast', 0.333, 'yes'],
    [{ count: 1, of: 3 }, 'atLeast', 0.334, 'no'],
    [{ count: 7, of: 10 }, 'moreThan', 0.7, 'no'],
    [{ count: 9, of: 3 }, 'atLeast', 3, 'yes'],
    [{ count: 0.1 + 0.2 }, 'atMost', 0.3, 'no'],
    [{ count: 2, maybe: 1 }, 'atLeast', 3, 'unknown'],
    [{ count: 1, maybe: 1 }, 'atLeast', 3, 'no'],
    [{}, 'atLeast', 0, 'unknown'],
  ] as const)('a reading %j is misjudged against %s %d', (reading, word, value, answer) => {
    expect(holdsBound(reading, { word, value })).toBe(answer);
  });
});
