import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDraw, commitTo, draw } from './draw.ts';

const units = Array.from({ length: 20 }, (_, at) => ({
  id: `v${String(at).padStart(2, '0')}`,
  risk: at % 3,
}));
const input = { units, count: 6, seed: '三互二〇二六年第三轮 7c1f', beacon: '2026107' };

describe('a draw that anybody can check', () => {
  test('another program gets the same from the text of docs/panel.md', () => {
    const keys = units.map(({ id, risk }) => {
      const digits = createHash('sha256')
        .update(Buffer.from(`${input.seed}\n2026107\n${id}`, 'utf8'))
        .digest('hex');
      return { id, key: -Math.log((Number(`0x${digits.slice(0, 10)}`) + 0.5) / 1099511627776) / (1 + risk) };
    });
    const expected = keys.sort((a, b) => a.key - b.key).slice(0, 6);
    expect(draw(input).drawn).toEqual(expected.map(({ id }) => id).sort());
    expect(draw(input).commitment).toBe(commitTo(input.seed));
  });

  test('the order of the list does not matter, seed and beacon do', () => {
    expect(draw({ ...input, units: units.toReversed() })).toEqual(draw(input));
    expect(draw({ ...input, seed: 'other' }).drawn).not.toEqual(draw(input).drawn);
    expect(draw({ ...input, beacon: '2026108' }).drawn).not.toEqual(draw(input).drawn);
  });

  test('weights hold: twice the weight is drawn twice as often', () => {
    const two = [{ id: 'a' }, { id: 'b', risk: 1 }];
    const wins = Array.from(
      { length: 3000 },
      (_, n) => draw({ units: two, count: 1, seed: `s${n}` }).drawn[0],
    );
    const share = wins.filter((unit) => unit === 'b').length / 3000;
    expect(share).toBeGreaterThan(0.64);
    expect(share).toBeLessThan(0.695);
  });

  test('whatever the weights, nobody waits longer than was promised', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 6 }),
        fc.string(),
        (risks, every, seed) => {
          const waited = risks.map(() => 0);
          for (let round = 0; round < 15; round += 1) {
            const list = risks.map((risk, at) => ({ id: `v${at}`, risk, waited: waited[at] }));
            const count = Math.ceil(risks.length / every);
            const { drawn, reasons } = draw({ units: list, count, every, seed: `${seed}${round}` });
            expect(drawn).toHaveLength(count);
            expect(reasons).toEqual([]);
            risks.forEach((_risk, at) => {
              waited[at] = drawn.includes(`v${at}`) ? 0 : (waited[at] ?? 0) + 1;
            });
            expect(Math.max(...waited)).toBeLessThan(every);
          }
        },
      ),
      { numRuns: 60, seed: 4 },
    );
  });

  test('a promise that cannot be held is told, with what it would take', () => {
    const { reasons } = draw({
      ...input,
      count: 2,
      every: 3,
      units: units.map((one) => ({ ...one, waited: 2 })),
    });
    expect(reasons[0]).toContain('每轮至少要抽 7 个');
    expect(reasons[1]).toContain('应当轮到却没有抽中');
  });

  test('overrides stand beside the draw and never in it', () => {
    const first = draw(input).drawn[0] ?? '';
    const overrides = [
      { unit: first, act: 'remove', reason: '正在换届' },
      { unit: 'v99', act: 'add', reason: '群众来信反映' },
    ] as const;
    const changed = draw({ ...input, overrides });
    expect(changed.drawn).toEqual(draw(input).drawn);
    expect(changed.final).not.toContain(first);
    expect(changed.final).toContain('v99');
    expect(changed.overrides).toEqual(overrides);
  });

  test('another seed, another weight and another result are each found out', () => {
    const published = draw(input);
    expect(checkDraw(published, input)).toEqual([]);
    expect(checkDraw(published, { ...input, seed: 'x' })[0]).toContain('SHA-256 不符');
    expect(checkDraw(published, { ...input, units: units.map((one) => ({ ...one, risk: 0 })) })).not.toEqual(
      [],
    );
    expect(checkDraw({ ...published, drawn: ['v00'] }, input)).toEqual(['重新计算的抽签结果与公布的不同。']);
  });
});
