import type { DraftMovement } from '@hujian/reader';
import { bare } from './alike.ts';
import type { Lexicon } from './lexicon.ts';
import { doubt, hasMoves, type Making, move } from './making.ts';
import { missingUnit } from './missing-unit.ts';
import { suits } from './suits.ts';

const ENOUGH = 4;
/** 少1次, 缺一次: it says how often, and not of what. */
const SAYS_NOTHING =
  /^(?:每|有|缺|少|差|低|未|没有|不足|未开展|未召开|以上会议|此类|上述|一|1|次|项|名|个|份|不达标|不符合|未达到|达不到|未完成)*$/;

/** Gives each deduction to the check that it speaks of; answers those that speak of none. */
export function joinMovements(
  makings: readonly Making[],
  deductions: readonly DraftMovement[],
  lexicon: Lexicon,
): DraftMovement[] {
  return deductions.filter((movement) => {
    const suited = findSuited(movement, makings, lexicon);
    if (suited.length === 0) return true;
    for (const making of suited) join(making, movement);
    return false;
  });
}

/** The checks a deduction speaks of: mostly one; 每缺一次 of four meetings is said of all four. */
function findSuited(movement: DraftMovement, makings: readonly Making[], lexicon: Lexicon): Making[] {
  const scored = makings
    .filter((making) => !hasMoves(making))
    .map((making) => ({ making, score: suits(movement, making, lexicon) }))
    .filter(({ score }) => score > 0);
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const vague = SAYS_NOTHING.test(bare(movement.for));
  if (best >= ENOUGH && !vague)
    return scored
      .filter(({ score }) => score === best)
      .slice(0, 1)
      .map(({ making }) => making);
  if (vague && movement.per === 'each') return scored.map(({ making }) => making);
  const measured = makings.filter(({ check }) => check !== null && check.measure !== 'on-site');
  const [only] = measured;
  const alone = only && measured.length === 1 && !hasMoves(only) && makings.length === 1;
  return alone && scored.some(({ making }) => making === only) ? [only] : [];
}

function join(making: Making, movement: DraftMovement): void {
  const { points, per, words } = movement;
  const measure = String(making.check?.measure);
  if (points === 'all') {
    move(making, { way: 'veto', effect: 'item' }, words);
    return;
  }
  if (typeof points !== 'number') return;
  const unit = per === 'each' ? missingUnit(measure, movement) : null;
  if (per === 'each' && unit) {
    const step = unit.step === 1 ? {} : { step: unit.step };
    const cap = movement.cap === undefined ? {} : { points: movement.cap };
    move(making, { way: 'each', off: points, unit: unit.unit, ...step, ...cap }, words);
    return;
  }
  move(making, { way: 'all-or-nothing', ...(per === 'once' ? { points } : {}) }, words);
  if (per === 'each')
    doubt(making, `原文“${words}”按学时扣，软件按人算学时够不够：先作为达到才得分，请核定。`);
}
