import { readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ClusterProblem, explainFailure } from './cluster-problem.ts';
import { writeSettings } from './cluster-settings.ts';
import type { ClusterPlace } from './place-cluster.ts';
import { isAlive, isServerOf, isTaken, listStragglers } from './process-table.ts';
import { runProgram } from './run-program.ts';

/** What PostgreSQL wrote into its own lock file. */
export interface RunningServer {
  pid: number;
  port: number;
}

/** Reads postmaster.pid; null when there is none or it was cut short by a crash. */
export function findServerFile(place: ClusterPlace): RunningServer | null {
  try {
    const lines = readFileSync(join(place.pgdata, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Math.abs(Number(lines[0]));
    return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3] ?? 0) } : null;
  } catch {
    return null;
  }
}

/** The server of this folder if it lives; a lock file that names another program's process does not count. */
export function findServer(place: ClusterPlace): RunningServer | null {
  const server = findServerFile(place);
  return server && isServerOf(server.pid, realpathSync(place.pgdata)) ? server : null;
}

/** Clears what a crash left: waits for orphaned workers, then removes lock files that bind nobody any more. */
export async function clearRemains(place: ClusterPlace, log: (message: string) => void): Promise<void> {
  const pgdata = realpathSync(place.pgdata);
  for (let waited = 0; listStragglers(pgdata).length > 0; waited += 200) {
    if (waited === 0) log('上一次的数据库进程正在退出，稍候……');
    if (waited >= 10_000) for (const pid of listStragglers(pgdata)) process.kill(pid, 'SIGKILL');
    if (waited >= 15_000) throw new ClusterProblem('上一次的数据库进程不肯退出，请重新启动这台机器后再试。');
    await pause(200);
  }
  const left = findServerFile(place);
  // A free id is PostgreSQL's own business; one that a stranger or an unburied process has would stop it for ever.
  if (left && isTaken(left.pid)) {
    log(`清除失效的数据库锁文件（进程号 ${left.pid} 已不是它的数据库）。`);
    rmSync(join(place.pgdata, 'postmaster.pid'), { force: true });
  }
  for (const name of readdirSync(place.socketFolder)) rmSync(join(place.socketFolder, name), { force: true });
}

/** Starts the server, on the wished port if that is free, and returns the port. */
export async function startServer(
  place: ClusterPlace,
  wishedPort: number | null,
  durable: boolean,
): Promise<number> {
  rotateLog(place.logFile);
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort(attempt === 1 ? wishedPort : null);
    const from = sizeOf(place.logFile);
    const options = writeSettings(place, port, durable).map((part) => `"${part}"`);
    const args = [
      'start',
      '-D',
      place.pgdata,
      '-w',
      '-t',
      '120',
      '-l',
      place.logFile,
      '-o',
      options.join(' '),
    ];
    const { code } = await runProgram(place, 'pg_ctl', args, false);
    if (code === 0) return port;
    const said = readFrom(place.logFile, from);
    const canRetry = /Address already in use|could not bind|pre-existing shared memory/i.test(said);
    if (!canRetry || attempt === 4) throw explainFailure('内置数据库没有启动', said);
    await pause(500);
  }
}

/** Stops the server: politely first, then firmly; returns when it is gone. */
export async function stopServer(place: ClusterPlace): Promise<void> {
  const server = findServer(place);
  if (!server) return;
  for (const mode of ['fast', 'immediate']) {
    if (!isAlive(server.pid)) return;
    await runProgram(place, 'pg_ctl', ['stop', '-D', place.pgdata, '-m', mode, '-w', '-t', '30']);
    // pg_ctl is content when the lock file is gone, which is a moment before the process is.
    for (let waited = 0; isAlive(server.pid) && waited < 5000; waited += 50) await pause(50);
  }
  if (isAlive(server.pid)) process.kill(server.pid, 'SIGKILL');
}

/** A port on the loopback that nobody listens on. */
function findFreePort(wished: number | null): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', () =>
      wished === null ? fail(new ClusterProblem('没有可用的本机端口。')) : done(findFreePort(null)),
    );
    probe.listen({ host: '127.0.0.1', port: wished ?? 0, exclusive: true }, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}

function rotateLog(file: string): void {
  if (sizeOf(file) > 10 * 1024 * 1024) renameSync(file, `${file}.1`);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function readFrom(file: string, from: number): string {
  try {
    return readFileSync(file).subarray(from).toString('utf8').slice(-8000);
  } catch {
    return '';
  }
}
