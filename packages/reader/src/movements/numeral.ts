const DIGITS = '零一二三四五六七八九';

/** The pattern of a number in compact text, without a group. */
export const NUMERAL =
  '(?:\\d{1,6}(?:\\.\\d{1,3})?|[零〇一二两三四五六七八九十百半]{1,6}(?:点[零〇一二三四五六七八九]{1,3})?)';

/** The value of words that match `NUMERAL`, or null where they make no number (一二三). */
export function readNumeral(words: string): number | null {
  if (/^\d/.test(words)) return Number(words);
  if (words === '半') return 0.5;
  const [whole = '', fraction] = words.replaceAll('〇', '零').replaceAll('两', '二').split('点');
  const value = readWhole(whole);
  if (value === null || fraction === undefined) return value;
  return Number(`${value}.${[...fraction].map((digit) => DIGITS.indexOf(digit)).join('')}`);
}

function readWhole(words: string): number | null {
  if (/^[零一二三四五六七八九]$/.test(words)) return DIGITS.indexOf(words);
  const parts =
    /^(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(words);
  if (!parts || words === '' || words === '零') return null;
  const [, hundreds, tens, ten, ones] = parts;
  return 100 * digit(hundreds) + (ten ? 10 * (tens ? digit(tens) : 1) : 0) + digit(ones);
}

const digit = (word: string | undefined) => (word ? DIGITS.indexOf(word) : 0);
