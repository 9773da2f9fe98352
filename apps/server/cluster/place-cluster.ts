import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ClusterProblem, describeThrown, explainFailure } from './cluster-problem.ts';
import { canReach, chooseAccount, type ServerAccount } from './server-account.ts';
import { copyPrograms, findPrograms, restoreLinks, type ServerPrograms } from './server-programs.ts';

/** Where everything of one private cluster lies. */
export interface ClusterPlace {
  dataFolder: string;
  /** Folder of pgdata, socket and log; inside the data folder unless the server's account cannot reach that. */
  home: string;
  pgdata: string;
  socketFolder: string;
  logFile: string;
  /** Our own files, readable by us alone. The locks lie with the cluster: a copied data folder must not open it twice. */
  stateFile: string;
  secretFile: string;
  locks: string;
  account: ServerAccount;
  programs: ServerPrograms;
}

/** Folder for clusters whose data folder an unprivileged account cannot reach (for example below /root). */
const sharedFolder = '/var/lib/hujian';

/** Makes the folders of the cluster and decides under whom and from where the server runs. */
export function placeCluster(dataFolder: string): ClusterPlace {
  const data = resolve(dataFolder);
  try {
    makeFolder(data, 0o711);
    const home = findHome(realpathSync(data));
    const account = chooseAccount(join(home, 'pgdata'));
    const place = layOut(realpathSync(data), home, account);
    makeFolder(home, 0o711);
    makeFolder(place.locks, 0o700);
    for (const folder of [place.socketFolder, join(home, 'log')]) makeFolder(folder, 0o700, account);
    return { ...place, programs: choosePrograms(home, account) };
  } catch (thrown) {
    if (thrown instanceof ClusterProblem) throw thrown;
    throw explainFailure(`不能准备数据文件夹 ${data}`, describeThrown(thrown));
  }
}

function layOut(dataFolder: string, home: string, account: ServerAccount): Omit<ClusterPlace, 'programs'> {
  const socketFolder = join(home, 'socket');
  return {
    dataFolder,
    home,
    pgdata: join(home, 'pgdata'),
    socketFolder,
    logFile: join(home, 'log', 'server.log'),
    stateFile: join(dataFolder, 'cluster.json'),
    secretFile: join(dataFolder, 'cluster-secret.json'),
    locks: join(home, 'locks'),
    account,
  };
}

/** Inside the data folder if the account gets there; else in a shared place, remembered by a pointer in the data folder. */
function findHome(data: string): string {
  const pointer = join(data, 'cluster-home.txt');
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim();
  const inside = join(data, 'postgresql');
  if (existsSync(join(inside, 'pgdata')) || canReach(chooseAccount(), data)) return inside;
  const outside = join(sharedFolder, createHash('sha256').update(data).digest('hex').slice(0, 16));
  makeFolder(sharedFolder, 0o711);
  writeFileSync(pointer, `${outside}\n`, { mode: 0o600 });
  return outside;
}

/** Step by step: Node's own way of making parents never ends on file systems that refuse (such as /proc). */
function makeFolder(folder: string, mode: number, owner?: ServerAccount): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder), mode);
  mkdirSync(folder, { mode });
  if (process.platform === 'win32') return;
  chmodSync(folder, mode);
  if (owner?.lent) chownSync(folder, owner.uid, owner.gid);
}

/** The package's own folder if the account reaches it and its links can be mended there; else a copy. */
function choosePrograms(home: string, account: ServerAccount): ServerPrograms {
  const programs = findPrograms();
  try {
    restoreLinks(programs.native);
    if (canReach(account, join(programs.native, 'bin'))) return programs;
  } catch {
    // A folder that we may not write into: a copy of our own can be mended.
  }
  const parent = home.startsWith(`${sharedFolder}/`) ? sharedFolder : home;
  return copyPrograms(programs, parent);
}

/** Bytes free on the disk of the cluster are looked at by the caller; this only says whose folder it is. */
export function requireOwnFolder(place: ClusterPlace): void {
  if (process.platform === 'win32' || !existsSync(place.pgdata)) return;
  const owner = statSync(place.pgdata).uid;
  if (owner === place.account.uid) return;
  throw new ClusterProblem(
    `数据文件夹 ${place.dataFolder} 属于另一个用户（编号 ${owner}），请用那个用户运行，或用 HUJIAN_DATA 换一个文件夹。`,
  );
}
