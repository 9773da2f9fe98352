/** Writes the n-th number of an automatic list as Word shows it, by the name that Word gives to the format. */
export function writeNumber(n: number, format: string): string {
  if (n < 0 || !Number.isSafeInteger(n)) return String(n);
  return (writers[format] ?? String)(n);
}

type Writer = (n: number) => string;

const digitsOf =
  (digits: string): Writer =>
  (n) =>
    [...String(n)].map((digit) => [...digits][Number(digit)] ?? digit).join('');

/** A closed list: what lies beyond it is written in digits, as Word does. */
const listOf = (first: number, count: number): Writer => {
  return (n) => (n >= 1 && n <= count ? String.fromCodePoint(first + n - 1) : String(n));
};

const wordsOf = (words: string): Writer => {
  const all = [...words];
  return (n) => all[n - 1] ?? String(n);
};

interface Counting {
  digits: string;
  units: string[];
  /** Written between figures where a place is empty. */
  zero: string;
  /** 一百 rather than 百. */
  leadingOne: boolean;
  /** 一十 rather than 十 for the first ten. */
  leadingTen: boolean;
}

/** 一百二十三 */
function count(n: number, { digits, units, zero, leadingOne, leadingTen }: Counting): string {
  if (n === 0) return digits[0] ?? '';
  if (n >= 100_000) return String(n);
  const places = [...String(n)].map(Number);
  let out = '';
  let gap = false;
  for (const [i, digit] of places.entries()) {
    const place = places.length - 1 - i;
    if (digit === 0) {
      gap = true;
      continue;
    }
    if (gap && out !== '') out += zero;
    gap = false;
    const silent = digit === 1 && place > 0 && (!leadingOne || (place === 1 && out === '' && !leadingTen));
    out += (silent ? '' : (digits[digit] ?? '')) + (units[place] ?? '');
  }
  return out;
}

const simple = { digits: '零一二三四五六七八九', units: ['', '十', '百', '千', '万'] };
const chinese: Counting = { ...simple, zero: '零', leadingOne: true, leadingTen: false };
const japanese: Counting = { ...chinese, digits: '〇一二三四五六七八九', zero: '', leadingOne: false };
const legal: Counting = {
  digits: '零壹贰叁肆伍陆柒捌玖',
  units: ['', '拾', '佰', '仟', '萬'],
  zero: '零',
  leadingOne: true,
  leadingTen: true,
};
const legalTraditional: Counting = { ...legal, digits: '零壹貳參肆伍陸柒捌玖' };

const positional = digitsOf('○一二三四五六七八九');

/** 一 to 九十九 in words, from 100 on figure by figure: what Word's 简体中文 counting does. */
const counting: Writer = (n) =>
  n < 100 ? count(n, { ...chinese, digits: '○一二三四五六七八九' }) : positional(n);

function roman(n: number): string {
  if (n < 1 || n > 32_767) return String(n);
  const values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
  const signs = ['M', 'CM', 'D', 'CD', 'C', 'XC', 'L', 'XL', 'X', 'IX', 'V', 'IV', 'I'];
  let rest = n;
  let out = '';
  for (const [i, value] of values.entries()) {
    while (rest >= value) {
      out += signs[i];
      rest -= value;
    }
  }
  return out;
}

/** A … Z, AA, BB … */
function letters(n: number): string {
  if (n < 1 || n > 780) return String(n);
  return String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));
}

const fullWidth = digitsOf('０１２３４５６７８９');
const legalCount: Writer = (n) => count(n, legal);
const thousand: Writer = (n) => count(n, chinese);

const writers: Record<string, Writer> = {
  none: () => '',
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: listOf(0x2460, 20),
  decimalEnclosedCircleChinese: listOf(0x2460, 20),
  decimalEnclosedFullstop: listOf(0x2488, 20),
  decimalEnclosedParen: listOf(0x2474, 20),
  numberInDash: (n) => `- ${n} -`,
  hex: (n) => n.toString(16).toUpperCase(),
  ordinal: (n) => `${n}${ordinalEnd(n)}`,
  upperRoman: roman,
  lowerRoman: (n) => roman(n).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (n) => letters(n).toLowerCase(),
  chineseCounting: counting,
  taiwaneseCounting: counting,
  chineseCountingThousand: thousand,
  taiwaneseCountingThousand: thousand,
  japaneseCounting: (n) => count(n, japanese),
  ideographDigital: digitsOf('〇一二三四五六七八九'),
  japaneseDigitalTenThousand: digitsOf('〇一二三四五六七八九'),
  taiwaneseDigital: positional,
  chineseLegalSimplified: legalCount,
  japaneseLegal: legalCount,
  ideographLegalTraditional: (n) => count(n, legalTraditional),
  ideographTraditional: wordsOf('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: wordsOf('子丑寅卯辰巳午未申酉戌亥'),
  ideographZodiacTraditional: (n) =>
    n < 1
      ? String(n)
      : `${wordsOf('甲乙丙丁戊己庚辛壬癸')(((n - 1) % 10) + 1)}${wordsOf('子丑寅卯辰巳午未申酉戌亥')(((n - 1) % 12) + 1)}`,
  ideographEnclosedCircle: listOf(0x3280, 10),
};

function ordinalEnd(n: number): string {
  const tens = n % 100;
  if (tens >= 11 && tens <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th';
}
