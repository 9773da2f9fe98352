import type { ReadyCommand } from './command.ts';
import type { CommandEntry } from './commands/index.ts';
import { listOptions } from './read-options.ts';

/** All commands on one screen. */
export function describeCommands(entries: CommandEntry[]): string {
  const lines = entries.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`);
  return [
    '用法：hujian 命令 [参数] [选项]',
    '',
    ...lines,
    '',
    '每个命令都可以加 --json（结果是一个 JSON 对象，说明在标准错误输出上）和 --help。',
    '环境变量：HUJIAN_DATA 数据文件夹（默认 ./data），PORT 端口，DATABASE_URL 另用一个 PostgreSQL（15 以上）。',
    '退出码：0 完成，1 答案是“否”（例如查出损坏），2 用法不对，3 环境有问题（数据库、磁盘、网络），4 没有权限。',
  ].join('\n');
}

/** One command: what it takes and what each option means. */
export function describeCommand(command: ReadyCommand): string {
  const options = listOptions(command);
  const places = command.positionals.map((key) => {
    const option = options.find((one) => one.key === key);
    const shown = (option?.flag ?? key).toUpperCase();
    return option?.optional ? `[${shown}]` : shown;
  });
  const lines = options.map(({ key, flag, kind, many, summary }) => {
    const shown = command.positionals.includes(key)
      ? flag.toUpperCase()
      : `--${flag}${kind === 'boolean' ? '' : ' 值'}`;
    return `  ${shown.padEnd(20)}${summary}${many ? '（可以写多次）' : ''}`;
  });
  return [`用法：${['hujian', command.name, ...places].join(' ')} [选项]`, '', command.summary, '', ...lines]
    .join('\n')
    .trimEnd();
}
