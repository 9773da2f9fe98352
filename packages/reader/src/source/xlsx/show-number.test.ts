import { expect, test } from 'vitest';
import { showNumber } from './show-number.ts';

test.each([
  [0.8, '0%', '80%'],
  [0.755, '0.0%', '75.5%'],
  [5, '0"分"', '5分'],
  [0.5, '0.0"分"', '0.5分'],
  [0.1 + 0.2, 'General', '0.3'],
  [1234567.891, '#,##0.00', '1,234,567.89'],
  [1.005, '0.00', '1.01'],
  [3, '0.##', '3'],
  [7, '00', '07'],
  [12, '"第"0"条"', '第12条'],
  [3, 'G/通用格式"分"', '3分'],
  [-3, '0_);(0)', '(3)'],
  [-3, '0;[Red]-0', '-3'],
  [0, '0;-0;"无"', '无'],
  [50, '0\\分', '50分'],
  [12, '[DBNum1][$-804]General', '十二'],
  [5, '@', '5'],
  [0.5, '# ?/?', '0.5'],
  [1500, '0.00E+00', '1500'],
  [15_000, '0!.0,"万元"', '15000'],
  [12_345_678_901_234, 'General', '12345678901234'],
  [46_086, 'yyyy"年"m"月"d"日"', '2026年3月5日'],
  [46_086, '[$-804]yyyy"年"m"月"d"日";@', '2026年3月5日'],
  [46_086, 'yyyy/m/d', '2026/3/5'],
  [46_086, 'm"月"d"日"', '3月5日'],
  [46_086.5, 'yyyy-mm-dd h:mm', '2026-03-05 12:00'],
  [0.75, '上午/下午h"时"mm"分"', '下午6时00分'],
  [1.5, '[h]:mm', '36:00'],
])('%d in the format %s', (value, code, expected) => {
  expect(showNumber(value, code, false)).toBe(expected);
});

test('days of the 1904 calendar are not four years off', () => {
  expect(showNumber(46_086 - 1462, 'yyyy/m/d', true)).toBe('2026/3/5');
});

test('a format that never ends is not walked through', () => {
  expect(showNumber(5, '0'.repeat(10_000), false)).toBe('5');
});
