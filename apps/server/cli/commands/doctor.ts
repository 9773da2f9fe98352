import { z } from 'zod';
import { getDataFolder } from '../../cluster/open-database.ts';
import { defineCommand } from '../command.ts';
import { checkDatabase } from '../doctor/check-database.ts';
import { checkMachine } from '../doctor/check-machine.ts';
import type { Finding } from '../doctor/finding.ts';

export const command = defineCommand({
  name: 'doctor',
  summary: '检查这台机器、数据文件夹和数据库，说明发现的问题和办法。',
  options: z.object({}),
  run: async (context) => {
    const findings: Finding[] = [...checkMachine(getDataFolder()), ...(await checkDatabase(context))];
    const bad = findings.filter(({ good }) => !good);
    const lines = findings.map(({ good, title, text }) => `${good ? '✓' : '✗'} ${title}：${text}`);
    const sum = bad.length === 0 ? '一切正常。' : `有 ${bad.length} 处需要处理，见上面带 ✗ 的行。`;
    return {
      exitCode: bad.length === 0 ? 0 : 1,
      json: { ok: bad.length === 0, findings },
      text: [...lines, sum].join('\n'),
    };
  },
});
