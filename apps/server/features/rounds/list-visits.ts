import type { Page, PlannedVisit, visitsQuery } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import { decodeCursor, encodeCursor } from '../../http/list-page.ts';
import type { Context } from '../../http/route.ts';
import { presentVisits, selectVisits } from './read-visits.ts';
import { getRound } from './rounds.ts';

/** The visits of a round by day, route and turn; those below see their own only. */
export async function listVisits({
  trx,
  params,
  query,
}: Context<{ round: number }, z.output<typeof visitsQuery>, unknown>): Promise<Page<PlannedVisit>> {
  const round = await getRound(trx, params.round);
  const after = decodeCursor(query.after, 4);
  const { on, session } = query;
  const rows = await selectVisits(trx, round)
    .$if(on !== undefined, (select) => select.where('v.planned_on', '=', on ?? ''))
    .$if(session !== undefined, (select) => select.where('v.session', '=', session ?? 0))
    .$if(after !== undefined, (select) =>
      select.where(
        sql<boolean>`(v.planned_on, v.route, v.turn, v.id) > (${String(after?.[0])}::date,
          ${Number(after?.[1])}::int, ${Number(after?.[2])}::int, ${Number(after?.[3])}::bigint)`,
      ),
    )
    .limit(query.limit + 1)
    .execute();
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    rows: await presentVisits(trx, round, shown),
    next:
      rows.length > query.limit && last
        ? encodeCursor([last.planned_on, last.route, last.turn, last.id])
        : null,
  };
}
