import type { fileParams } from '@hujian/contract';
import type * as z from 'zod';
import { problems } from '../../../http/problem.ts';
import type { Context, FileAnswer } from '../../../http/route.ts';

const endings = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const;

/** GET /rating/files/:file: the panelist's own; others' once the session is closed. Row-level security decides. */
export async function getPhoto({
  trx,
  params,
}: Context<z.output<typeof fileParams>, unknown, unknown>): Promise<FileAnswer> {
  const file = await trx
    .selectFrom('visit_file')
    .select(['media', 'content'])
    .where('id', '=', params.file)
    .where('content', 'is not', null)
    .executeTakeFirst();
  if (!file?.content) throw problems.notFound('这张照片');
  return {
    fileName: `${params.file}.${endings[file.media]}`,
    contentType: file.media,
    content: file.content,
  };
}
