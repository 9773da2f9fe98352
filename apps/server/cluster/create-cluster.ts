import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ClusterProblem, explainFailure } from './cluster-problem.ts';
import type { ClusterSecret } from './cluster-secret.ts';
import type { ClusterPlace } from './place-cluster.ts';
import { runProgram } from './run-program.ts';

const minimumFreeBytes = 300 * 1024 * 1024;

/** Creates the cluster's files if there are none; a creation that was cut short leaves nothing that looks finished. */
export async function createCluster(place: ClusterPlace, secret: ClusterSecret): Promise<void> {
  if (existsSync(join(place.pgdata, 'PG_VERSION'))) return;
  requireFreeDisk(place);
  const draft = `${place.pgdata}.new`;
  const passwordFile = join(place.home, 'password.tmp');
  rmSync(draft, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  try {
    mkdirSync(draft, { mode: 0o700 });
    chmodSync(draft, 0o700);
    writeFileSync(passwordFile, `${secret.superuser}\n`, { mode: 0o600, flag: 'wx' });
    if (place.account.lent)
      for (const path of [draft, passwordFile]) chownSync(path, place.account.uid, place.account.gid);
    const { code, output } = await runProgram(place, 'initdb', initOptions(draft, passwordFile));
    if (code !== 0) throw explainFailure('不能建立内置数据库', output);
    renameSync(draft, place.pgdata);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function initOptions(pgdata: string, passwordFile: string): string[] {
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--encoding=UTF8'];
  const access = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  return [`--pgdata=${pgdata}`, ...locale, ...access, '--data-checksums', '--no-instructions'];
}

function requireFreeDisk(place: ClusterPlace): void {
  const disk = statfsSync(place.home);
  if (disk.bavail * disk.bsize >= minimumFreeBytes) return;
  throw new ClusterProblem(
    `磁盘空间不足：${place.home} 所在的磁盘剩余不到 300 MB，请腾出空间或用 HUJIAN_DATA 换一个磁盘。`,
  );
}
