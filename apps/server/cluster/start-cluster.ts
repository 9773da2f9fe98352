import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClusterProblem, describeThrown } from './cluster-problem.ts';
import { readSecret } from './cluster-secret.ts';
import { clearRemains, findServer, startServer, stopServer } from './control-server.ts';
import { createCluster } from './create-cluster.ts';
import { findUsable, ownerUrl } from './inspect-server.ts';
import { type ClusterPlace, placeCluster, requireOwnFolder } from './place-cluster.ts';
import { prepareDatabase } from './prepare-database.ts';
import { listHolders, tryLock, unlock, withLock } from './program-lock.ts';
import { watchServer } from './watch-server.ts';

export interface ClusterOptions {
  dataFolder: string;
  log: (message: string) => void;
  /** A command of the moment: uses a running server and leaves it running for others. Default: the one program of the folder. */
  shared?: boolean;
  /** Off only for tests: gives up safety against power failure for speed. */
  durable?: boolean;
}

/** A private server in use. The url holds a password: hand it on, never log it. */
export interface Cluster {
  url: string;
  stop(): Promise<void>;
  describe(): ClusterDescription;
}

export interface ClusterDescription {
  dataFolder: string;
  clusterFolder: string;
  port: number;
  pid: number | null;
  version: string;
  account: string;
  adopted: boolean;
}

/** Brings up the private PostgreSQL of a data folder: creates it, adopts a running one or starts it. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const place = placeCluster(options.dataFolder);
  requireOwnFolder(place);
  const releaseProgram = options.shared ? () => undefined : takeProgramLock(place);
  const lease = join(place.locks, 'users', `${process.pid}-${leaseNumber()}`);
  const bringUpAlone = () =>
    withLock(join(place.locks, 'starting'), 180_000, async () => {
      const started = await bringUp(place, options);
      tryLock(lease);
      return started;
    });
  try {
    const running = await bringUpAlone();
    const endWatch = options.shared ? async () => undefined : watch(place, options.log, bringUpAlone);
    return {
      url: running.url,
      stop: async () => {
        await endWatch();
        await leave(place, lease);
        releaseProgram();
      },
      describe: () => describePlace(place, running),
    };
  } catch (thrown) {
    releaseProgram();
    throw thrown;
  }
}

/** The one program of a folder brings its server up again, on the same port, when somebody killed it. */
function watch(place: ClusterPlace, log: (message: string) => void, bringUpAgain: () => Promise<Running>) {
  const lives = () => findServer(place) !== null;
  return watchServer(lives, async () => {
    log('数据库意外停止，正在重新启动……');
    await bringUpAgain().then(
      () => log('数据库已恢复运行。'),
      (thrown: unknown) => log(`数据库没有恢复，稍后再试：${describeThrown(thrown)}`),
    );
  });
}

interface Running {
  url: string;
  port: number;
  adopted: boolean;
}

async function bringUp(place: ClusterPlace, { log, durable = true }: ClusterOptions): Promise<Running> {
  const secret = readSecret(place);
  await createCluster(place, secret);
  const usable = await findUsable(place, secret, durable);
  let port = usable?.port;
  if (port === undefined) {
    if (findServer(place)) {
      log('上一次留下的数据库不能继续使用，先停止它……');
      await stopServer(place);
    }
    await clearRemains(place, log);
    port = await startServer(place, readPort(place), durable);
  }
  writePort(place, port);
  await prepareDatabase(secret, port);
  return { url: ownerUrl(secret, port), port, adopted: usable !== null };
}

/** The last program that leaves stops the server; anybody still there keeps it. */
async function leave(place: ClusterPlace, lease: string): Promise<void> {
  await withLock(join(place.locks, 'starting'), 180_000, async () => {
    unlock(lease);
    if (listHolders(join(place.locks, 'users')).length === 0) await stopServer(place);
  });
}

function takeProgramLock(place: ClusterPlace): () => void {
  const file = join(place.locks, 'program');
  const holder = tryLock(file);
  if (holder) {
    const since = new Date(holder.since).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' });
    throw new ClusterProblem(
      `数据文件夹 ${place.dataFolder} 正被另一个互鉴程序使用（进程号 ${holder.pid}，${since} 启动）；请先关闭它，或用 HUJIAN_DATA 换一个文件夹。`,
    );
  }
  return () => unlock(file);
}

/** What the doctor tells about a cluster without starting it. */
export function describePlace(
  place: ClusterPlace,
  running: Pick<Running, 'port' | 'adopted'>,
): ClusterDescription {
  return {
    dataFolder: place.dataFolder,
    clusterFolder: place.home,
    port: running.port,
    pid: findServer(place)?.pid ?? null,
    version: place.programs.version,
    account: place.account.name,
    adopted: running.adopted,
  };
}

function readPort(place: ClusterPlace): number | null {
  try {
    const state: { port: number } = JSON.parse(readFileSync(place.stateFile, 'utf8'));
    return Number.isInteger(state.port) ? state.port : null;
  } catch {
    return null;
  }
}

function writePort(place: ClusterPlace, port: number): void {
  if (readPort(place) === port) return;
  const draft = `${place.stateFile}.new`;
  writeFileSync(draft, JSON.stringify({ port }), { mode: 0o600, flush: true });
  renameSync(draft, place.stateFile);
}

let leases = 0;

function leaseNumber(): number {
  leases += 1;
  return leases;
}
