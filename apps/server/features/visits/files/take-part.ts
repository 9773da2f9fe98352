import type { FileTaken, fileParams, filePartQuery } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Trx } from '../../../database/door.ts';
import { problems } from '../../../http/problem.ts';
import type { Context } from '../../../http/route.ts';
import { signReceipt } from '../entries/sign-receipt.ts';
import { type FileHead, getOwnFile } from './find-file.ts';
import { keepWhole } from './keep-whole.ts';

type In = Context<z.output<typeof fileParams>, z.output<typeof filePartQuery>, Buffer>;

export const largestPart = 320 * 1024;

/**
 * POST /rating/files/:file?at=N: one part, in any order, any number of times. Each is one small transaction; the part that
 * makes the photograph whole is not stored by itself but joined with the others at once.
 */
export async function takePart(context: In): Promise<FileTaken> {
  const { services, actor, params, query, body } = context;
  const part = { at: query.at, content: body };
  if (body.length === 0) throw badPart();
  const { account } = actor;
  const taken = await services.door.asSystem(
    'a part of a photograph of the panelist himself, found by his account',
    async (trx) => {
      const file = await getOwnFile(trx, account, params.file, true);
      if (file.received_at !== null) return { file, received: file.size, fault: undefined };
      if (part.at + part.content.length > file.size) throw badPart();
      const { received, parts } = await joinPart(trx, file, part);
      if (received < file.size) return { file, received, fault: undefined };
      return { file, received, fault: await keepWhole(trx, file, parts) };
    },
  );
  if (taken.fault) throw problems.unprocessable(taken.fault);
  const { file, received } = taken;
  const whole = received === file.size;
  const lines = [{ id: file.id, sha256: file.sha256 }];
  return { received, receipt: whole ? signReceipt(services, account, lines) : null };
}

const badPart = () =>
  problems.badInput([{ path: '', message: '照片的这一段内容不完整，请重新发送这一段。' }]);

export interface Part {
  at: number;
  content: Buffer;
}

/** Where the parts reach without a gap; the parts themselves only once they are all there. */
async function joinPart(trx: Trx, file: FileHead, part: Part): Promise<{ received: number; parts: Part[] }> {
  const heads = await listHeads(trx, file);
  const all = [...heads, { at: part.at, length: part.content.length }];
  const received = reachOf(all);
  if (received >= file.size) return { received: file.size, parts: [...(await listParts(trx, file)), part] };
  const { county, id, organization, path, account } = file;
  await trx
    .insertInto('visit_file_part')
    .values({ county, file: id, organization, path, account, at: part.at, content: part.content })
    // The same place again with more bytes: the longer one holds.
    .onConflict((conflict) =>
      conflict
        .columns(['county', 'file', 'at'])
        .doUpdateSet({ content: part.content })
        .where(sql<boolean>`length(visit_file_part.content) < ${part.content.length}`),
    )
    .execute();
  await trx
    .updateTable('visit_file')
    .set({ received })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
  return { received, parts: [] };
}

/** Bytes from the start without a gap. */
function reachOf(parts: readonly { at: number; length: number }[]): number {
  let reach = 0;
  for (const { at, length } of parts.toSorted((a, b) => a.at - b.at))
    if (at <= reach) reach = Math.max(reach, at + length);
  return reach;
}

const listHeads = (trx: Trx, { county, id }: FileHead): Promise<{ at: number; length: number }[]> =>
  trx
    .selectFrom('visit_file_part')
    .select(['at', (of) => of.fn<number>('length', ['content']).as('length')])
    .where('county', '=', county)
    .where('file', '=', id)
    .execute();

const listParts = (trx: Trx, { county, id }: FileHead): Promise<Part[]> =>
  trx
    .selectFrom('visit_file_part')
    .select(['at', 'content'])
    .where('county', '=', county)
    .where('file', '=', id)
    .execute();
