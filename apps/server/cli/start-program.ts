import { once } from 'node:events';
import { migrate } from '../database/migrate.ts';
import { hasDemo } from '../demo/is-demo.ts';
import { findFirstLink } from '../features/account/first-link.ts';
import { type RunningServer, type ServerOptions, startServer } from '../http/server.ts';
import { buildWeb } from './build-web.ts';
import type { CommandAnswer, CommandContext } from './command.ts';
import { openBrowser } from './open-browser.ts';

export const usualPort = 4180;

export interface StartOptions {
  port?: number | undefined;
  host: string;
  open: boolean;
  demo: boolean;
}

/** Brings everything up, says where, and takes it down again in order when asked to end. */
export async function startProgram(context: CommandContext, options: StartOptions): Promise<undefined> {
  context.say('正在准备数据库……');
  const { url, dataFolder } = await context.openDatabase({ exclusive: true });
  await migrate(url, { log: context.say });
  if (options.demo) await fillDemo(context);
  await buildWeb(context.say);
  if (context.stopped.aborted) return;
  const server = await listen(context, options.port, {
    databaseUrl: url,
    dataFolder,
    host: options.host,
    port: options.port ?? usualPort,
    demo: await hasDemo(url),
    origin: process.env.HUJIAN_ORIGIN,
    log: context.say,
  });
  try {
    const path = await findFirstLink(url);
    context.answer(describeStart(server.url, path));
    if (options.open) openBrowser(path ? new URL(path, server.url).href : server.url);
    if (!context.stopped.aborted) await once(context.stopped, 'abort');
    context.say('正在停止……');
  } finally {
    await server.close();
  }
}

/** A port that was asked for is used or refused; the usual one gives way to any free one. */
async function listen(
  context: CommandContext,
  wished: number | undefined,
  options: ServerOptions,
): Promise<RunningServer> {
  try {
    return await startServer(options);
  } catch (thrown) {
    const taken = thrown instanceof Error && 'code' in thrown && thrown.code === 'EADDRINUSE';
    if (!taken || wished !== undefined) throw thrown;
    context.say(`端口 ${usualPort} 被别的程序占用，另选一个。`);
    return startServer({ ...options, port: 0 });
  }
}

/** The one-time link is shown here and nowhere else; it is never written to a log. */
function describeStart(address: string, path: string | null): CommandAnswer {
  const firstLink = path ? new URL(path, address).href : null;
  const lines = [`互鉴已启动：${address}`];
  if (firstLink) {
    lines.push('首次使用，请在浏览器打开下面的一次性链接，设置第一位管理员的密码：', `  ${firstLink}`);
  }
  return { text: [...lines, '按 Ctrl+C 停止。'].join('\n'), json: { address, firstLink } };
}

/** The same as the command demo, on the database that is open already; a demo county that is there stays. */
async function fillDemo(context: CommandContext): Promise<void> {
  const [{ command }, { hasDemo }] = await Promise.all([
    import('./commands/demo.ts'),
    import('../demo/is-demo.ts'),
  ]);
  const { url } = await context.openDatabase();
  if (await hasDemo(url)) {
    context.say(
      '这里已经有示范县，直接启动。演示账号的口令只在写入时显示过；要重做请先运行 hujian demo --again。',
    );
    return;
  }
  const prepared = command.prepare({});
  if (!('run' in prepared)) return;
  const answer = await prepared.run(context);
  if (answer) context.say(answer.text);
}
