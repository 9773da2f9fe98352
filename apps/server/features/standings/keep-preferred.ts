import type { Trx } from '../../database/door.ts';
import { getEditions } from './editions.ts';
import { byPreference } from './rank-editions.ts';

/** Of the standings of each organization the one by the edition that speaks for it where only one can be shown. */
export async function keepPreferred<Row extends { organization: number; edition: string }>(
  trx: Trx,
  rows: readonly Row[],
): Promise<Map<number, Row>> {
  const editions = await getEditions(trx, [...new Set(rows.map(({ edition }) => edition))]);
  const place = new Map(editions.toSorted(byPreference).map(({ id }, index) => [id, index]));
  const worth = ({ edition }: Row) => place.get(edition) ?? editions.length;
  const kept = new Map<number, Row>();
  for (const row of rows) {
    const other = kept.get(row.organization);
    if (!other || worth(row) < worth(other)) kept.set(row.organization, row);
  }
  return kept;
}
