import { type Edition, itemsOf } from '../grammar/edition.ts';
import { toThousandths } from '../parse/share-points.ts';
import { isBlocked } from './judge-item.ts';
import type { ItemStanding, Standing, Verdict } from './standing.ts';

export interface Judged {
  readonly organization: number;
  readonly path: string;
  readonly revision: number;
  readonly asOf: string;
  readonly knownAt: string;
}

const sum = (items: readonly ItemStanding[], of: (item: ItemStanding) => number): number =>
  items.reduce((total, item) => total + toThousandths(of(item)), 0) / 1000;

/** Pure: the standing of one organization from its judged items; sums are exact. */
export function judgeStanding(edition: Edition, judged: Judged, items: readonly ItemStanding[]): Standing {
  const count = (verdict: Verdict): number => items.filter((i) => i.verdict === verdict).length;
  const known = items.filter((i) => i.verdict === 'met' || i.verdict === 'unmet');
  return {
    ...judged,
    edition: edition.id,
    points: sum(known, (i) => i.points),
    possible: sum(known, (i) => i.of),
    fullMarks: sum(items, (i) => i.of),
    bonus: sum(items, (i) => i.bonus),
    met: count('met'),
    unmet: count('unmet'),
    notApplicable: count('not-applicable'),
    notKnown: count('not-known'),
    warnings: items.reduce((total, i) => total + i.warnings, 0),
    blocked: itemsOf(edition).flatMap((item, i) => {
      const standing = items[i];
      return standing && isBlocked(item, standing) ? [item.code] : [];
    }),
    items,
  };
}
