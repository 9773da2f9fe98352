import { z } from 'zod';
import { defineCommand } from '../command.ts';
import { startProgram, usualPort } from '../start-program.ts';

export const command = defineCommand({
  name: 'start',
  summary: '启动程序：准备数据库和网页，打开本机地址。按 Ctrl+C 停止。',
  options: z.object({
    port: z.coerce
      .number('端口应是一个数字')
      .int('端口应是整数')
      .min(0, '端口最小是 0')
      .max(65535, '端口最大是 65535')
      .optional()
      .describe(`端口（默认 PORT 或 ${usualPort}；0 表示任选）`),
    host: z.string().default('127.0.0.1').describe('监听的地址（默认只限本机）'),
    open: z.boolean().default(true).describe('在桌面上打开浏览器（--no-open 不打开）'),
    demo: z.boolean().default(false).describe('先写入示范县的数据（只用于空的数据文件夹）'),
  }),
  endsItself: true,
  run: (context, options) => startProgram(context, { ...options, port: options.port ?? readPort() }),
});

/** The port of the environment; what is no port counts as none. */
function readPort(): number | undefined {
  const given = Number(process.env.PORT || Number.NaN);
  return Number.isInteger(given) && given >= 0 && given < 65_536 ? given : undefined;
}
