import type { RoundPanelist } from '@hujian/contract';
import { sql } from 'kysely';
import { asSystemWithin, type Trx } from '../../database/door.ts';
import type { Context } from '../../http/route.ts';
import { getRound, type RoundRecord } from './rounds.ts';

/**
 * The panelists who have not been withdrawn, with the path and code of where they come from. As the system: homes and
 * accounts may lie outside the subtree of whoever looks.
 */
export const readPanelists = (trx: Trx, round: Pick<RoundRecord, 'county' | 'id'>) =>
  asSystemWithin(trx, 'who may see a round sees where its panelists come from', () =>
    trx
      .selectFrom('round_panelist as p')
      .leftJoin('organization as h', (join) =>
        join.onRef('h.county', '=', 'p.county').onRef('h.id', '=', 'p.home'),
      )
      .leftJoin('account as a', 'a.id', 'p.account')
      .select(['p.id', 'p.name', 'p.post', 'p.home', 'p.account', 'p.part', 'p.unavailable'])
      .select(['h.name as home_name', 'h.path as home_path', 'h.code as home_code', 'a.user_name'])
      .select(
        sql<number>`(select count(*) from visit_seat s join visit v on v.county = s.county and v.id = s.visit
          where s.county = p.county and s.panelist = p.id and v.state <> 'cancelled')`.as('visits'),
      )
      .where('p.county', '=', round.county)
      .where('p.round', '=', round.id)
      .where('p.withdrawn_at', 'is', null)
      .orderBy('p.id')
      .execute(),
  );
export type PanelistRecord = Awaited<ReturnType<typeof readPanelists>>[number];

/** GET /rounds/:round/panelists — those below a published round see nobody: the table shows it to the holder and above. */
export async function listPanelists({
  trx,
  params,
  actor,
}: Context<{ round: number }, unknown, unknown>): Promise<{ rows: RoundPanelist[] }> {
  const round = await getRound(trx, params.round);
  if (!actor.scope || !round.path.startsWith(actor.scope.path)) return { rows: [] };
  return { rows: presentPanelists(await readPanelists(trx, round)) };
}

export const presentPanelists = (rows: readonly PanelistRecord[]): RoundPanelist[] =>
  rows.map((row) => ({
    id: row.id,
    name: row.name,
    post: row.post,
    home: row.home === null ? null : { id: row.home, name: row.home_name ?? '' },
    account: row.account === null ? null : { id: row.account, userName: row.user_name ?? '' },
    part: row.part,
    unavailable: row.unavailable,
    visits: Number(row.visits),
  }));
