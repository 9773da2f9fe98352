import { sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import { keptMark } from '../../../database/keep-statements.ts';
import { shareSession } from './lock-sessions.ts';

/** A panelist's place at a visit, with all that taking an entry needs to know. */
export interface Seat {
  visit: number;
  panelist: number;
  county: number;
  organization: number;
  path: string;
  round: number;
  session: number;
  visitState: 'planned' | 'held' | 'cancelled';
  roundState: 'draft' | 'published' | 'closed' | 'cancelled';
  withdrawn: boolean;
  items: Set<string>;
}

/**
 * The seats of an account at some visits, in one statement. It shares the locks of their sessions (lock-sessions.ts). They are found by the account alone: a panelist judges
 * villages that lie outside his own subtree. Only for the program's own role.
 */
export async function findSeats(
  trx: Trx,
  account: string,
  visits: readonly number[],
): Promise<Map<number, Seat>> {
  const { rows } = await sql<Omit<Seat, 'items'> & { items: string[] }>`${sql.raw(keptMark)}
    select ${shareSession(sql.ref('v.session'))}, v.id as visit, p.id as panelist, v.county, v.organization, v.path, v.round, v.session,
           v.state as "visitState", r.state as "roundState", p.withdrawn_at is not null as withdrawn,
           coalesce(i.items, '{}') as items
    from visit v
    join visit_seat s on s.county = v.county and s.visit = v.id
    join round_panelist p on p.county = s.county and p.id = s.panelist and p.account = ${account}
    join round r on r.county = v.county and r.id = v.round
    cross join lateral (select array_agg(item ->> 'code') as items from jsonb_array_elements(r.items) item) i
    where v.id = any (${[...visits]}::bigint[])
    order by p.withdrawn_at nulls last`.execute(trx);
  // Of a seat that was withdrawn and given again, the one that holds comes last and stays.
  return new Map(rows.map((row) => [row.visit, { ...row, items: new Set(row.items) }]));
}

/** Why nothing can be put down at a visit, in the panelist's words; undefined: it can. */
export function refuseSeat(seat: Seat | undefined): { code: string; message: string } | undefined {
  if (!seat || seat.roundState === 'draft')
    return {
      code: 'no-seat',
      message: '您不在这次观摩的评议人员名单上，这条没有收下。如名单有误，请联系活动组织者。',
    };
  if (seat.withdrawn)
    return {
      code: 'withdrawn',
      message: '您已不再担任本轮评议人员，这条没有收下。手机上仍然保留，如有疑问请联系活动组织者。',
    };
  if (seat.visitState === 'cancelled')
    return {
      code: 'visit-cancelled',
      message: '这次观摩已经取消，这条没有收下。手机上仍然保留，如已实地看过，请联系活动组织者。',
    };
  return undefined;
}
