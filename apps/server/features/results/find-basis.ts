import type { ResultPacket } from '@hujian/contract';
import { listPathsAbove, type Trx } from '../../database/door.ts';

/** What allows places to be given at a path on a day: the nearest basis in force, there or above; null: nothing does. */
export async function findBasis(trx: Trx, path: string, day: string): Promise<ResultPacket['basis']> {
  const rows = await trx
    .selectFrom('ranking_basis')
    .select(['id', 'path', 'document', 'number', 'issuer', 'valid_until'])
    .where('path', 'in', [...listPathsAbove(path), path])
    .where('issued_on', '<=', day)
    .where('valid_until', '>=', day)
    .where('withdrawn_at', 'is', null)
    .execute();
  const [nearest] = rows.toSorted((a, b) => b.path.length - a.path.length || b.id - a.id);
  if (!nearest) return null;
  const { document, number, issuer, valid_until: validUntil } = nearest;
  return { document, number, issuer, validUntil };
}
