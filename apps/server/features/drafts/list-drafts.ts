import type { DraftRow, draftsQuery, Page } from '@hujian/contract';
import type * as z from 'zod';
import { findAccountNames } from '../../access/find-account-names.ts';
import { decodeCursor, toPage } from '../../http/list-page.ts';
import type { Context } from '../../http/route.ts';
import { presentRow, selectDrafts } from './drafts.ts';

/** The drafts of the actor's subtree, latest first. */
export async function listDrafts({
  trx,
  actor,
  query,
}: Context<unknown, z.output<typeof draftsQuery>, unknown>): Promise<Page<DraftRow>> {
  const after = decodeCursor(query.after, 1);
  const { state } = query;
  const rows = await selectDrafts(trx)
    .$if(state !== undefined, (select) => select.where('d.state', '=', state ?? 'open'))
    .$if(after !== undefined, (select) => select.where('d.id', '<', Number(after?.[0])))
    .orderBy('d.id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const whoIs = await findAccountNames(
    trx,
    rows.map((row) => row.entered_by),
  );
  return toPage(
    rows,
    query.limit,
    (row) => [row.id],
    (row) => presentRow(row, actor, whoIs),
  );
}
