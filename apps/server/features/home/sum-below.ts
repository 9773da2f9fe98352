import type { Home } from '@hujian/contract';
import type { Trx } from '../../database/door.ts';
import { bandOf, countBands, shareNotKnown } from '../standings/band.ts';
import type { LoadedEdition } from '../standings/editions.ts';

type Below = NonNullable<Home['below']>;

/** How the judged organizations of a subtree stand: how many are in which band, never in which place. */
export async function sumBelow(
  trx: Trx,
  path: string,
  edition: string,
  others: readonly LoadedEdition[],
): Promise<Below> {
  const rows = await trx
    .selectFrom('standing')
    .select(['points', 'possible', 'full_marks'])
    .where('path', '>=', path)
    .where('path', '<', `${path}~`)
    .where('evaluation', '=', 0)
    .where('edition', '=', edition)
    .execute();
  const reached = rows.map(({ points, possible, full_marks: fullMarks }) => ({
    points,
    possible,
    fullMarks,
  }));
  const sum = (of: 'possible' | 'fullMarks') => reached.reduce((total, one) => total + one[of], 0);
  return {
    count: rows.length,
    byBand: countBands(reached.map(bandOf)),
    notKnownShare: shareNotKnown({ points: 0, possible: sum('possible'), fullMarks: sum('fullMarks') }),
    others: others.length > 0 ? await countOthers(trx, path, others) : [],
  };
}

/** How many are judged by each of the other standards; one that judges nobody here is not told. */
async function countOthers(
  trx: Trx,
  path: string,
  others: readonly LoadedEdition[],
): Promise<Below['others']> {
  const rows = await trx
    .selectFrom('standing')
    .select(['edition', (of) => of.fn.countAll<number>().as('count')])
    .where('path', '>=', path)
    .where('path', '<', `${path}~`)
    .where('evaluation', '=', 0)
    .groupBy('edition')
    .execute();
  const counts = new Map(rows.map((row) => [row.edition, row.count]));
  return others.flatMap(({ id, title }) => {
    const count = counts.get(id) ?? 0;
    return count > 0 ? [{ id, title, count }] : [];
  });
}
