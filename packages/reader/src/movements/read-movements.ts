import type { DraftMovement, ItemWords, Passage } from '../draft/draft.ts';
import { compact, sourceWords } from './compact.ts';
import { findBare } from './find-bare.ts';
import { findMarks, type Mark } from './find-marks.ts';
import { type Moved, moveOf } from './move-of.ts';
import { readSide, type Sides } from './read-side.ts';

export interface Movements {
  deductions: DraftMovement[];
  bonuses: DraftMovement[];
}

/** Without one of these no words move points. */
const MOVES = /[分扣%/]|一半|半数|^[-+]/;
/** How far a condition may reach back from the amount that it belongs to. */
const REACH = 240;
/** 少1次 may be said of several things; longer words name one. */
const SHORT = 6;
/** How many movements one cap may close. */
const CLOSED = 24;

/** How points move, as the item's words and its scoring column say it: deductions, and bonuses on top. */
export function readMovements(item: ItemWords): Movements {
  const made = { deduct: [] as DraftMovement[], add: [] as DraftMovement[] };
  const told = new Map<string, Passage['role']>();
  for (const passage of item.passages) {
    for (const { movement, side } of readPassage(passage, item)) {
      // A movement that the text and the scoring column both print counts once.
      const said = key(movement);
      const before = told.get(said);
      const names = movement.per !== 'each' || movement.for.length > SHORT;
      if (before !== undefined && before !== passage.role && names) continue;
      told.set(said, passage.role);
      made[side].push(movement);
    }
  }
  return { deductions: made.deduct, bonuses: made.add };
}

const key = ({ for: about, points, per, unit }: DraftMovement) => `${per}|${unit}|${points}|${about}`;

function readPassage(passage: Passage, item: ItemWords): Moved[] {
  const small = compact(passage.text);
  if (!MOVES.test(small.text)) return [];
  const sides = readSide(small.text, item);
  const marks = withBare(small.text, sides);
  const moved: Moved[] = [];
  let free = 0;
  for (const mark of marks) {
    const from = Math.max(free, mark.start - REACH);
    const condition = small.text.slice(conditionStart(small.text, from, mark), mark.start);
    const start = mark.start - condition.length;
    free = mark.end;
    const drains = mark.what === 'cap' && isDrained(mark, small.text, condition);
    if (mark.what === 'cap' && !drains && cap(moved, mark, small.text)) continue;
    const side = sides.of(mark);
    if (side === null && mark.side !== 'gain') continue;
    const words = sourceWords(passage.text, small, start, mark.end);
    const made = moveOf(drains ? { ...mark, what: 'amount' } : mark, condition, {
      item,
      at: passage.at,
      words,
      side: side ?? 'add',
    });
    for (const one of side === null ? made.filter((each) => mounts(each, condition)) : made) moved.push(one);
  }
  // 视情给予加分 without a number says nothing that could be counted.
  return moved.filter((one) => one.side === 'deduct' || one.movement.points !== 'all');
}

/** 每走访1户得1分 mounts up and is a bonus; 每项得1分 only shares out the item's own points. */
const mounts = ({ movement }: Moved, condition: string) =>
  movement.per === 'each' && condition.includes('每') && !/每[一1]?[项条类](?:的|,)?$/.test(condition);

function withBare(text: string, sides: Sides): Mark[] {
  const marks = findMarks(text);
  const all = [...marks, ...findBare(text, marks, sides)];
  return all.sort((a, b) => a.start - b.start);
}

/** 未达标的扣完5分 takes them all at once; 扣完5分为止 limits what was said before. */
const isDrained = (mark: Mark, text: string, condition: string): boolean =>
  /^扣[完光满](?!.*(?:为止|为限))/.test(text.slice(mark.start, mark.end)) && /[^,;]的,?$/.test(condition);

/** A sentence's end, or a break of line after which something stands, ends a condition. */
function conditionStart(text: string, from: number, mark: Mark): number {
  const before = text.slice(from, mark.start);
  const stops = mark.apart ? /[。!?\n]/ : /[。!?\n;]/;
  let end = before.length;
  // A cell that breaks its lines before the amount: 每少1次\n扣1分.
  while (end > 0 && /[\n,;]/.test(before.charAt(end - 1))) end--;
  for (let i = end - 1; i >= 0; i--) if (stops.test(before.charAt(i))) return from + i + 1;
  return from;
}

/** Gives the cap to the movements that it closes; false where it closes none. */
function cap(moved: Moved[], mark: Mark, text: string): boolean {
  const most = mark.amounts[0];
  if (typeof most !== 'number') return false;
  const last = moved.at(-1);
  const side = mark.side === 'deduct' ? 'deduct' : mark.side === 'add' ? 'add' : last?.side;
  const open = moved.slice(-CLOSED).filter((one) => one.side === side && one.movement.cap === undefined);
  const within = (stops: RegExp) => open.filter((one) => !stops.test(text.slice(one.end, mark.start)));
  const part = within(/[。;!?\n]/);
  const sentence = part.length > 0 ? part : within(/[。!?\n]/);
  const all = /(?:以上|上述|各项|两项|三项|总)[^,;。]{0,8}$/.test(
    text.slice(Math.max(0, mark.start - 12), mark.start),
  );
  const near = !all && sentence.length > 0 ? sentence : open;
  // 加2分，每增加1000元加1分，最高加6分: what is given once needs no cap where something mounts up.
  const mounting = near.filter((one) => one.movement.per !== 'once');
  const closed = mounting.length > 0 ? mounting : near;
  for (const one of closed) close(one, most);
  return closed.length > 0 || moved.slice(-CLOSED).some((one) => one.side === side);
}

/** 酌情扣分,最多扣3分 states the range; an amount for each states a cap. */
function close(one: Moved, most: number): void {
  const { movement } = one;
  if (one.openEnded) movement.points = [0, most];
  else if (movement.points !== 'all') movement.cap = most;
}
