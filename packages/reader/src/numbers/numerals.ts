const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const SMALL: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

const NUMERALS: ReadonlySet<string> = new Set([DIGITS, SMALL, LARGE].flatMap((row) => Object.keys(row)));

export const isNumeral = (c: string): boolean => NUMERALS.has(c);
export const digitValue = (c: string): number | undefined => DIGITS[c];

/** The value of a whole numeral such as 三, 二十四, 一百零五, 两千, 一万二千, 二〇二四; null where it is none. */
export function numeralValue(words: string): number | null {
  if (words === '' || words.length > 24) return null;
  if (words === '万') return 10_000;
  if (words.length > 1 && [...words].every((c) => c in DIGITS)) return digitsInARow(words);
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let unit = Number.POSITIVE_INFINITY;
  for (const c of words) {
    const value = DIGITS[c];
    const small = SMALL[c];
    const large = LARGE[c];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (small !== undefined) {
      if (small >= unit || (digit === null && section > 0)) return null;
      section += (digit ?? 1) * small;
      unit = small;
      digit = null;
    } else if (large !== undefined) {
      const held = section + (digit ?? 0);
      if (held === 0) return null;
      total = (total + held) * large;
      section = 0;
      digit = null;
      unit = Number.POSITIVE_INFINITY;
    } else return null;
  }
  return total + section + (digit ?? 0);
}

/** 二〇二四 is read as a year is spoken; 两三 and 三五 are no number but a range. */
function digitsInARow(words: string): number | null {
  if (words.length < 3) return null;
  let value = 0;
  for (const c of words) value = value * 10 + (DIGITS[c] ?? 0);
  return value;
}

/** 两三, 三五: two digits in rising order are a range. */
export function spokenRange(words: string): [number, number] | null {
  const [a, b] = [digitValue(words.charAt(0)), digitValue(words.charAt(1))];
  if (words.length !== 2 || a === undefined || b === undefined || a >= b || a === 0) return null;
  return b - a <= 2 ? [a, b] : null;
}
