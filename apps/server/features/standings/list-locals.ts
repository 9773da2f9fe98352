import type { Basis, LocalParameter } from '@hujian/engine';
import { listPathsAbove, type Trx } from '../../database/door.ts';

/**
 * The stricter numbers that localities have set for a standard: above the scope, on it and below it. With `knownAt`,
 * those that stood at that moment: a saved evaluation is explained by the numbers that it was made with.
 */
export async function listLocals(
  trx: Trx,
  scopePath: string,
  standard: string,
  knownAt: Date | null = null,
): Promise<LocalParameter[]> {
  const rows = await trx
    .selectFrom('local_parameter')
    .select(['organization', 'path', 'standard', 'parameter', 'value', 'valid_from', 'valid_until', 'basis'])
    .where('standard', '=', standard)
    .where((where) =>
      knownAt === null
        ? where('withdrawn_at', 'is', null)
        : where.and([
            where('entered_at', '<=', knownAt),
            where.or([where('withdrawn_at', 'is', null), where('withdrawn_at', '>', knownAt)]),
          ]),
    )
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
