import { verifyChains } from '../audit/verify-chains.ts';
import { createDoor } from '../database/door.ts';
import { openPool } from '../database/open-pool.ts';
import type { CommandAnswer, CommandContext } from './command.ts';
import { CommandProblem } from './command-problem.ts';

/** Walks the audit chains of this installation's database; the first broken link is the answer no. */
export async function verifyAudit(context: CommandContext): Promise<CommandAnswer> {
  const { url } = await context.openDatabase();
  const pool = openPool(url, { max: 1 });
  try {
    const there = await pool.query(`select to_regclass('public.audit_line') is not null as there`);
    if (!there.rows[0]?.there)
      throw new CommandProblem(3, '数据库还是空的，没有审计记录；请先用 hujian start 启动一次。');
    const verdict = await createDoor(pool).asSystem('prove the audit chain', verifyChains);
    const link = verdict.firstBroken;
    const text = link
      ? `审计链在${link.county === 0 ? '程序自身的记录' : `县（编号 ${link.county}）`}的第 ${link.number} 行断开：${link.message}。此前的 ${verdict.checked} 行完好。`
      : `审计链完好：共 ${verdict.checked} 行，逐行相接，没有改动。`;
    return { exitCode: verdict.ok ? 0 : 1, json: { ...verdict }, text };
  } finally {
    await pool.end();
  }
}
