import type { ResultState } from '@hujian/contract';
import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';
import type { RoundRecord } from '../rounds/rounds.ts';

/** How far a round has come, in one statement: what its documents wait for. */
export interface Stage {
  state: RoundRecord['state'];
  visits: number;
  open_sessions: number;
  closed_sessions: number;
  result: ResultState | null;
  ranked: boolean | null;
  funds: number;
  proposals: number;
  follow_ups: number;
}

export async function readStage(trx: Trx, round: RoundRecord): Promise<Stage> {
  const of = sql`county = ${round.county} and round = ${round.id}`;
  const { rows } = await sql<Omit<Stage, 'state'>>`
    select (select count(*)::int from visit where ${of} and state <> 'cancelled') as visits,
           (select count(*)::int from round_session where ${of} and state = 'open') as open_sessions,
           (select count(*)::int from round_session where ${of} and state = 'closed') as closed_sessions,
           (select state from round_result where ${of}) as result,
           (select ranked from round_result where ${of}) as ranked,
           (select count(*)::int from award_fund where ${of}) as funds,
           (select count(*)::int from class_proposal where ${of}) as proposals,
           (select count(*)::int from follow_up where ${of}) as follow_ups`.execute(trx);
  const found = rows[0];
  if (!found) throw new Error('counts give one row');
  return { ...found, state: round.state };
}
