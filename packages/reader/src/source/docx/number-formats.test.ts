import { expect, test } from 'vitest';
import { writeNumber } from './number-formats.ts';

const write = (format: string, numbers: number[]): string =>
  numbers.map((n) => writeNumber(n, format)).join(' ');

test.each([
  ['chineseCounting', [1, 10, 11, 20, 21, 99, 100, 101], '一 十 十一 二十 二十一 九十九 一○○ 一○一'],
  [
    'chineseCountingThousand',
    [10, 12, 100, 101, 110, 1010, 1001],
    '十 十二 一百 一百零一 一百一十 一千零一十 一千零一',
  ],
  ['japaneseCounting', [1, 10, 11, 30, 100, 120], '一 十 十一 三十 百 百二十'],
  ['taiwaneseCountingThousand', [10, 15, 105], '十 十五 一百零五'],
  ['ideographDigital', [9, 10, 21], '九 一〇 二一'],
  ['ideographTraditional', [1, 4, 10, 11], '甲 丁 癸 11'],
  ['ideographZodiac', [1, 12], '子 亥'],
  ['ideographZodiacTraditional', [1, 60], '甲子 癸亥'],
  ['chineseLegalSimplified', [1, 10, 25, 103], '壹 壹拾 贰拾伍 壹佰零叁'],
  ['decimalEnclosedCircle', [1, 20, 21], '① ⑳ 21'],
  ['decimalEnclosedCircleChinese', [3], '③'],
  ['decimalEnclosedParen', [2], '⑵'],
  ['decimalEnclosedFullstop', [2], '⒉'],
  ['decimalFullWidth', [12], '１２'],
  ['decimalZero', [7, 12], '07 12'],
  ['upperRoman', [4, 9, 14, 40, 1999], 'IV IX XIV XL MCMXCIX'],
  ['lowerRoman', [3], 'iii'],
  ['upperLetter', [1, 26, 27, 53], 'A Z AA AAA'],
  ['lowerLetter', [28], 'bb'],
  ['ordinal', [1, 2, 3, 11, 22], '1st 2nd 3rd 11th 22nd'],
  ['none', [5], ''],
  ['a format of the future', [5], '5'],
])('%s: a number that would differ from the page', (format, numbers, expected) => {
  expect(write(format, numbers)).toBe(expected);
});
