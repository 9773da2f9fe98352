import type { StandingAfter } from '@hujian/contract';
import { itemsOf } from '@hujian/engine';
import type { Trx } from '../../database/door.ts';
import { getEdition } from './editions.ts';
import { keepPreferred } from './keep-preferred.ts';
import { briefColumns, presentBrief } from './present-brief.ts';
import { refreshStandings } from './refresh-standings.ts';

/**
 * The standing of one branch after one of its records was written, in the same transaction: it is rolled back with
 * the record. `unit` is the judged organization (of a party group: its branch).
 * @returns the standing by the edition made for its kind, with what moved, or null when nobody judges the branch
 */
export async function refreshStanding(
  trx: Trx,
  where: { county: number; unit: number },
  today: string,
): Promise<StandingAfter | null> {
  const place = await trx
    .selectFrom('organization')
    .select('path')
    .where('county', '=', where.county)
    .where('id', '=', where.unit)
    .executeTakeFirst();
  if (!place) return null;
  const request = { county: where.county, scopePath: place.path, units: [where.unit] };
  const { changed } = await refreshStandings(trx, request, today);
  const rows = await trx
    .selectFrom('standing')
    .select([...briefColumns, 'revision', 'organization'])
    .where('county', '=', where.county)
    .where('evaluation', '=', 0)
    .where('organization', '=', where.unit)
    .execute();
  const row = (await keepPreferred(trx, rows)).get(where.unit);
  if (!row) return null;
  const { edition, title } = await getEdition(trx, row.edition, row.revision);
  const titles = new Map(itemsOf(edition).map((item) => [item.code, item.title]));
  const moved = changed.filter((change) => change.edition === row.edition).flatMap(({ changes }) => changes);
  return {
    ...presentBrief(row, title),
    changed: moved.map((change) => ({ ...change, title: titles.get(change.item) ?? change.item })),
  };
}
