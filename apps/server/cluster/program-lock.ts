import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ClusterProblem } from './cluster-problem.ts';
import { findBirthMark, isAlive } from './process-table.ts';

/** Who holds a lock: the process, a mark against reuse of its id, and since when (ISO time). */
export interface LockHolder {
  pid: number;
  birthMark: string;
  since: string;
}

/** Takes the lock file or says who holds it. A holder that no longer lives is swept away. */
export function tryLock(file: string): LockHolder | null {
  const mine: LockHolder = {
    pid: process.pid,
    birthMark: findBirthMark(process.pid),
    since: new Date().toISOString(),
  };
  const draft = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  // A link appears at once with its content, so that nobody ever reads half a lock.
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 10; attempt++) {
      if (tryLink(draft, file)) return null;
      const holder = findHolder(file);
      if (holder) return holder;
      sweepAside(file);
    }
    return findHolder(file) ?? mine;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Gives the lock back if it is ours. */
export function unlock(file: string): void {
  if (findHolder(file)?.pid === process.pid) rmSync(file, { force: true });
}

/** Runs the task while holding the lock, waiting for it at most so long (milliseconds). */
export async function withLock<T>(file: string, waitMs: number, task: () => Promise<T>): Promise<T> {
  const until = Date.now() + waitMs;
  for (let holder = tryLock(file); holder; holder = tryLock(file)) {
    if (Date.now() > until) {
      throw new ClusterProblem(
        `另一个互鉴程序（进程号 ${holder.pid}）正在启动或停止数据库，迟迟没有完成；请稍后重试。`,
      );
    }
    await pause(100);
  }
  try {
    return await task();
  } finally {
    unlock(file);
  }
}

/** The living holder of a lock file, or null. */
export function findHolder(file: string): LockHolder | null {
  let holder: LockHolder;
  try {
    holder = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
  if (!isAlive(holder.pid)) return null;
  const mark = findBirthMark(holder.pid);
  return mark === '' || mark === holder.birthMark ? holder : null;
}

/** Living holders of all lock files in a folder. */
export function listHolders(folder: string): LockHolder[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names.flatMap((name) => findHolder(join(folder, name)) ?? []);
}

function tryLink(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST') return false;
    throw thrown;
  }
}

/** Removes a dead lock; if a living one slipped in between, it is put back. */
function sweepAside(file: string): void {
  const aside = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (findHolder(aside)) tryLink(aside, file);
  rmSync(aside, { force: true });
}
