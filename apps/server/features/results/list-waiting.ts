import type { Page, WaitingResult, waitingQuery } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import { decodeCursor, toPage } from '../../http/list-page.ts';
import type { Context } from '../../http/route.ts';
import { selectHeads } from './results.ts';

/** Results that wait for this very organization to accept them, longest waiting first. */
export async function listWaiting({
  trx,
  actor,
  query,
}: Context<unknown, z.output<typeof waitingQuery>, unknown>): Promise<Page<WaitingResult>> {
  const after = decodeCursor(query.after, 1);
  const own = actor.scope?.id ?? 0;
  const rows = await selectHeads(trx)
    .select(sql<number>`jsonb_array_length(s.packet -> 'units')`.as('units'))
    .where('s.state', '=', 'submitted')
    .where((where) =>
      where.or([
        where('s.approver', '=', own),
        where.and([where('s.approver', 'is', null), where('s.organization', '=', own)]),
      ]),
    )
    .$if(after !== undefined, (select) => select.where('s.id', '>', Number(after?.[0])))
    .orderBy('s.id')
    .limit(query.limit + 1)
    .execute();
  return toPage(
    rows,
    query.limit,
    (row) => [row.id],
    (row) => ({
      id: row.id,
      round: { id: row.round, title: row.round_title },
      organization: { id: row.organization, name: row.holder },
      submittedAt: row.changed_at.toISOString(),
      units: row.units,
    }),
  );
}
