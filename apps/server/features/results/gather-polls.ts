import type { ResultPacket } from '@hujian/contract';
import { fewestSlips } from '@hujian/panel';
import type { Trx } from '../../database/door.ts';
import type { RoundRecord } from '../rounds/rounds.ts';

type Poll = NonNullable<ResultPacket['units'][number]['poll']>;

/** The sums of the round's closed ballots, by the unit's id; of several about one unit all slips count alike. */
export async function gatherPolls(trx: Trx, round: RoundRecord): Promise<Map<number, Poll>> {
  const rows = await trx
    .selectFrom('ballot as b')
    .innerJoin('poll as p', (join) => join.onRef('p.county', '=', 'b.county').onRef('p.id', '=', 'b.poll'))
    .select(['b.organization', 'p.slips', 'p.satisfied', 'p.basically', 'p.dissatisfied'])
    .where('b.county', '=', round.county)
    .where('b.round', '=', round.id)
    .where('b.state', '=', 'closed')
    .where('p.slips', '>=', fewestSlips)
    .where('p.withdrawn_at', 'is', null)
    .execute();
  const sums = new Map<number, Poll>();
  for (const { organization, slips, satisfied, basically, dissatisfied } of rows) {
    const sum = sums.get(organization) ?? { slips: 0, satisfied: 0, basically: 0, dissatisfied: 0 };
    sums.set(organization, {
      slips: sum.slips + slips,
      satisfied: sum.satisfied + satisfied,
      basically: sum.basically + basically,
      dissatisfied: sum.dissatisfied + dissatisfied,
    });
  }
  return sums;
}
