import { describe, expect, test } from 'vitest';
import { fold, sourceWords } from './fold.ts';
import { numeralValue } from './numerals.ts';
import { readNumbers } from './read-numbers.ts';

describe('numerals', () => {
  test.each([
    ['三', 3],
    ['十', 10],
    ['十二', 12],
    ['二十四', 24],
    ['一百零五', 105],
    ['两千', 2000],
    ['一万二千', 12_000],
    ['三百五十万', 3_500_000],
    ['二〇二四', 2024],
    ['一亿', 100_000_000],
  ])('%s is read as another value', (words, value) => {
    expect(numeralValue(words)).toBe(value);
  });

  test.each(['一三百', '百百', '', '两三'])('%s is taken for a number', (words) => {
    expect(numeralValue(words)).toBeNull();
  });
});

describe('numbers in words', () => {
  const say = (words: string): string =>
    readNumbers(fold(words).text)
      .filter((n) => !n.vague && (n.unit !== null || n.form !== 'plain'))
      .map(
        (n) =>
          `${n.low}${n.high === undefined ? '' : `..${n.high}`}${n.unit ? ` ${n.unit.kind}` : n.form === 'plain' ? '' : ` ${n.form}`}`,
      )
      .join('; ');

  test.each([
    ['3至5名', '3..5 people'],
    ['3-7名', '3..7 people'],
    ['１～２次', '1..2 times'],
    ['2—3个', '2..3 count'],
    ['三至五人', '3..5 people'],
    ['3名至5名', '3..5 people'],
    ['两三次', '2..3 times'],
    ['80%', '0.8 fraction'],
    ['50%-60%', '0.5..0.6 fraction'],
    ['10-20％', '0.1..0.2 fraction'],
    ['百分之八十五点五', '0.855 fraction'],
    ['三分之二', '0.666667 fraction'],
    ['九成', '0.9 fraction'],
    ['半数', '0.5 fraction'],
    ['1:20', '0.05 ratio'],
    ['3∶1', '3 ratio'],
    ['5万元', '50000 yuan'],
    ['1,200元', '1200 yuan'],
    ['2.5万元', '25000 yuan'],
    ['300㎡', '300 area'],
    ['24 学时', '24 hours'],
    ['三成立', ''],
    ['几十名', ''],
    ['10余名', ''],
    ['第三季度', ''],
    ['400-1600-950', ''],
    ['2024年', ''],
    ['18:00', ''],
  ])('%s is read wrongly', (words, numbers) => {
    expect(say(words)).toBe(numbers);
  });
});

test('words given back are not those of the source', () => {
  const folded = fold('每 年 ２ 次');
  expect(folded.text).toBe('每年2次');
  expect(sourceWords(folded, 2, 4)).toBe('２ 次');
});
