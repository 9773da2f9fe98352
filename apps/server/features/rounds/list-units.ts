import type { Page, pageQuery, RoundUnit } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import { decodeCursor, toPage } from '../../http/list-page.ts';
import type { Context } from '../../http/route.ts';
import { getRound } from './rounds.ts';
import { selectRoundUnits } from './select-round-units.ts';

/** Who may be visited in a round and who will be, by code; those below see themselves only. */
export async function listRoundUnits({
  trx,
  params,
  query,
}: Context<{ round: number }, z.output<typeof pageQuery>, unknown>): Promise<Page<RoundUnit>> {
  const round = await getRound(trx, params.round);
  const after = decodeCursor(query.after, 2);
  const rows = await selectRoundUnits(trx, round)
    .select(['u.class', 'u.risk', 'u.waited', 'u.chosen', 'u.how', 'u.reason', 'u.why'])
    .select(['o.latitude', 'o.longitude', 'p.name as parent_name'])
    .$if(after !== undefined, (select) =>
      select.where(sql<boolean>`(o.code, o.id) > (${String(after?.[0])}, ${Number(after?.[1])}::bigint)`),
    )
    .orderBy('o.code')
    .orderBy('o.id')
    .limit(query.limit + 1)
    .execute();
  return toPage(
    rows,
    query.limit,
    (row) => [row.code, row.id],
    (row) => ({
      organization: { id: row.id, name: row.name, code: row.code, parentName: row.parent_name ?? '' },
      class: row.class,
      risk: row.risk,
      waited: row.waited,
      chosen: row.chosen,
      how: row.how,
      reason: row.reason,
      why: row.why,
      hasPosition: row.latitude !== null && row.longitude !== null,
    }),
  );
}
