import { toFen } from '@hujian/contract';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { divideFund } from './divide-fund.ts';

const units = (bands: string) =>
  [...bands].map((band, at) => ({ key: `u${at}`, band: band === '-' ? null : band }));

test('a sum is divided by the shares of the bands, and what rounding leaves over is said', () => {
  const rule = {
    shares: [
      { band: 'A', share: 3 },
      { band: 'B', share: 2 },
      { band: 'C', share: 1 },
    ],
    round: 100,
  };
  const { amounts, left } = divideFund(100_000, rule, units('AABBBC-'));
  // 100000 ÷ 13 = 7692.30…: three, two and one of it, down to whole hundreds.
  expect([...amounts.values()]).toEqual([
    2_300_000n,
    2_300_000n,
    1_530_000n,
    1_530_000n,
    1_530_000n,
    760_000n,
  ]);
  expect(left).toBe(10_000_000n - 9_950_000n);
});

test('a band without a share and a unit without a band receive nothing, and no line', () => {
  const { amounts } = divideFund(1000, { shares: [{ band: 'A', share: 1 }], round: 1 }, units('AB-'));
  expect([...amounts.keys()]).toEqual(['u0']);
});

test('no sum loses or gains a fen, whatever the shares and the rounding', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000_000_00 }),
      fc.array(fc.constantFrom('A', 'B', 'C', 'D'), { minLength: 1, maxLength: 80 }),
      fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), { minLength: 4, maxLength: 4 }),
      fc.constantFrom(1, 10, 100, 1000),
      (fen, bands, shares, round) => {
        const rule = {
          shares: ['A', 'B', 'C', 'D'].map((band, at) => ({ band, share: shares[at] ?? 1 })),
          round,
        };
        const { amounts, left } = divideFund(fen / 100, rule, units(bands.join('')));
        const given = [...amounts.values()].reduce((sum, one) => sum + one, 0n);
        expect(given + left).toBe(toFen(fen / 100));
        expect(left >= 0n).toBe(true);
        for (const band of new Set(bands))
          expect(
            new Set(bands.flatMap((one, at) => (one === band ? [amounts.get(`u${at}`)] : []))).size,
          ).toBe(1);
      },
    ),
  );
});
