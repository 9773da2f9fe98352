import type { DocumentFull, DocumentKind, roundDocumentBody } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Trx } from '../../../database/door.ts';
import { problems } from '../../../http/problem.ts';
import type { Context } from '../../../http/route.ts';
import { getOwnRound, ofRound } from '../use-round.ts';
import { getDocument, type OpenDocument, openDocument } from './get-document.ts';

type Saving = Context<{ round: number; kind: DocumentKind }, unknown, z.output<typeof roundDocumentBody>>;

/** POST /rounds/:round/documents/:kind: the words as a person finished them; tables are never among them. */
export async function saveDocument(context: Saving): Promise<DocumentFull> {
  const { trx, actor, params, body, note } = context;
  const round = await getOwnRound(trx, actor, params.round, '公文的修改');
  const open = await openDocument(context);
  if (open.version !== body.version)
    throw problems.conflict('这份公文刚被别人或您在另一个窗口改过，请刷新后在新的内容上再改。');
  const lost = body.words.sections.flatMap(({ table }, at) =>
    table === null || table in open.drafted.tables
      ? []
      : [{ path: `words.sections.${at}.table`, message: '这份公文里没有这张表。' }],
  );
  if (lost.length > 0) throw problems.badInput(lost);
  if (!(await write(context, open))) throw problems.conflict('这份公文刚刚变了，请刷新后再改。');
  note({
    object: `round/${round.id}/${params.kind}`,
    ...ofRound(round),
    details: { version: body.version + 1 },
  });
  return getDocument(context);
}

async function write({ trx, actor, params, body }: Saving, { round }: OpenDocument): Promise<boolean> {
  const words = JSON.stringify(body.words);
  if (body.version === 0) {
    const added = await trx
      .insertInto('round_document')
      .values({ ...ofRound(round), round: round.id, kind: params.kind, words, entered_by: actor.account })
      .onConflict((conflict) => conflict.columns(['county', 'round', 'kind']).doNothing())
      .executeTakeFirst();
    return added.numInsertedOrUpdatedRows === 1n;
  }
  return change(
    trx,
    { ...ofRound(round), round: round.id, kind: params.kind },
    { version: body.version, words, account: actor.account },
  );
}

async function change(
  trx: Trx,
  of: { county: number; round: number; kind: DocumentKind },
  { version, words, account }: { version: number; words: string; account: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('round_document')
    .set({ words, version: version + 1, entered_by: account, changed_at: sql<Date>`clock_timestamp()` })
    .where('county', '=', of.county)
    .where('round', '=', of.round)
    .where('kind', '=', of.kind)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
