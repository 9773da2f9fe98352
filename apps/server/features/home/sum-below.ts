import type { Home } from '@hujian/contract';
import type { Trx } from '../../database/door.ts';
import { bandOf, countBands, shareNotKnown } from '../standings/band.ts';

/** How the judged organizations of a subtree stand: how many are in which band, never in which place. */
export async function sumBelow(trx: Trx, path: string, edition: string): Promise<NonNullable<Home['below']>> {
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
  };
}
