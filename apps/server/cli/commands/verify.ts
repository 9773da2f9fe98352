import { resolve } from 'node:path';
import { z } from 'zod';
import { BackupProblem } from '../../backup/backup-problem.ts';
import { checkBackup } from '../../backup/read-backup.ts';
import type { CommandAnswer } from '../command.ts';
import { defineCommand } from '../command.ts';
import { verifyAudit } from '../verify-audit.ts';

export const command = defineCommand({
  name: 'verify',
  summary: '给出文件时检查备份是否完好；不给文件时证明审计记录没有被改动。',
  positionals: ['file'],
  options: z.object({ file: z.string().min(1).optional().describe('备份文件') }),
  run: async (context, { file }) => (file ? verifyFile(resolve(file)) : verifyAudit(context)),
});

async function verifyFile(path: string): Promise<CommandAnswer> {
  try {
    const { madeAt, tables } = await checkBackup(path);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    return {
      json: { ok: true, file: path, madeAt, tables: tables.length, rows },
      text: `备份文件完好：${tables.length} 张表，${rows} 行，备份时间 ${madeAt}。`,
    };
  } catch (thrown) {
    if (!(thrown instanceof BackupProblem)) throw thrown;
    return { exitCode: 1, json: { ok: false, file: path, message: thrown.message }, text: thrown.message };
  }
}
