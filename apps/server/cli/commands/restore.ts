import { resolve } from 'node:path';
import { z } from 'zod';
import { findKeyMark } from '../../backup/key-mark.ts';
import { checkBackup } from '../../backup/read-backup.ts';
import { restoreBackup } from '../../backup/restore-backup.ts';
import { migrate } from '../../database/migrate.ts';
import { defineCommand } from '../command.ts';
import { noteAct } from '../note-act.ts';

export const command = defineCommand({
  name: 'restore',
  summary: '从备份文件恢复全部数据；要么全部恢复，要么保持原样。请先停止程序。',
  positionals: ['file'],
  options: z.object({
    file: z.string().min(1).describe('备份文件'),
    replace: z.boolean().default(false).describe('数据库里已有数据时，用备份替换它们'),
  }),
  run: async (context, { file, replace }) => {
    const path = resolve(file);
    // Before the database is even started: a wrong file must not change the smallest thing.
    await checkBackup(path);
    const { url, dataFolder } = await context.openDatabase({ exclusive: true });
    await migrate(url, { log: context.say });
    const manifest = await restoreBackup(url, path, { replace });
    await noteAct(url, 'system.restore', { madeAt: manifest.madeAt });
    const sameKey = manifest.keyMark === null || manifest.keyMark === findKeyMark(dataFolder);
    if (!sameKey) {
      context.say(
        `注意：备份里的身份证号、电话和动态口令是用另一把密钥加密的。请把原来的 secret.key 放进 ${dataFolder}（或设置 HUJIAN_KEY），否则它们不能读出。`,
      );
    }
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return {
      json: { file: path, rows, tables: manifest.tables.length, madeAt: manifest.madeAt, sameKey },
      text: `已从 ${path} 恢复：${manifest.tables.length} 张表，${rows} 行，备份时间 ${manifest.madeAt}。`,
    };
  },
});
