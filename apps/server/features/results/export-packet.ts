import { canonicalText } from '@hujian/panel';
import { problems } from '../../http/problem.ts';
import type { Context, FileAnswer } from '../../http/route.ts';
import { auditOf, getResult, isWhole } from './results.ts';

/** GET /results/:result/packet : the file with which anybody computes the result again (`hujian result check`). */
export async function exportPacket({
  trx,
  actor,
  params,
  note,
}: Context<{ result: number }, unknown, unknown>): Promise<FileAnswer> {
  const row = await getResult(trx, params.result);
  // The single scores are in it: for those who hold the round and those above them.
  if (!isWhole(actor, row)) throw problems.notFound('这份评议结果的数据包');
  note(auditOf(row, { sha256: row.sha256 }));
  const { sha256, packet, outcome } = row;
  return {
    fileName: `评议结果-${row.round}-${sha256.slice(0, 8)}.json`,
    contentType: 'application/json; charset=utf-8',
    content: Buffer.from(`${canonicalText({ sha256, packet, outcome })}\n`),
  };
}
