import { once } from 'node:events';
import { migrate } from '../database/migrate.ts';
import { findFirstLink } from '../features/account/first-link.ts';
import { startServer } from '../http/server.ts';
import { buildWeb } from './build-web.ts';
import type { CommandAnswer, CommandContext } from './command.ts';
import { openBrowser } from './open-browser.ts';

export interface StartOptions {
  port: number;
  host: string;
  open: boolean;
  demo: boolean;
}

/** Brings everything up, says where, and takes it down again in order when asked to end. */
export async function startProgram(context: CommandContext, options: StartOptions): Promise<undefined> {
  context.say('正在准备数据库……');
  const database = await context.openDatabase({ exclusive: true });
  await migrate(database.url, { log: context.say });
  if (options.demo) await fillDemo(context);
  await buildWeb(context.say);
  if (context.stopped.aborted) return;
  const { url, dataFolder } = database;
  const server = await startServer({ databaseUrl: url, dataFolder, port: options.port, host: options.host });
  try {
    const path = await findFirstLink(url);
    context.answer(describeStart(server.address, path));
    if (options.open) openBrowser(path ? new URL(path, server.address).href : server.address);
    if (!context.stopped.aborted) await once(context.stopped, 'abort');
    context.say('正在停止……');
  } finally {
    await server.close();
  }
}

/** The one-time link is shown here and nowhere else; it is never written to a log. */
function describeStart(address: string, path: string | null): CommandAnswer {
  const firstLink = path ? new URL(path, address).href : null;
  const lines = [`互鉴已启动：${address}`];
  if (firstLink)
    lines.push(`首次使用，请在浏览器打开下面的一次性链接，设置第一位管理员的密码：`, `  ${firstLink}`);
  return { text: [...lines, '按 Ctrl+C 停止。'].join('\n'), json: { address, firstLink } };
}

/** The same as the command demo, on the database that is open already. */
async function fillDemo(context: CommandContext): Promise<void> {
  const { command } = await import('./commands/demo.ts');
  const prepared = command.prepare({});
  if (!('run' in prepared)) return;
  const answer = await prepared.run(context);
  if (answer) context.say(answer.text);
}
