import type { ResultPacket } from '@hujian/contract';
import { sql } from 'kysely';
import { asSystemWithin, type Trx } from '../../database/door.ts';
import type { RoundRecord } from '../rounds/rounds.ts';
import { ofRound, selectCounted, selectHandedIn } from '../visits/entries-in-force.ts';

/**
 * The scores that count: of held visits, entered before the session was closed, of several for one field the one in force,
 * of sheets that were handed in and not taken back by a later score, for the items that the round froze.
 */
export async function gatherRatings(trx: Trx, round: RoundRecord): Promise<ResultPacket['ratings']> {
  const called = await numberPanelists(trx, round);
  const { rows } = await sql<{ code: string; panelist: number; item: string; score: number }>`
    with in_force as (${selectCounted(sql`${ofRound(round)} and e.kind in ('score', 'submit')`)}),
      handed_in as (${selectHandedIn(sql`in_force`)})
    select o.code, f.panelist, f.item, f.score
    from in_force f
    join handed_in using (visit, panelist)
    join organization o on o.county = ${round.county} and o.id = f.organization
    where f.kind = 'score' and f.score is not null
      and f.item = any (${round.items.map(({ code }) => code)}::text[])
    order by o.code collate "C", f.panelist, f.item collate "C"`.execute(trx);
  return rows.map(({ code, panelist, item, score }) => {
    const { name, home } = called.get(Number(panelist)) ?? { name: `p0`, home: null };
    return { panelist: name, unit: code, item, score: Number(score), ...(home ? { home } : {}) };
  });
}

/** By the panelist's id: p1, p2, … in the order in which they were put on the round, and the code of the home. */
export async function numberPanelists(
  trx: Trx,
  round: Pick<RoundRecord, 'county' | 'id'>,
): Promise<Map<number, { name: string; home: string | null; person: string }>> {
  const rows = await asSystemWithin(trx, 'a panelist may come from outside the subtree of the round', () =>
    trx
      .selectFrom('round_panelist as p')
      .leftJoin('organization as o', (join) =>
        join.onRef('o.county', '=', 'p.county').onRef('o.id', '=', 'p.home'),
      )
      .select(['p.id', 'p.name', 'o.code'])
      .where('p.county', '=', round.county)
      .where('p.round', '=', round.id)
      .orderBy('p.id')
      .execute(),
  );
  return new Map(
    rows.map(({ id, name, code }, at) => [id, { name: `p${at + 1}`, home: code, person: name }]),
  );
}
