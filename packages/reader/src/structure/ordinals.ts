const DIGITS = '零一二三四五六七八九';

/** 1 to 999 written in Chinese or Arabic digits; 0 where it is no number. */
export function readOrdinal(printed: string): number {
  if (/^\d{1,3}$/.test(printed)) return Number(printed);
  let sum = 0;
  let digit = 0;
  for (const c of printed.replace(/〇/g, '零').replace(/廿/g, '二十').replace(/两/g, '二')) {
    const place = DIGITS.indexOf(c);
    if (place >= 0) digit = place;
    else if (c === '十') {
      sum += (digit || 1) * 10;
      digit = 0;
    } else if (c === '百') {
      sum += (digit || 1) * 100;
      digit = 0;
    } else return 0;
  }
  return sum + digit;
}
