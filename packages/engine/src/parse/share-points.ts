import type { Check } from '../grammar/check.ts';

/** Points as integer thousandths: sums are exact. */
export const toThousandths = (points: number): number => Math.round(points * 1000);

const takesShare = (check: Check): boolean =>
  check.strictness === 'must' && check.moves.way !== 'bonus' && check.moves.way !== 'veto';

const ownPoints = (check: Check): number | undefined =>
  'points' in check.moves && check.moves.points !== undefined ? toThousandths(check.moves.points) : undefined;

/**
 * Gives each check its part of the item's points: its own `points` where written, the rest split evenly, the
 * remainder of thousandths to the first ones.
 */
export function sharePoints(checks: readonly Check[], points: number): readonly Check[] {
  const open = checks.filter((c) => takesShare(c) && ownPoints(c) === undefined);
  const given = checks.filter(takesShare).reduce((sum, c) => sum + (ownPoints(c) ?? 0), 0);
  const rest = Math.max(0, toThousandths(points) - given);
  const each = open.length === 0 ? 0 : Math.floor(rest / open.length);
  let remainder = open.length === 0 ? 0 : rest - each * open.length;
  return checks.map((check) => {
    if (!takesShare(check)) return { ...check, share: 0 };
    const own = ownPoints(check);
    if (own !== undefined) return { ...check, share: own };
    const extra = remainder > 0 ? 1 : 0;
    remainder -= extra;
    return { ...check, share: each + extra };
  });
}
