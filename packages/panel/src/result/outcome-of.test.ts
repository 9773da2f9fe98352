import type { ResultPacket } from '@hujian/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PacketUnit, packetOf, stands, unit } from '../testing/packet-of.ts';
import { canonicalText, hashOf } from './canonical-text.ts';
import { checkResult } from './check-result.ts';
import { outcomeOf } from './outcome-of.ts';

const sheets = (of: string, ...scores: number[]): ResultPacket['ratings'] =>
  scores.map((score, at) => ({ panelist: `p${at + 1}`, unit: of, item: 'a', score }));
const unitOf = (packet: ResultPacket, code: string) => {
  const found = outcomeOf(packet).units.find((one) => one.code === code);
  if (!found) throw new Error(`no unit ${code}`);
  return found;
};

describe('a result by hand', () => {
  const poll = { slips: 20, satisfied: 12, basically: 5, dissatisfied: 3 };

  test('three parts by their weights, and an adjustment after them', () => {
    const packet = packetOf({
      units: [unit('v1', { standing: stands(60), poll })],
      ratings: sheets('v1', 80, 84, 88),
      adjustments: [{ unit: 'v1', points: 1.5, reason: '受表彰', by: '某', at: '2026-10-02T00:00:00.000Z' }],
    });
    // 0.5 × 75 + 0.3 × 84 + 0.2 × 100 × (12 + 5 × 0.6) / 20 = 77.7; and 1.5
    expect(unitOf(packet, 'v1')).toMatchObject({ standing: 75, poll: 75, adjustment: 1.5, weightKnown: 1 });
    expect(unitOf(packet, 'v1').total).toBeCloseTo(79.2, 10);
  });

  test('a part that is not known leaves its weight to the others and is told; nine slips are no poll', () => {
    const nine = { slips: 9, satisfied: 0, basically: 0, dissatisfied: 9 };
    const packet = packetOf({ units: [unit('v1', { standing: stands(60), poll: nine })] });
    expect(unitOf(packet, 'v1')).toMatchObject({ total: 75, poll: null, rating: null, low: 75, high: 75 });
    expect(unitOf(packet, 'v1').weightKnown).toBeCloseTo(0.5, 12);
    expect(outcomeOf(packet).warnings.join()).toContain('v1村没有满10票的测评');
  });

  test('nothing known is no total and no place, not zero points', () => {
    const packet = packetOf({ units: [unit('v1'), unit('v2', { standing: stands(60) })] });
    expect(unitOf(packet, 'v1')).toMatchObject({ total: null, band: null, rankLow: null });
    expect(unitOf(packet, 'v2')).toMatchObject({ rankLow: 1, rankHigh: 1, band: 'A' });
  });

  test('the interval of the rating goes into the total by its weight alone', () => {
    const packet = packetOf({
      units: ['v1', 'v2', 'v3'].map((code) => unit(code, { standing: stands(60) })),
      ratings: [...sheets('v1', 80, 84, 86), ...sheets('v2', 70, 75, 71), ...sheets('v3', 60, 68, 66)],
    });
    const { rating, total, low, high } = unitOf(packet, 'v2');
    const share = 0.3 / 0.8;
    expect((total ?? 0) - (low ?? 0)).toBeCloseTo(share * ((rating?.fair ?? 0) - (rating?.low ?? 0)), 9);
    expect((high ?? 0) - (total ?? 0)).toBeCloseTo(share * ((rating?.high ?? 0) - (rating?.fair ?? 0)), 9);
  });

  test('no basis: totals for the work, but no place, no band, and it is said', () => {
    const outcome = outcomeOf(packetOf({ basis: null, units: [unit('v1', { standing: stands(60) })] }));
    expect(outcome).toMatchObject({ ranked: false, units: [{ total: 75, rankLow: null, band: null }] });
    expect(outcome.warnings[0]).toContain('没有在有效期内的排名依据');
  });

  test('a veto comes last whatever its total, and no adjustment lifts it', () => {
    const packet = packetOf({
      units: [
        unit('v1', { standing: stands(80, ['VD-01']) }),
        unit('v2', { standing: stands(40) }),
        unit('v3', { standing: stands(60) }),
      ],
      adjustments: [{ unit: 'v1', points: 20, reason: '加分', by: '某', at: '2026-10-02T00:00:00.000Z' }],
    });
    expect(unitOf(packet, 'v1')).toMatchObject({ total: 100, rankLow: 3, rankHigh: 3, band: 'C' });
    expect(unitOf(packet, 'v3')).toMatchObject({ rankLow: 1, band: 'A' });
    expect(outcomeOf(packet).warnings.join()).toContain('v1村有一票否决情形');
  });

  test('without a weight of ratings values are exact: equals share places, the next is told apart', () => {
    const weights = { standing: 1, rating: 0, poll: 0, basically: 0.6 };
    const units = [60, 60, 59].map((points, at) => unit(`v${at}`, { standing: stands(points) }));
    const packet = packetOf({ weights, units, ratings: sheets('v2', 100, 100, 99) });
    expect(outcomeOf(packet).units.map(({ rankLow, rankHigh, band }) => [rankLow, rankHigh, band])).toEqual([
      [1, 2, 'A'],
      [1, 2, 'A'],
      [3, 3, 'B'],
    ]);
  });
});

