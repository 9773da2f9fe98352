import { NUMERAL, readNumeral } from './numeral.ts';

export type Amount = number | [number, number];

/** 分 as part of another word: 分钟, 三分之一, 分管. */
const NOT_POINTS = '(?![钟之米别类部成工管支期批级阶配散子辨店局析享])';
const RANGE = '(?:-{1,2}|~|至|到|或)';
const ONE = new RegExp(`(${NUMERAL})(?:分?${RANGE}(${NUMERAL}))?分${NOT_POINTS}`, 'y');
const LISTED = new RegExp(`(${NUMERAL})(?:${RANGE}(${NUMERAL}))?(分${NOT_POINTS})?([、,/]|和|及)?`, 'y');
const ABOVE = new RegExp(`分?以上,?(?:至)?(${NUMERAL})分(?:以下|以内)?`, 'y');

/** 一分五 as it is spoken: the tenths stand behind. */
const SPOKEN = /^([一二三四五六七八九半])(?=$|[,;。)\n的])/;

export interface Amounts {
  amounts: Amount[];
  end: number;
}

/** One amount of points at a position of compact text: 2分, 1-3分, 二分, 1分以上3分以下, 3分以内. */
export function readAmount(text: string, at: number): Amounts | null {
  ONE.lastIndex = at;
  const one = ONE.exec(text);
  const first = one && readNumeral(one[1] ?? '');
  if (!one || first === null) return null;
  const second = one[2] === undefined ? null : readNumeral(one[2]);
  const end = at + one[0].length;
  // 十分 before another word is an adverb.
  if (
    one[1] === '十' &&
    /[\u4e00-\u9fff]/.test(text.charAt(end)) &&
    !'直并最封累扣以为的每酌另且'.includes(text.charAt(end))
  )
    return null;
  if (second !== null) return { amounts: [[first, second]], end };
  const tenth = SPOKEN.exec(text.slice(end, end + 2))?.[1];
  if (tenth !== undefined && !/\d/.test(one[1] ?? '')) {
    return { amounts: [first + (tenth === '半' ? 0.5 : (readNumeral(tenth) ?? 0) / 10)], end: end + 1 };
  }
  return widened(text, end, first) ?? { amounts: [first], end };
}

function widened(text: string, end: number, first: number): Amounts | null {
  if (text.startsWith('以内', end)) return { amounts: [[0, first]], end: end + 2 };
  ABOVE.lastIndex = end;
  const above = ABOVE.exec(text);
  const second = above && readNumeral(above[1] ?? '');
  return above && second !== null ? { amounts: [[first, second]], end: end + above[0].length } : null;
}

/** Amounts after 分别: 5分、3分、1分 or 5、3、1分. */
export function readAmountList(text: string, at: number): Amounts | null {
  const amounts: Amount[] = [];
  let end = -1;
  let here = at;
  for (let n = 0; n < 12; n++) {
    LISTED.lastIndex = here;
    const found = LISTED.exec(text);
    const first = found && readNumeral(found[1] ?? '');
    if (!found || first === null) break;
    const second = found[2] === undefined ? null : readNumeral(found[2]);
    amounts.push(second === null ? first : [first, second]);
    here += found[0].length;
    if (found[3] !== undefined) end = here - (found[4]?.length ?? 0);
    if (found[4] === undefined) break;
  }
  return end < 0 ? null : { amounts, end };
}
