import type { PublicNotice } from '@hujian/contract';
import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';
import type { RoundRecord } from '../rounds/rounds.ts';

const most = 200;

/** Good practices of the round that were put down in time and not taken back: where, and what they are called. */
export async function listPractices(
  trx: Trx,
  round: Pick<RoundRecord, 'county' | 'id'>,
): Promise<PublicNotice['practices']> {
  const { rows } = await sql<{ organization: string; title: string }>`
    select o.name as organization, f.title from (
      select distinct on (e.visit, e.panelist, e.field) e.organization, e.body->>'title' as title,
        (e.body->>'gone')::boolean as gone
      from visit_entry e
      join visit v on v.county = e.county and v.id = e.visit and v.state = 'held'
      join round_session s on s.county = e.county and s.id = e.session
      where e.county = ${round.county} and e.round = ${round.id} and e.kind = 'practice'
        and e.revealed and e.received_at <= s.closed_at
      order by e.visit, e.panelist, e.field, e.clock desc, e.device collate "C" desc, e.id desc
    ) f
    join organization o on o.county = ${round.county} and o.id = f.organization
    where not f.gone and f.title <> ''
    group by o.code, o.name, f.title
    order by o.code collate "C", f.title
    limit ${most}`.execute(trx);
  return rows;
}
