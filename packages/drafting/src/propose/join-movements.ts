import type { DraftMovement } from '@hujian/reader';
import { alike, bare, bigramsOf } from './alike.ts';
import type { Lexicon } from './lexicon.ts';
import { doubt, hasMoves, type Making, move } from './making.ts';
import { missingUnit } from './missing-unit.ts';
import { suits } from './suits.ts';

/** One pair of characters in common, or the name, or the noun of a paper. */
const ENOUGH = 2;
const SAME_LOOK = 0.5;
/** 少1次, 缺一次: it says how often, and not of what. */
const SAYS_NOTHING =
  /^(?:每|有|缺|少|差|低|未|没有|不足|没|开展|召开|进行|活动|会议|以上|此类|上述|一|1|次|项|名|个|份|不达标|不符合|未达到|达不到|未完成|配|配备|低于|不到|以上|以下|\d+(?:\.\d+)?%?)*$/;

/** What the deductions of an item do: join a check, or stand as checks of their own. */
export interface Joined {
  own: Making[];
  left: DraftMovement[];
}

/** Gives each deduction to the check that it speaks of, and answers those that speak of none. */
export function joinMovements(
  makings: readonly Making[],
  deductions: readonly DraftMovement[],
  lexicon: Lexicon,
): Joined {
  const joined: Joined = { own: [], left: [] };
  // What takes everything off stands last: it may need a check beside the one that counts.
  const ordered = [
    ...deductions.filter(({ points }) => points !== 'all'),
    ...deductions.filter(({ points }) => points === 'all'),
  ];
  for (const movement of ordered) {
    const suited = findSuited(movement, makings, lexicon);
    const [first] = suited;
    const floor = first && movement.points === 'all' ? floorOf(first, movement) : null;
    if (floor) joined.own.push(floor);
    else if (!first || suited.every((making) => hasMoves(making))) joined.left.push(movement);
    else for (const making of suited) if (!hasMoves(making)) join(making, movement);
  }
  return joined;
}

/** The checks a deduction speaks of: mostly one; 每缺一次 of four meetings is said of all four. */
function findSuited(movement: DraftMovement, makings: readonly Making[], lexicon: Lexicon): Making[] {
  if (movement.per === 'judgement') return findSameLook(movement, makings);
  const scored = makings
    .map((making) => ({ making, score: suits(movement, making, lexicon) }))
    .filter(({ score, making }) => score > 0 && (movement.points === 'all' || !hasMoves(making)))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best) return scored.length === 0 ? findAlone(movement, makings) : [];
  if (SAYS_NOTHING.test(bare(movement.for)))
    return movement.per === 'each' ? scored.map(({ making }) => making) : findAlone(movement, makings);
  return best.score > ENOUGH || (best.score === ENOUGH && second?.score !== ENOUGH) ? [best.making] : [];
}

/** A check that is alone in its item is spoken of where nothing else is said. */
function findAlone(movement: DraftMovement, makings: readonly Making[]): Making[] {
  const [only] = makings;
  const vague = SAYS_NOTHING.test(bare(movement.for)) && movement.per !== 'each';
  return only && makings.length === 1 && vague ? [only] : [];
}

function findSameLook(movement: DraftMovement, makings: readonly Making[]): Making[] {
  const grams = bigramsOf(movement.for);
  const same = ({ check, words }: Making): boolean =>
    check?.measure === 'on-site' && alike(grams, bigramsOf(words)) >= SAME_LOOK;
  return makings.filter(same).slice(0, 1);
}

function join(making: Making, movement: DraftMovement): void {
  const { points, per, words } = movement;
  if (!making.check) {
    making.movement = making.movement === undefined ? words : `${making.movement}；${words}`;
    return;
  }
  if (per === 'judgement') {
    making.movement = words;
    doubt(making, '原文是酌情扣分；现场评按评分折算这一部分的分值，请核定。');
    return;
  }
  if (points === 'all') {
    move(making, { way: 'veto', effect: 'item' }, words);
    return;
  }
  if (typeof points !== 'number') return;
  const unit = per === 'each' ? missingUnit(String(making.check.measure), movement) : null;
  if (per === 'each' && unit) {
    const step = unit.step === 1 ? {} : { step: unit.step };
    const cap = movement.cap === undefined ? {} : { points: movement.cap };
    move(making, { way: 'each', off: points, unit: unit.unit, ...step, ...cap }, words);
    return;
  }
  move(making, { way: 'all-or-nothing', ...(per === 'once' ? { points } : {}) }, words);
  if (per === 'each') doubt(making, '原文按学时扣，软件按人算学时够不够：先作为达到才得分，请核定。');
}

const FLOOR = /(?:低于|不足|不到|少于|未达到|达不到)(\d+(?:\.\d+)?)(%)?/;
const PERIODS = ['month', 'quarter', 'half-year'];

/** 低于80%的不得分, 一次没开的不得分: a lower floor beside the check, which takes the item's points. */
function floorOf({ check, found, at }: Making, { for: about, words }: DraftMovement): Making | null {
  if (!check || !found) return null;
  const number = FLOOR.exec(about.normalize('NFKC'));
  const asked = 'atLeast' in found ? found.atLeast : undefined;
  const base = {
    ...check,
    title: about.slice(0, 40),
    strictness: 'must',
    moves: { way: 'veto', effect: 'item' },
  };
  const make = (bound: Record<string, unknown>): Making => {
    const { atLeast: _a, moreThan: _m, ...rest } = base as Record<string, unknown>;
    return {
      found: null,
      words,
      at,
      id: `${check.id ?? found.measure}-floor`,
      check: { ...rest, ...bound },
      why: null,
      movement: words,
    };
  };
  if (number?.[1] !== undefined && asked !== undefined && check.measure !== 'on-site') {
    const value = Number(number[1]) / (number[2] ? 100 : 1);
    return value < asked ? make({ atLeast: value }) : null;
  }
  if (!/未|没|无/.test(about)) return null;
  if (check.measure === 'figure') return make({ moreThan: 0 });
  const often = check.measure === 'activities' && PERIODS.includes(String(check.window));
  if (check.measure === 'activities' && (often || (asked ?? 1) > 1))
    return make({ atLeast: 1, ...(often ? { window: 'year' } : {}) });
  return check.measure === 'headcount' && (asked ?? 1) > 1 ? make({ atLeast: 1 }) : null;
}
