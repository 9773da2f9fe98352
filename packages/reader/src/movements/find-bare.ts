import { readAmount, readAmountList } from './amount.ts';
import type { Mark } from './find-marks.ts';
import { NUMERAL, readNumeral } from './numeral.ts';
import type { Sides } from './read-side.ts';
import { readUnit } from './unit.ts';

const NUMBER = new RegExp(`(?<![\\d.])([-+])?(?:${NUMERAL})(?:(?:-|~|至)${NUMERAL})?分`, 'g');
const CELL = new RegExp(`^([-+])?(${NUMERAL})分?(?:\\/每?([\\u4e00-\\u9fff]{1,3}))?[。;]?$`);
const AFTER = /^(?:$|[,;。、)\n(/]|\/|每)/;
/** A number that compares or sums is no movement. */
const COMPARES =
  /(?:低于|高于|不足|不到|不满|达到?|超过|总分|满分|得分|以上|以下|至少|最低|最高|评分|测评|平均|满|第|合计|共计?|总计|总|为|是|:|分值|[(])$/;

/**
 * Points without a verb of their own: signed (-2分), under a heading that says which way (加分项), or carried on
 * from the clause before (市级表彰加3分,县级2分).
 */
export function findBare(text: string, marks: readonly Mark[], sides: Sides): Mark[] {
  const cell = wholeCell(text, sides);
  if (cell) return [cell];
  const out: Mark[] = [];
  let next = 0;
  let before: Mark | undefined;
  for (const found of text.matchAll(NUMBER)) {
    const start = found.index;
    while (next < marks.length && (marks[next]?.start ?? 0) <= start) before = marks[next++];
    if (before && start < before.end) continue;
    const side =
      signed(text, found) ?? carried(text, start, before) ?? sides.bare(start) ?? toNothing(text, found);
    const at = start + (found[1] === undefined ? 0 : 1);
    const amount = side && readAmount(text, at);
    if (!side || !amount || !AFTER.test(text.slice(amount.end))) continue;
    const context = text.slice(Math.max(0, start - 8), start);
    // A number that opens a line is the item's own points, unless words say otherwise.
    const opens = context === '' || /[。\n]$/.test(context);
    if (found[1] === undefined && (COMPARES.test(context) || (opens && !toNothing(text, found)))) continue;
    const listed = /分别$/.test(context) ? readAmountList(text, at) : null;
    const behind = /^\/每?/.exec(text.slice(amount.end, amount.end + 2));
    const unit = behind && readUnit(text.slice(amount.end + behind[0].length, amount.end + 8));
    before = {
      what: 'amount',
      side,
      start,
      end: listed?.end ?? (unit && behind ? amount.end + behind[0].length + unit.word.length : amount.end),
      amounts: listed?.amounts ?? amount.amounts,
      apart: listed !== null || /[各别]$/.test(context),
      judged: false,
      behind: unit,
      collected: false,
    };
    out.push(before);
  }
  return out;
}

/** A cell that holds nothing but how points move: +5, -2分/次, 1分/月. */
function wholeCell(text: string, sides: Sides): Mark | null {
  const found = CELL.exec(text);
  const points = found && readNumeral(found[2] ?? '');
  if (!found || points === null || (found[1] === undefined && found[3] === undefined)) return null;
  const behind = found[3] === undefined ? null : readUnit(found[3]);
  const side =
    found[1] === '-'
      ? 'deduct'
      : found[1] === '+'
        ? 'add'
        : (sides.bare(0) ?? (sides.collects ? 'add' : null));
  if (!side || (found[3] !== undefined && !behind)) return null;
  return {
    what: 'amount',
    side,
    start: 0,
    end: text.length,
    amounts: [points],
    apart: false,
    judged: false,
    behind,
    collected: false,
  };
}

function signed(text: string, found: RegExpExecArray | RegExpMatchArray): 'deduct' | 'add' | null {
  if (
    found[1] === undefined ||
    /[\d分%+-]$/.test(text.slice(Math.max(0, (found.index ?? 0) - 1), found.index))
  )
    return null;
  return found[1] === '-' ? 'deduct' : 'add';
}

/** 0.5分/次,扣完为止, or 按次数扣分,每次0.5分: the verb stands near by. */
const toNothing = (text: string, found: RegExpExecArray) =>
  /扣分[,:(][^。;\n扣]{0,6}每[\u4e00-\u9fff]{1,2}$/.test(
    text.slice(Math.max(0, found.index - 14), found.index),
  ) ||
  /^\/每?[\u4e00-\u9fff]{1,3}[,(;](?:直至)?扣完/.test(
    text.slice(found.index + found[0].length, found.index + found[0].length + 10),
  )
    ? ('deduct' as const)
    : null;

/** The clause goes on with the verb of the one before: no sentence ends between, and something stands for it. */
function carried(text: string, start: number, before: Mark | undefined): 'deduct' | 'add' | null {
  if (before?.what !== 'amount' || (before.side !== 'deduct' && before.side !== 'add')) return null;
  const between = text.slice(before.end, start);
  if (between.length < 3 || between.length > 40 || !/^[,;、]/.test(between) || /[。\n!?]/.test(between))
    return null;
  return before.side;
}
