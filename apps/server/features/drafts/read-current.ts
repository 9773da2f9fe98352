import type { Rehearsed } from '@hujian/drafting';
import type { Trx } from '../../database/door.ts';
import { readCells, verdictOf } from '../standings/cells.ts';
import type { LoadedEdition } from '../standings/editions.ts';
import { findWaiting } from '../standings/follow-records.ts';

/**
 * The current standings of a place by the edition in force, as a rehearsal compares them; null where they are not all
 * of today and of this revision, or do not count every record yet.
 */
export async function readCurrent(
  trx: Trx,
  edition: LoadedEdition,
  { place, today }: { place: { path: string }; today: string },
): Promise<Rehearsed[] | null> {
  if ((await findWaiting(trx)).since !== null) return null;
  const rows = await trx
    .selectFrom('standing')
    .select([
      'organization',
      'revision',
      'as_of',
      'points',
      'possible',
      'full_marks',
      'verdicts',
      'reached',
      'reachable',
    ])
    .where('evaluation', '=', 0)
    .where('edition', '=', edition.id)
    .where('path', '>=', place.path)
    .where('path', '<', `${place.path}~`)
    .execute();
  if (rows.length === 0) return null;
  if (rows.some((row) => row.as_of !== today || row.revision !== edition.revision)) return null;
  return rows.map((row) => ({
    organization: row.organization,
    points: row.points,
    possible: row.possible,
    fullMarks: row.full_marks,
    items: readCells(row).map(({ v, p, o }) => ({ verdict: verdictOf[v], points: p, of: o })),
  }));
}
