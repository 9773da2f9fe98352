import type { ResultPacket } from '@hujian/contract';
import { expect, test } from 'vitest';
import { examine } from '../analyse/analyse.ts';
import { placeScaled } from '../analyse/place-units.ts';
import { packetOf, stands, unit } from '../testing/packet-of.ts';
import { createRandom, normal } from '../testing/random.ts';
import { outcomeOf } from './outcome-of.ts';

/** Twelve villages of falling merit; the three strictest panelists go to the even ones, the kind ones to the odd. */
function unfair(seed: number): { packet: ResultPacket; merit: number[] } {
  const random = createRandom(seed);
  const merit = Array.from({ length: 12 }, (_, at) => 84 - 1.5 * at);
  const severity = [9, 7, 8, -8, -9, -7, 0, 1];
  const ratings = merit.flatMap((level, v) => {
    const panel = v % 2 === 0 ? [0, 1, 2] : [3, 4, 5];
    return [...panel, 6, 7].map((p) => ({
      panelist: `p${p}`,
      unit: `v${String(v).padStart(2, '0')}`,
      item: 'a',
      score: Math.min(100, Math.max(0, level - (severity[p] ?? 0) + 2 * normal(random))),
    }));
  });
  const units = merit.map((_level, v) => unit(`v${String(v).padStart(2, '0')}`, { standing: stands(60) }));
  const weights = { standing: 0.2, rating: 0.8, poll: 0, basically: 0.6 };
  return { packet: packetOf({ weights, units, ratings }), merit };
}

test('whoever was visited by the strict is no longer behind in the total: wrong pairs fall from a third to a tenth', () => {
  let [wrongRaw, wrongTotal, pairs, falselyApart] = [0, 0, 0, 0];
  for (let seed = 1; seed <= 60; seed += 1) {
    const { units } = outcomeOf(unfair(seed).packet);
    for (let a = 0; a < units.length; a += 1) {
      for (let b = a + 1; b < units.length; b += 1) {
        const [better, worse] = [units[a], units[b]];
        pairs += 1;
        if ((better?.rating?.raw ?? 0) < (worse?.rating?.raw ?? 0)) wrongRaw += 1;
        if ((better?.total ?? 0) < (worse?.total ?? 0)) wrongTotal += 1;
        if ((better?.rankLow ?? 0) > (worse?.rankHigh ?? 0)) falselyApart += 1;
      }
    }
  }
  expect(wrongRaw / pairs).toBeGreaterThan(0.2);
  expect(wrongTotal / pairs).toBeLessThan(0.12);
  expect(falselyApart / pairs).toBeLessThan(0.01);
});

test('two equal units are told apart in about one of ten cases, though the rating counts less for one of them', () => {
  let apart = 0;
  const runs = 400;
  for (let seed = 1; seed <= runs; seed += 1) {
    const random = createRandom(seed);
    const ratings = Array.from({ length: 8 }, (_, v) =>
      Array.from({ length: 4 }, (_1, p) => ({
        panelist: `p${(v + p) % 6}`,
        unit: `v${v}`,
        item: 'a',
        score: 70 + 3 * (((v + p) % 6) - 2.5) + 3 * normal(random),
      })),
    ).flat();
    const { analysis, estimated } = examine({ scale: [0, 100], ratings });
    const level = (at: number) => analysis.units[at]?.fair ?? 0;
    const factors = [0.3, 0.6];
    const values = [0.7 * 70 + 0.3 * level(0), 0.4 * 70 + 0.6 * level(1)];
    const [one, other] = placeScaled({ values, at: [0, 1], factors }, estimated);
    if (one?.band !== other?.band) apart += 1;
  }
  expect(apart / runs).toBeGreaterThan(0.06);
  expect(apart / runs).toBeLessThan(0.14);
});

test('500 units, 42 items, 5 panelists each are computed within the three seconds that are promised', () => {
  const random = createRandom(7);
  const ratings = Array.from({ length: 500 }, (_, v) =>
    Array.from({ length: 5 }, (_1, p) =>
      Array.from({ length: 42 }, (_2, item) => ({
        panelist: `p${(v * 3 + p * 7) % 60}`,
        unit: `v${v}`,
        item: `i${item}`,
        score: Math.round(60 + 30 * random()),
      })),
    ).flat(),
  ).flat();
  const units = Array.from({ length: 500 }, (_, v) => unit(`v${v}`, { standing: stands(40 + (v % 40)) }));
  const from = process.cpuUsage();
  expect(outcomeOf(packetOf({ units, ratings })).units).toHaveLength(500);
  // time of the processor: what else runs on the machine does not count
  expect(process.cpuUsage(from).user / 1000).toBeLessThan(3000);
});
