import type { DraftItem, DraftMovement } from '@hujian/reader';
import { shorten } from './alike.ts';
import { findCodes, type Lexicon } from './lexicon.ts';
import type { Making } from './making.ts';

const GRADES: readonly (readonly [RegExp, string])[] = [
  [/省/, 'province'],
  [/市/, 'city'],
  [/县|区/, 'county'],
  [/乡|镇|街道/, 'township'],
];

/** What adds points beyond the full marks; it needs a record that counts it and a cap. */
export function placeBonus(movement: DraftMovement, item: DraftItem, lexicon: Lexicon): Making {
  const { points, per, words, at } = movement;
  const base = { found: null, words, at, movement: words };
  const each = typeof points === 'number' ? points : points === 'all' ? null : points[1];
  const cap = movement.cap ?? (per === 'each' ? (item.points ?? null) : each);
  const none = (why: string): Making => ({ ...base, id: 'bonus', check: null, why });
  if (each === null || each <= 0) return none('看不出加多少分：请在“修改”里填上，或不要。');
  if (cap === null || cap <= 0) return none('原文没有写最多加几分：请在“修改”里填上封顶的分数，或不要。');
  const title = shorten(movement.for || words, 40);
  const wish = { title, strictness: 'encouraged' };
  const [activity] = findCodes(lexicon.activities, movement.for);
  const counted = movement.unit === undefined || movement.unit === 'occurrence' || movement.unit === 'item';
  if (activity && counted && per !== 'judgement') {
    const grade = GRADES.find(([said]) => said.test(movement.for))?.[1];
    const moves = { way: 'bonus', each, unit: 'occurrence', cap };
    const only = activity === 'commendation' && grade ? { only: { grade } } : {};
    const check = { ...wish, measure: 'activities', activity, window: 'year', atLeast: 1, ...only, moves };
    return { ...base, id: `${activity}-bonus`, check, why: '按每年的活动记录计，请核对是不是同一件事。' };
  }
  if (per === 'each')
    return none(`没有哪本账数得出“${shorten(movement.for, 20)}”：请在“修改”里选一类记录，或不要。`);
  const look = shorten(movement.for || words, 200);
  const moves = { way: 'bonus', each: cap, unit: 'item', cap };
  const check = { ...wish, measure: 'on-site', look, moves };
  return { ...base, id: 'bonus', check, why: '没有哪本账能判断，先由现场评：合格的加满。' };
}
