import { resolve } from 'node:path';
import { z } from 'zod';
import { findKeyMark } from '../../backup/key-mark.ts';
import { writeBackup } from '../../backup/write-backup.ts';
import { defineCommand } from '../command.ts';
import { noteAct } from '../note-act.ts';

export const command = defineCommand({
  name: 'backup',
  summary: '把全部数据备份到一个文件。程序可以照常运行，备份是同一时刻的完整状态。',
  positionals: ['file'],
  options: z.object({ file: z.string().min(1).describe('备份文件；已有同名文件时替换它') }),
  run: async (context, { file }) => {
    const path = resolve(file);
    const { url, dataFolder } = await context.openDatabase();
    const { manifest, bytes } = await writeBackup(url, path, findKeyMark(dataFolder));
    await noteAct(url, 'system.backup', { bytes, madeAt: manifest.madeAt });
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    context.say('提醒：身份证号、电话的密钥（数据文件夹里的 secret.key）不在备份里，请另行妥善保存。');
    return {
      json: { file: path, bytes, rows, tables: manifest.tables.length, madeAt: manifest.madeAt },
      text: `已备份到 ${path}：${manifest.tables.length} 张表，${rows} 行，${bytes} 字节。`,
    };
  },
});
