import { digitValue, numeralValue } from '../numbers/numerals.ts';

/** The pattern of a number in compact text, without a group. 万 belongs to the unit (万元). */
export const NUMERAL =
  '(?:\\d{1,6}(?:\\.\\d{1,3})?|[零〇一二两三四五六七八九十百千半]{1,8}(?:点[零〇一二三四五六七八九]{1,3})?)';

/** The value of words that match `NUMERAL`, or null where they make no number (一二三). */
export function readNumeral(words: string): number | null {
  if (/^\d/.test(words)) return Number(words);
  if (words === '半') return 0.5;
  const [whole = '', fraction] = words.split('点');
  const value = numeralValue(whole);
  if (value === null || fraction === undefined) return value;
  return Number(`${value}.${[...fraction].map((digit) => digitValue(digit) ?? 0).join('')}`);
}
