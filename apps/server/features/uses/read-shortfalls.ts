import { type Check, type Edition, itemsOf } from '@hujian/engine';
import type { Trx } from '../../database/door.ts';
import type { RoundRecord } from '../rounds/rounds.ts';
import { getEdition } from '../standings/editions.ts';
import { keepPreferred } from '../standings/keep-preferred.ts';
import { unpackItems } from '../standings/packed-items.ts';
import { brief } from './words.ts';

export interface ItemShortfall {
  item: string;
  title: string;
  /** '2026年第3季度党员大会0次，应有1次' */
  text: string;
  /** Points lost. */
  lost: number;
  checks: { check: Check; short: string | undefined }[];
}

export interface UnitStanding {
  edition: string;
  unmet: ItemShortfall[];
  met: Set<string>;
}

/** What each unit's current standing lacks, by the round's own edition where it has one; one statement for all. */
export async function readShortfalls(
  trx: Trx,
  round: RoundRecord,
  units: readonly { id: number }[],
): Promise<Map<number, UnitStanding>> {
  if (units.length === 0) return new Map();
  const rows = await trx
    .selectFrom('standing')
    .select(['organization', 'edition', 'revision', 'items'])
    .where('county', '=', round.county)
    .where('evaluation', '=', 0)
    .where(
      'organization',
      'in',
      units.map(({ id }) => id),
    )
    .$if(round.standing_edition !== null, (select) =>
      select.where('edition', '=', round.standing_edition ?? ''),
    )
    .execute();
  const found = new Map<number, UnitStanding>();
  for (const [organization, row] of await keepPreferred(trx, rows)) {
    const { edition } = await getEdition(trx, row.edition, row.revision);
    found.set(organization, { edition: row.edition, ...readItems(edition, row.items) });
  }
  return found;
}

function readItems(edition: Edition, stored: unknown): Pick<UnitStanding, 'unmet' | 'met'> {
  const about = new Map(itemsOf(edition).map((item) => [item.code, item]));
  const unmet: ItemShortfall[] = [];
  const met = new Set<string>();
  for (const { item, verdict, points, of, checks } of unpackItems(stored)) {
    if (verdict === 'met') met.add(item);
    if (verdict !== 'unmet') continue;
    const known = about.get(item);
    const failed = checks.flatMap(({ check, verdict: its, short }) => {
      const rule = known?.checks.find(({ id }) => id === check);
      return its === 'unmet' && rule ? [{ check: rule, short }] : [];
    });
    const text = brief(failed.map(({ check, short }) => brief(short ?? check.title, 40)).join('；'), 120);
    unmet.push({ item, title: known?.title ?? item, text, lost: of - points, checks: failed });
  }
  return { unmet: unmet.toSorted((a, b) => b.lost - a.lost || (a.item < b.item ? -1 : 1)), met };
}
