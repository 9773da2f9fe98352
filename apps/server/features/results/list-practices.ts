import type { PublicNotice } from '@hujian/contract';
import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';
import type { RoundRecord } from '../rounds/rounds.ts';
import { ofRound, selectCounted, stands } from '../visits/entries-in-force.ts';

const most = 200;

/** Good practices of the round that were put down in time and not taken back: where, and what they are called. */
export async function listPractices(
  trx: Trx,
  round: Pick<RoundRecord, 'county' | 'id'>,
): Promise<PublicNotice['practices']> {
  const { rows } = await sql<{ organization: string; title: string }>`
    select o.name as organization, f.body ->> 'title' as title
    from (${selectCounted(sql`${ofRound(round)} and e.kind = 'practice'`)}) f
    join organization o on o.county = ${round.county} and o.id = f.organization
    where ${stands(sql`f.body`)} and f.body ->> 'title' <> ''
    group by o.code, o.name, f.body ->> 'title'
    order by o.code collate "C", f.body ->> 'title'
    limit ${most}`.execute(trx);
  return rows;
}
