import type { DraftItem, DraftMovement } from '@hujian/reader';
import { shorten } from './alike.ts';
import { findCode, findCodes, type Lexicon } from './lexicon.ts';
import type { Making } from './making.ts';
import { PAPER } from './suits.ts';

const NOT_DONE = /未|没有|没|无|不|缺/;
const largest = (points: DraftMovement['points']): number | null =>
  points === 'all' ? null : typeof points === 'number' ? points : points[1];

/** A deduction that no check of the item answers for: a paper or an activity that it names, else looked at on site. */
export function placeMovement(movement: DraftMovement, item: DraftItem, lexicon: Lexicon): Making {
  const about = movement.for;
  const base = { found: null, words: movement.words, at: movement.at, movement: movement.words };
  const moves = movesOf(movement);
  const common = { title: shorten(about, 40), ...(moves ? { moves } : {}) };
  if (movement.per !== 'judgement' && /弄虚作假|造假|虚报|编造/.test(about)) {
    const check = {
      ...common,
      measure: 'event',
      event: 'false-records',
      window: { rolling: 12, unit: 'month' },
    };
    return { ...base, id: 'false-records', check, why: '要由上级核查确认后才算。' };
  }
  if (/失联/.test(about)) return lostContact(movement, base);
  const document =
    PAPER.test(about) && NOT_DONE.test(about) ? findCode(lexicon.documents, afterNot(about)) : null;
  if (document && movement.per !== 'judgement') {
    const yearly = lexicon.documents.find(({ code }) => code === document)?.yearly;
    const check = { ...common, measure: 'document', document, of: yearly ? 'year' : 'now' };
    return { ...base, id: document, check, why: '正文没有写，从评分办法里来。' };
  }
  const [activity] = /^(?:未|没有|没|不)(?!.*(?:组建|成立))/.test(about)
    ? findCodes(lexicon.activities, about)
    : [];
  if (activity && movement.per === 'once') {
    const check = { ...common, measure: 'activities', activity, window: 'year', atLeast: 1 };
    return { ...base, id: activity, check, why: '原文没有写多长时间几次，先按每年一次，请核定。' };
  }
  return lookAt(movement, item, base);
}

/** Lost members are counted by the roster. */
function lostContact({ points, per }: DraftMovement, base: Omit<Making, 'id' | 'check' | 'why'>): Making {
  const who = { set: 'member', where: { lostContact: true } };
  const each = per === 'each' && typeof points === 'number';
  const moves = each ? { way: 'each', off: points, unit: 'person' } : { way: 'all-or-nothing' };
  const check = { title: '没有失联党员', measure: 'headcount', who, atMost: 0, strictness: 'must', moves };
  return { ...base, id: 'lost-contact', check, why: null };
}

const afterNot = (about: string): string =>
  about.replace(/^.*?(?:未|没有|没|无|缺)(?:建立|制定|制订|有|建)?/, '');

function movesOf({ points, per }: DraftMovement): Record<string, unknown> | null {
  if (points === 'all') return { way: 'veto', effect: 'item' };
  if (typeof points !== 'number') return null;
  return per === 'each' ? null : { way: 'all-or-nothing', points };
}

/** What no record decides goes to the panel, with the points that it can cost. */
function lookAt(
  movement: DraftMovement,
  item: DraftItem,
  base: Omit<Making, 'id' | 'check' | 'why'>,
): Making {
  const most = movement.cap ?? (movement.per === 'each' ? null : largest(movement.points));
  const points = most === null ? {} : { points: Math.min(most, item.points ?? most) };
  const veto = movement.points === 'all';
  const check = {
    title: shorten(movement.for, 40),
    measure: 'on-site',
    look: shorten(movement.for, 200),
    moves: veto ? { way: 'veto', effect: 'item' } : { way: 'proportion', ...points },
  };
  const why =
    movement.per === 'judgement'
      ? null
      : '没有哪本账能判断这一句，先由现场评；按评分占这一部分分值的比例得分。';
  return { ...base, id: 'look', check, why };
}
