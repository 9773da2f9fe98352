import type { DraftItem } from '@hujian/reader';
import type { CheckSource } from '../work.ts';
import { shorten } from './alike.ts';
import { doubt, type Making } from './making.ts';

const thousandths = (points: number): number => Math.round(points * 1000);

type MovesSource = Record<string, unknown>;
const movesIn = (check: CheckSource | null): MovesSource | null => {
  const moves = check?.moves;
  return typeof moves === 'object' && moves !== null ? { ...moves } : null;
};
const fixedIn = (check: CheckSource | null): number | null => {
  const points = movesIn(check)?.points;
  return typeof points === 'number' ? points : null;
};

/** Of these the engine splits the item's points. */
function takesShare({ check }: Making, item: DraftItem): boolean {
  if (!check || (check.strictness ?? item.strictness) !== 'must') return false;
  const way = movesIn(check)?.way;
  return way !== 'bonus' && way !== 'veto' && check.measure !== 'event';
}

/**
 * Makes the item's points hold without changing them: points that say more than the item has are taken back, what
 * they leave over goes to the panel. Both are said.
 */
export function settlePoints(makings: Making[], item: DraftItem): void {
  const points = item.points ?? 0;
  const sharing = makings.filter((making) => takesShare(making, item));
  const fixed = sharing.filter(({ check }) => fixedIn(check) !== null);
  const given = fixed.reduce((sum, { check }) => sum + thousandths(fixedIn(check) ?? 0), 0) / 1000;
  if (points === 0 || given > points) {
    for (const making of fixed) withdraw(making, points, given);
    return;
  }
  const hasVeto = makings.some(({ check }) => movesIn(check)?.way === 'veto');
  if (fixed.length === 0 || fixed.length < sharing.length || given === points || hasVeto) return;
  const rest = (thousandths(points) - thousandths(given)) / 1000;
  makings.push({
    found: null,
    words: item.text,
    at: item.at,
    id: 'rest',
    check: {
      title: `其余 ${rest} 分`,
      measure: 'on-site',
      look: shorten(item.text || item.title || '本条其余要求', 200),
      moves: { way: 'proportion', points: rest },
    },
    why: `本条 ${points} 分，原文只写明了其中 ${given} 分怎样扣；其余 ${rest} 分先由现场评，也可以改各项的分值。`,
  });
}

function withdraw(making: Making, points: number, given: number): void {
  const moves = movesIn(making.check);
  if (!making.check || !moves) return;
  const { points: own, ...rest } = moves;
  making.check = { ...making.check, moves: rest };
  if (points > 0)
    doubt(
      making,
      `本条只有 ${points} 分，各处写明的扣分合计 ${given} 分：这里的 ${String(own)} 分没有采用，先平均分摊，请核定。`,
    );
}
