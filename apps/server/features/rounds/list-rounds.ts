import type { Page, RoundRow, roundsQuery } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import { decodeCursor, toPage } from '../../http/list-page.ts';
import type { Context } from '../../http/route.ts';
import { presentRow, selectCounted } from './present-round.ts';

/** The rounds that the actor may see, the latest period first. */
export async function listRounds({
  trx,
  actor,
  query,
}: Context<unknown, z.output<typeof roundsQuery>, unknown>): Promise<Page<RoundRow>> {
  const after = decodeCursor(query.after, 2);
  const { state, organization } = query;
  const rows = await selectCounted(trx)
    .$if(state !== undefined, (select) => select.where('r.state', '=', state ?? 'draft'))
    .$if(organization !== undefined, (select) => select.where('r.organization', '=', organization ?? 0))
    .$if(after !== undefined, (select) =>
      select.where(
        sql<boolean>`(r.period_from, r.id) < (${String(after?.[0])}::date, ${Number(after?.[1])}::bigint)`,
      ),
    )
    .orderBy('r.period_from', 'desc')
    .orderBy('r.id', 'desc')
    .limit(query.limit + 1)
    .execute();
  return toPage(
    rows,
    query.limit,
    (row) => [row.period_from, row.id],
    (row) => presentRow(row, actor),
  );
}
