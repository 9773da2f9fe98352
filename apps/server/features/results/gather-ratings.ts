import type { ResultPacket } from '@hujian/contract';
import { sql } from 'kysely';
import { asSystemWithin, type Trx } from '../../database/door.ts';
import type { RoundRecord } from '../rounds/rounds.ts';

/**
 * The scores that count: of held visits, entered before the session was closed, of several for one field the one in force,
 * of sheets that were handed in and not taken back by a later score, for the items that the round froze.
 */
export async function gatherRatings(trx: Trx, round: RoundRecord): Promise<ResultPacket['ratings']> {
  const called = await numberPanelists(trx, round);
  const { rows } = await sql<{ code: string; panelist: number; item: string; score: number }>`
    with counted as (
      select e.visit, e.panelist, e.kind, e.field, e.item, e.score, e.body, e.clock, e.device, e.id, v.organization
      from visit_entry e
      join visit v on v.county = e.county and v.id = e.visit and v.state = 'held'
      join round_session s on s.county = e.county and s.id = e.session
      where e.county = ${round.county} and e.round = ${round.id} and e.kind in ('score', 'submit')
        and e.revealed and e.received_at <= s.closed_at
    ), in_force as (
      select distinct on (visit, panelist, field) * from counted
      order by visit, panelist, field, clock desc, device collate "C" desc, id desc
    ), handed_in as (
      select h.visit, h.panelist from in_force h
      where h.kind = 'submit' and (h.body->>'done')::boolean and not exists (
        select from counted later where later.visit = h.visit and later.panelist = h.panelist
          and later.kind = 'score' and later.clock > h.clock)
    )
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
