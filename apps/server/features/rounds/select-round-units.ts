import type { Trx } from '../../database/door.ts';
import type { RoundRecord } from './rounds.ts';

/** Who may be visited in a round, as far as the actor sees them: u is the list's row, o the organization, p its parent. */
export const selectRoundUnits = (trx: Trx, round: Pick<RoundRecord, 'county' | 'id'>) =>
  trx
    .selectFrom('round_unit as u')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 'u.county').onRef('o.id', '=', 'u.organization'),
    )
    .leftJoin('organization as p', (join) =>
      join.onRef('p.county', '=', 'o.county').onRef('p.id', '=', 'o.parent'),
    )
    .select(['o.id', 'o.code', 'o.name', 'o.path'])
    .where('u.county', '=', round.county)
    .where('u.round', '=', round.id);
