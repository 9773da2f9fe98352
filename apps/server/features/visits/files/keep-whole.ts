import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import { checkImage, type ImageFault } from './check-image.ts';
import type { FileHead } from './find-file.ts';
import type { Part } from './take-part.ts';

const words: Record<ImageFault | 'hash', string> = {
  hash: '照片在传送中损坏，服务器没有收下，已经清空重来。请保持手机页面打开，照片会从头再传一次。',
  damaged: '这个文件不是完整的照片（JPEG、PNG或WebP），没有收下。请删去后重新拍照或选择照片。',
  'carries-more':
    '照片里带有位置等附加信息，没有收下。请在评议页面里直接拍照，或用手机截屏后再添加，附加信息就不会带上。',
};

/** Joins the parts and keeps the photograph; in words why not, and then nothing of it is kept. */
export async function keepWhole(
  trx: Trx,
  file: FileHead,
  parts: readonly Part[],
): Promise<string | undefined> {
  const bytes = Buffer.alloc(file.size);
  for (const { at, content } of parts) content.copy(bytes, at);
  const isSame = createHash('sha256').update(bytes).digest('hex') === file.sha256;
  const fault = isSame ? checkImage(file.media, bytes) : 'hash';
  await trx
    .deleteFrom('visit_file_part')
    .where('county', '=', file.county)
    .where('file', '=', file.id)
    .execute();
  await trx
    .updateTable('visit_file')
    .set(
      fault
        ? { received: 0 }
        : { received: file.size, content: bytes, received_at: sql<Date>`clock_timestamp()` },
    )
    .where('county', '=', file.county)
    .where('id', '=', file.id)
    .execute();
  return fault && words[fault];
}
