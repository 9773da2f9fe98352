import { z } from 'zod';
import { migrate } from '../../database/migrate.ts';
import { DemoProblem } from '../../demo/demo-problem.ts';
import { type Demo, fillDemo } from '../../demo/fill-demo.ts';
import { type CommandAnswer, type CommandContext, defineCommand } from '../command.ts';
import { CommandProblem } from '../command-problem.ts';

export const command = defineCommand({
  name: 'demo',
  summary: '在空的数据库里写入一个虚构的示范县，并为每种角色建立一个演示账号。',
  options: z.object({
    again: z.boolean().default(false).describe('清空已有的示范县重做（只对示范县有效）'),
  }),
  run: makeDemo,
});

async function makeDemo(context: CommandContext, { again }: { again: boolean }): Promise<CommandAnswer> {
  const { url, dataFolder } = await context.openDatabase();
  await migrate(url, { log: context.say });
  try {
    const demo = await fillDemo({
      databaseUrl: url,
      dataFolder,
      again,
      rounds: true,
      log: context.say,
    });
    return { json: demo, text: describeDemo(demo) };
  } catch (thrown) {
    if (thrown instanceof DemoProblem) throw new CommandProblem(4, thrown.message);
    throw thrown;
  }
}

/** The passwords are shown here and kept nowhere. */
function describeDemo({ county, rows, standings, rounds, accounts }: Demo): string {
  const lines = accounts.map(
    ({ title, userName, password, organization }) =>
      `  ${userName.padEnd(10)} ${password}  ${title}${organization ? `（${organization}）` : ''}`,
  );
  const codes = accounts.flatMap(({ userName, totp }) => (totp ? [`  ${userName.padEnd(10)} ${totp}`] : []));
  return [
    `示范县已写好：${county.name}，组织 ${rows.organization} 个，人员 ${rows.person} 名，活动 ${rows.activity} 次，参加 ${rows.attendance} 人次，考评结果 ${standings} 份，三互活动 ${rounds} 轮。`,
    '地名、人名和数字都是编造的。演示账号（口令只显示这一次）：',
    ...lines,
    '要求动态口令的角色，请把下面的地址加进验证器应用：',
    ...codes,
  ].join('\n');
}
