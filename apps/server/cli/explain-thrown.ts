import { BackupProblem } from '../backup/backup-problem.ts';
import { ClusterProblem, describeThrown } from '../cluster/cluster-problem.ts';
import type { ExitCode } from './command.ts';
import { CommandProblem } from './command-problem.ts';

/** The sentence and the exit code for whatever a command threw. */
export function explainThrown(thrown: unknown): { exitCode: ExitCode; message: string } {
  if (thrown instanceof CommandProblem) return { exitCode: thrown.exitCode, message: thrown.message };
  if (thrown instanceof BackupProblem) return { exitCode: thrown.exitCode, message: thrown.message };
  if (thrown instanceof ClusterProblem) return { exitCode: 3, message: thrown.message };
  const status = readField(thrown, 'statusCode') ?? readField(thrown, 'status');
  if (thrown instanceof Error && typeof status === 'number') {
    return {
      exitCode: status === 401 || status === 403 ? 4 : status >= 500 ? 3 : 2,
      message: thrown.message,
    };
  }
  const code = readField(thrown, 'code');
  const known = typeof code === 'string' ? systemCodes[code] : undefined;
  if (known) return { exitCode: 3, message: `${known}（${describeThrown(thrown)}）` };
  if (thrown instanceof Error && /Problem$/.test(thrown.name))
    return { exitCode: 3, message: thrown.message };
  const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return { exitCode: 3, message: `程序遇到没有料到的问题，请把下面的内容告诉维护人员：\n${detail}` };
}

/** Codes of Node and of PostgreSQL that a reader can do something about. */
const systemCodes: Record<string, string> = {
  ENOENT: '找不到文件或文件夹，请检查路径。',
  EACCES: '没有读写这个文件或文件夹的权限。',
  EPERM: '没有读写这个文件或文件夹的权限。',
  EISDIR: '这里应该是文件，却是一个文件夹。',
  ENOSPC: '磁盘已满，请腾出空间后重试。',
  EROFS: '磁盘是只读的，请换一个位置。',
  EADDRINUSE: '端口被别的程序占用，请用 PORT 或 --port 换一个。',
  ECONNREFUSED: '连不上数据库，请检查它是否在运行。',
  ECONNRESET: '与数据库的连接中断，请重试。',
  '53100': '数据库所在的磁盘已满，请腾出空间后重试。',
  '53300': '数据库的连接数已满，请稍后重试。',
  '57P01': '数据库正在关闭，请稍后重试。',
  '57P03': '数据库正在启动，请稍后重试。',
};

function readField(thrown: unknown, name: string): unknown {
  return typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, name) : undefined;
}
