import type { VisitEntry } from '@hujian/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import { keptMark } from '../../../database/keep-statements.ts';
import { judging } from '../../rounds/recusal.ts';
import { shareSession } from './lock-sessions.ts';
import { type KeptEntry, presentEntry } from './present-entry.ts';

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
  /** With a sheet: scores and the handing in are taken. */
  judges: boolean;
  items: Set<string>;
}

/** Which of the panelist's own entries to bring along: of no such device, come in after `known` (ISO) if that is told. */
export interface Elsewhere {
  devices: readonly string[];
  known: string | undefined;
}

interface SeatRow extends Omit<Seat, 'items'> {
  items: string[];
  others: KeptEntry[] | null;
}

/**
 * The seats of an account at some visits, in one statement, and what the same panelist put down for them elsewhere. It
 * shares the locks of their sessions (lock-sessions.ts). They are found by the account alone: a panelist judges villages
 * that lie outside his own subtree. Only for the program's own role.
 */
export async function findSeats(
  trx: Trx,
  account: string,
  visits: readonly number[],
  elsewhere?: Elsewhere,
): Promise<{ seats: Map<number, Seat>; others: VisitEntry[] }> {
  const { rows } = await sql<SeatRow>`${sql.raw(keptMark)}
    select ${shareSession(sql.ref('v.session'))}, v.id as visit, p.id as panelist, v.county, v.organization, v.path, v.round, v.session,
           v.state as "visitState", r.state as "roundState", p.withdrawn_at is not null as withdrawn,
           p.part = any (${[...judging]}::text[]) as judges,
           coalesce(i.items, '{}') as items, ${elsewhere ? selectOthers(elsewhere) : sql`null`} as others
    from visit v
    join visit_seat s on s.county = v.county and s.visit = v.id
    join round_panelist p on p.county = s.county and p.id = s.panelist and p.account = ${account}
    join round r on r.county = v.county and r.id = v.round
    cross join lateral (select array_agg(item ->> 'code') as items from jsonb_array_elements(r.items) item) i
    where v.id = any (${[...visits]}::bigint[])
    order by p.withdrawn_at nulls last`.execute(trx);
  // Of a seat that was withdrawn and given again, the one that holds comes last and stays.
  const seats = new Map(
    rows.map(({ others: _, ...row }) => [row.visit, { ...row, items: new Set(row.items) }]),
  );
  return { seats, others: rows.flatMap(({ others }) => others ?? []).map(presentEntry) };
}

/** Commits that were under way when the phone last asked are seen the next time. */
const overlap = '2 minutes';

const selectOthers = ({ devices, known }: Elsewhere): RawBuilder<KeptEntry[] | null> => sql`
  (select json_agg(json_build_object('id', e.id, 'visit', e.visit, 'field', e.field, 'item', e.item, 'body', e.body,
      'clock', e.clock, 'device', e.device, 'version', e.version, 'made_at', e.made_at))
    from visit_entry e
    where e.county = v.county and e.visit = v.id and e.panelist = p.id and e.account = p.account
      and e.device <> all (${[...devices]}::text[]) and e.received_at > ${known ?? '-infinity'}::timestamptz - ${sql.lit(overlap)}::interval)`;

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
