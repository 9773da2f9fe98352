import type { ComparisonView } from '@hujian/contract';
import type { Actor } from '../../access/actor.ts';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import { countBands } from '../standings/band.ts';
import { type ComparisonQuery, compare } from '../standings/compare.ts';

const most = 5000;

/** The whole comparison of a scope, page after page. */
export async function listComparison(
  trx: Trx,
  actor: Actor,
  query: ComparisonQuery,
  today: string,
): Promise<ComparisonView> {
  let page = await compare(trx, actor, { ...query, limit: 500, after: undefined }, today);
  const rows = [...page.rows];
  while (page.next !== null) {
    if (rows.length >= most) throw problems.unprocessable(`范围内超过 ${most} 个组织，请按乡镇分别导出。`);
    page = await compare(trx, actor, { ...query, limit: 500, after: page.next }, today);
    rows.push(...page.rows);
  }
  return { ...page, rows, bands: countBands(rows.map(({ band }) => band)) };
}
