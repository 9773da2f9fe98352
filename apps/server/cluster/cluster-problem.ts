/** Something outside the program (disk, permission, port, database server) is in the way. The message is for the reader. */
export class ClusterProblem extends Error {
  override readonly name = 'ClusterProblem';
}

/** Turns what the operating system or a PostgreSQL program printed into one sentence that says what to do. */
export function explainFailure(what: string, output: string): ClusterProblem {
  const cause = knownCauses.find(([pattern]) => pattern.test(output));
  if (cause) return new ClusterProblem(`${what}：${cause[1]}`);
  const last = output.trim().split('\n').slice(-3).join(' / ');
  return new ClusterProblem(`${what}。数据库程序的原话：${last || '（没有输出）'}`);
}

const knownCauses: [RegExp, string][] = [
  [/No space left on device|ENOSPC|Disk quota exceeded|EDQUOT/i, '磁盘已满，请腾出至少 1 GB 空间后重试。'],
  [/Read-only file system|EROFS/i, '数据文件夹所在的磁盘是只读的，请用 HUJIAN_DATA 换一个可写的文件夹。'],
  [
    /Permission denied|Operation not permitted|EACCES|EPERM/i,
    '没有读写权限，请检查数据文件夹的所有者，或用 HUJIAN_DATA 换一个可写的文件夹。',
  ],
  [/ENOENT|ENOTDIR|EEXIST/, '这个位置不能建立文件夹，请用 HUJIAN_DATA 换一个。'],
  [/Address already in use|could not bind|EADDRINUSE/i, '端口被别的程序占用，请稍后重试。'],
  [/pre-existing shared memory block|still in use/i, '上一次的数据库进程还没有完全退出，请等一分钟后重试。'],
  [/could not create shared memory|Cannot allocate memory|ENOMEM/i, '内存不足，请关闭一些程序后重试。'],
  [
    /incompatible with server|was initialized by PostgreSQL version/i,
    '数据文件夹是另一个版本的 PostgreSQL 建立的，请用原来的版本导出备份后再恢复。',
  ],
  [
    /error while loading shared libraries|GLIBC_|not found \(required by/i,
    '这台机器的系统库太旧，内置数据库不能运行；请自备 PostgreSQL 15 以上并设置 DATABASE_URL。',
  ],
];

/** The text of whatever was thrown, with the system's error code when there is one. */
export function describeThrown(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const code = 'code' in thrown && typeof thrown.code === 'string' ? `${thrown.code} ` : '';
  return `${code}${thrown.message}`;
}
