import type { fileBody } from '@hujian/contract';
import type { Selectable } from 'kysely';
import type * as z from 'zod';
import type { Trx } from '../../../database/door.ts';
import type { VisitFileTable } from '../../../database/tables.ts';
import { Problem, problems } from '../../../http/problem.ts';

export type FileBody = z.output<typeof fileBody>;

const columns = [
  'county',
  'id',
  'organization',
  'path',
  'account',
  'media',
  'size',
  'received',
  'sha256',
  'received_at',
] as const satisfies readonly (keyof VisitFileTable)[];
/** What is known of a photograph, without its bytes. */
export type FileHead = Pick<Selectable<VisitFileTable>, (typeof columns)[number]>;

/** A panelist's own photograph. Throws not-found. `alone`: whoever else sends a part of it waits. */
export async function getOwnFile(trx: Trx, account: string, id: string, alone: boolean): Promise<FileHead> {
  const found = await trx
    .selectFrom('visit_file')
    .select(columns)
    .where('id', '=', id)
    .where('account', '=', account)
    .$if(alone, (select) => select.forUpdate())
    .executeTakeFirst();
  if (!found) throw problems.notFound('这张照片的登记');
  return found;
}

export const otherFile = () =>
  new Problem(
    409,
    'other-content',
    '服务器上已有一张编号相同而内容不同的照片，这张没有收下。请在手机上重新添加。',
  );