const scored = fc.record({
  unit: fc.constantFrom('v1', 'v2', 'v3', 'v4'),
  panelist: fc.constantFrom('p1', 'p2', 'p3', 'p4'),
  item: fc.constantFrom('a', 'b'),
  score: fc.integer({ min: 0, max: 100 }),
});
const packets = fc
  .record({
    points: fc.array(fc.option(fc.double({ min: 0, max: 80, noNaN: true })), { minLength: 4, maxLength: 4 }),
    votes: fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)), { minLength: 4, maxLength: 4 }),
    ratings: fc.array(scored, { maxLength: 24 }),
    extra: fc.array(fc.tuple(fc.constantFrom('v1', 'v2'), fc.integer({ min: -20, max: 20 })), {
      maxLength: 3,
    }),
  })
  .map(({ points, votes, ratings, extra }) =>
    packetOf({
      units: points.map((one, at) => {
        const [satisfied = 0, basically = 0, dissatisfied = 0] = votes[at] ?? [];
        return unit(`v${at + 1}`, {
          standing: one === null ? null : stands(one),
          poll: { slips: satisfied + basically + dissatisfied, satisfied, basically, dissatisfied },
        });
      }),
      ratings,
      adjustments: extra.map(([of, by], at) => ({
        unit: of,
        points: by / 3,
        reason: '说明',
        by: '某',
        at: `2026-10-0${at + 1}T00:00:00.000Z`,
      })),
    }),
  );

describe('for every packet', () => {
  test('the order of its lists does not move one digit', () => {
    const shuffled = packets.chain((packet) =>
      fc
        .record({
          units: fc.shuffledSubarray(packet.units, { minLength: packet.units.length }),
          ratings: fc.shuffledSubarray(packet.ratings, { minLength: packet.ratings.length }),
          adjustments: fc.shuffledSubarray(packet.adjustments, { minLength: packet.adjustments.length }),
        })
        .map((moved) => [packet, { ...packet, ...moved }] as const),
    );
    fc.assert(
      fc.property(shuffled, ([packet, moved]) => {
        expect(canonicalText(outcomeOf(moved))).toBe(canonicalText(outcomeOf(packet)));
      }),
    );
  });

  test('more points in the records never lower a total, totals stay on the scale, places hold their unit', () => {
    fc.assert(
      fc.property(packets, fc.double({ min: 0, max: 40, noNaN: true }), (packet, more) => {
        const raise = (one: PacketUnit): PacketUnit =>
          one.code === 'v1' && one.standing
            ? { ...one, standing: { ...one.standing, points: Math.min(80, one.standing.points + more) } }
            : one;
        const before = unitOf(packet, 'v1').total;
        const after = unitOf({ ...packet, units: packet.units.map(raise) }, 'v1').total;
        expect(after === null).toBe(before === null);
        expect(after ?? 0).toBeGreaterThanOrEqual((before ?? 0) - 1e-9);
        const { units } = outcomeOf(packet);
        for (const { total, low, high, rankLow, rankHigh } of units) {
          if (total === null || low === null || high === null) continue;
          expect(0 <= low && low <= total && total <= high && high <= 100).toBe(true);
          expect((rankLow ?? 0) <= (rankHigh ?? 0)).toBe(true);
        }
        for (const one of units) {
          for (const other of units) {
            if (one.band === null || other.band === null || one.band >= other.band) continue;
            expect(one.rankHigh ?? 0).toBeLessThan(other.rankLow ?? 0);
          }
        }
        expect(JSON.stringify(units)).not.toMatch(/NaN|Infinity/);
      }),
    );
  });

  test('its file proves itself, and a changed digit anywhere does not', () => {
    fc.assert(
      fc.property(packets, (packet) => {
        const file = { sha256: hashOf(packet), packet, outcome: outcomeOf(packet) };
        expect(checkResult(JSON.parse(JSON.stringify(file)))).toEqual([]);
        const text = JSON.stringify(file);
        const at = text.search(/"satisfied":\d/) + '"satisfied":'.length;
        const digit = String((Number(text[at]) + 1) % 10);
        expect(checkResult(JSON.parse(text.slice(0, at) + digit + text.slice(at + 1)))).not.toEqual([]);
        const [first, ...rest] = file.outcome.units;
        if (!first) return;
        const moved = {
          ...file.outcome,
          units: [{ ...first, adjustment: first.adjustment + 1e-12 }, ...rest],
        };
        expect(checkResult({ ...file, outcome: moved }).join()).toContain('重新计算的结果');
      }),
    );
  });
});
