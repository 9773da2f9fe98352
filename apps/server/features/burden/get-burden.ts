import type { Trx } from '../../database/door.ts';

/** Fields and uploads that the program asked of a subtree in a month 'YYYY-MM'. */
export async function getBurden(
  trx: Trx,
  path: string,
  month: string,
): Promise<{ month: string; fields: number; uploads: number }> {
  const { fields, uploads } = await trx
    .selectFrom('burden_count')
    .select((select) => [
      select.fn.sum<number>('fields').as('fields'),
      select.fn.sum<number>('uploads').as('uploads'),
    ])
    .where('path', '>=', path)
    .where('path', '<', `${path}~`)
    .where('month', '=', `${month}-01`)
    .executeTakeFirstOrThrow();
  return { month, fields: fields ?? 0, uploads: uploads ?? 0 };
}
