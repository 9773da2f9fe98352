import type { Vocabulary } from '@hujian/engine';
import type { Bounds } from '@hujian/reader';
import { shorten } from './alike.ts';
import { boundsSource } from './bounds.ts';
import { findCode } from './lexicon.ts';
import { type Of, type Placed, placed, strictnessOf, unplaced } from './placed.ts';

const COUNTED = '名户人个对处条件块类册栋支节项天星台间';
/** Reader's unit → units of the vocabulary that mean the same. */
const UNITS: Readonly<Record<string, (unit: string) => boolean>> = {
  m2: (unit) => unit === '平方米',
  yuan: (unit) => unit === '元',
  count: (unit) => unit.length === 1 && COUNTED.includes(unit),
  percent: (unit) => unit === '%',
  share: (unit) => unit === '%',
};

/** A number of the survey form. */
export function placeFigure(place: Of<'figure'>, vocabulary: Vocabulary): Placed {
  const { bench, found, around, item } = place;
  const { figure, unit, words } = found;
  if (unit === 'year-of-age') return placeAge(place);
  const name = figure.replace(/^other:/, '');
  const list = bench.lexicon.figures;
  const code = list.some((one) => one.code === figure)
    ? figure
    : (findCode(list, name) ?? byUnit(unit, `${item.title ?? ''}${around}`));
  if (code === null)
    return unplaced(`基本情况数据里没有“${shorten(name, 20)}”这个数：请在“修改”里选一个，或留给现场评。`);
  if (
    /每名|每位|人均|按每|每个|每人/.test(`${name}${words}`) ||
    /每(?:名|位|人|个)[^，,。；]{0,10}$/.test(beforeOf(around, words))
  )
    return unplaced('这个数按每个人（单位）分别算，基本情况数据里只有总数：请改写成总数，或留给现场评。');
  const own = vocabulary.figures[code]?.unit ?? '';
  const title = vocabulary.figures[code]?.title ?? code;
  if (!(UNITS[unit] ?? (() => false))(own) && unit !== own)
    return unplaced(`原文的单位与“${title}”的单位（${own}）对不上，请在“修改”里核定。`);
  const bounds = boundsSource(bench, own === '%' ? inPercent(found) : found, {
    base: code,
    title,
    unit: own,
  });
  const check = { title: shorten(words, 40), measure: 'figure', figure: code, ...bounds };
  return placed(code, { ...check, ...strictnessOf(words) });
}

/** Square metres of a place to meet, yuan of the collective: the sentence says what, the reader only how much. */
function byUnit(unit: string, sentence: string): string | null {
  if (unit === 'm2' && /场所|阵地|活动室|服务中心|用房/.test(sentence)) return 'venue-area';
  return unit === 'yuan' && /集体经济|集体收入|经营性收/.test(sentence) ? 'collective-income' : null;
}

const beforeOf = (around: string, words: string): string =>
  around.slice(0, Math.max(0, around.indexOf(words)));

/** The reader says fractions of one, the survey form percent. */
function inPercent({ atLeast, atMost, exclusive }: Bounds): Bounds {
  const percent = (value: number): number => (value <= 1 ? Math.round(value * 1e6) / 1e4 : value);
  return {
    ...(atLeast === undefined ? {} : { atLeast: percent(atLeast) }),
    ...(atMost === undefined ? {} : { atMost: percent(atMost) }),
    ...(exclusive ? { exclusive } : {}),
  };
}

/** A secretary not older than 55 is: no secretary of 56 or more. Mean ages stand in no register. */
function placeAge({ bench, found, around }: Of<'figure'>): Placed {
  const { words, atMost, exclusive } = found;
  if (/平均/.test(`${found.figure}${words}`) || atMost === undefined || !/书记/.test(around))
    return unplaced(
      '没有哪本账记平均年龄，也看不出说的是哪个人的年龄：请改成“几岁以下的占多少”，或留给现场评。',
    );
  const from = bench.book.add({
    base: 'secretary-age',
    title: '书记年龄（从这一岁起算超龄）',
    unit: '岁',
    tighten: 'never',
    value: exclusive ? atMost : atMost + 1,
  });
  const who = { set: 'seat', post: 'secretary', where: { ageAtLeast: from } };
  const check = { title: `书记年龄：${shorten(words, 30)}`, measure: 'headcount', who, atMost: 0 };
  return placed('secretary-age', { ...check, ...strictnessOf(words) });
}
