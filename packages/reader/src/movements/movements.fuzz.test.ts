import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMovements } from './read-movements.ts';
import { readPoints } from './read-points.ts';
import { readStrictness } from './read-strictness.ts';
import { readVeto } from './read-veto.ts';
import { articleOf } from './tables/show-movements.ts';

const PIECES = [
  '每',
  '少',
  '1',
  '一',
  '半',
  '次',
  '名',
  '%',
  '个百分点',
  '扣',
  '加',
  '奖',
  '积',
  '得',
  '分',
  '0.5',
  '各',
  '分别',
  '、',
  '，',
  '；',
  '。',
  '\n',
  '（',
  '）',
  '酌情',
  '最高',
  '封顶',
  '不得分',
  '扣完',
  '为止',
  '未',
  '没有',
  '无',
  '一票否决',
  '一般',
  '可以',
  '至',
  '—',
  '-',
  '+',
  '/',
  ' ',
  '十',
  '百分之',
  '的',
];
const words = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join(''));

describe('on any text', () => {
  it('never throws, and every movement is finite and quotes the text itself', () => {
    fc.assert(
      fc.property(
        fc.oneof(words, fc.string({ unit: 'binary', maxLength: 200 })),
        fc.boolean(),
        (text, bonus) => {
          const item = articleOf(text, bonus ? { chapter: '加分项' } : {});
          readPoints(text);
          readStrictness(item);
          readVeto(item);
          const { deductions, bonuses } = readMovements(item);
          for (const one of [...deductions, ...bonuses]) {
            expect(text).toContain(one.words);
            expect(one.words).not.toBe('');
            const numbers = one.points === 'all' ? [] : [one.points].flat();
            expect(numbers.every((points) => Number.isFinite(points) && points >= 0)).toBe(true);
            expect(one.per === 'each').toBe(one.unit !== undefined);
          }
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('words that lead over to an amount, again and again, do not hold it up', () => {
    const start = performance.now();
    for (const word of ['由', '情节', '经', '视情节', '在总分中', '根据']) {
      readMovements(articleOf(`${word.repeat(60)}党员${'委'.repeat(40)}扣1分，`.repeat(100)));
    }
    expect(performance.now() - start).toBeLessThan(8_000);
  });

  it.each([
    '各',
    '扣',
    '每',
    '不得',
    '最高',
    '没有',
    '1',
    '、',
    '每少1次扣1分',
    '每次加1分，最高5分；',
    '分别1、',
  ])('a hundred thousand characters of %s end in time that grows with the length', (unit) => {
    const item = articleOf(unit.repeat(Math.ceil(100_000 / unit.length)), { chapter: '加分项' });
    const start = performance.now();
    readMovements(item);
    readStrictness(item);
    readVeto(item);
    readPoints(item.passages[0]?.text ?? '');
    expect(performance.now() - start).toBeLessThan(12_000);
  });
});
