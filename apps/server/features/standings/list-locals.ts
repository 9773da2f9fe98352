import type { Basis, LocalParameter } from '@hujian/engine';
import { listPathsAbove, type Trx } from '../../database/door.ts';

/** The stricter numbers that localities have set for a standard: above the scope, on it and below it. */
export async function listLocals(trx: Trx, scopePath: string, standard: string): Promise<LocalParameter[]> {
  const rows = await trx
    .selectFrom('local_parameter')
    .select(['organization', 'path', 'standard', 'parameter', 'value', 'valid_from', 'valid_until', 'basis'])
    .where('standard', '=', standard)
    .where('withdrawn_at', 'is', null)
    .where((where) =>
      where.or([
        where('path', 'in', [...listPathsAbove(scopePath), scopePath]),
        where.and([where('path', '>=', scopePath), where('path', '<', `${scopePath}~`)]),
      ]),
    )
    .orderBy('id')
    .execute();
  return rows.map(({ valid_from: validFrom, valid_until: validUntil, basis, ...rest }) => ({
    ...rest,
    validFrom,
    validUntil,
    basis: basis as Basis,
  }));
}
