import type { Check } from '../grammar/check.ts';
import type { Item } from '../grammar/item.ts';
import { toThousandths } from '../parse/share-points.ts';
import type { CheckStanding, ItemStanding, Verdict } from './standing.ts';

interface Judged {
  readonly check: Check;
  readonly standing: CheckStanding;
}

/**
 * The verdict of an item: that of its `must` checks that apply; where none applies, of the others, of which a
 * `normally` that falls short only warns and an `encouraged` never lowers anything.
 */
function verdictOfItem(judged: readonly Judged[]): Verdict {
  const applying = judged.filter((j) => j.standing.verdict !== 'not-applicable');
  const must = applying.filter((j) => j.check.strictness === 'must');
  if (must.some((j) => j.standing.verdict === 'unmet')) return 'unmet';
  if (must.some((j) => j.standing.verdict === 'not-known')) return 'not-known';
  if (must.length > 0) return 'met';
  const normally = applying.filter((j) => j.check.strictness === 'normally');
  if (normally.some((j) => j.standing.verdict === 'not-known')) return 'not-known';
  if (normally.length > 0) return 'met';
  const encouraged = applying.filter((j) => j.standing.verdict !== 'not-known');
  return encouraged.length > 0 ? 'met' : 'not-applicable';
}

/** Pure: item points = full marks less what the checks lose, never below 0; a veto takes them all. */
export function judgeItem(item: Item, checks: readonly CheckStanding[]): ItemStanding {
  const judged = item.checks.flatMap((check, i) => {
    const standing = checks[i];
    return standing ? [{ check, standing }] : [];
  });
  const verdict = verdictOfItem(judged);
  const full = toThousandths(item.points);
  const lost = checks.reduce((sum, c) => sum + toThousandths(c.lost), 0);
  const decided = verdict === 'met' || verdict === 'unmet';
  return {
    item: item.code,
    verdict,
    points: decided ? Math.max(0, full - lost) / 1000 : 0,
    of: verdict === 'not-applicable' ? 0 : item.points,
    bonus: checks.reduce((sum, c) => sum + toThousandths(c.bonus), 0) / 1000,
    warnings: checks.filter((c) => c.warning).length,
    checks,
  };
}

/** Whether a hard veto of the item was hit: titles are blocked. */
export const isBlocked = (item: Item, standing: ItemStanding): boolean =>
  item.checks.some(
    (check, i) =>
      check.moves.way === 'veto' &&
      check.moves.effect === 'naming' &&
      standing.checks[i]?.verdict === 'unmet',
  );
