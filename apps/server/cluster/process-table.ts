import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';

/** Whether a process of this id works, whoever owns it; one that is dead but not yet reaped by its parent does not. */
export function isAlive(pid: number): boolean {
  return isTaken(pid) && !isZombie(pid);
}

/** Whether the id is in use at all, which is all that PostgreSQL looks at. */
export function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}

function isZombie(pid: number): boolean {
  return readStat(pid)?.[0] === 'Z';
}

/** The fields of /proc/…/stat from the state on. The program's name before them may hold blanks and brackets. */
function readStat(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** A mark that tells this process from an earlier one with the same id: clock ticks since boot on Linux, else ''. */
export function findBirthMark(pid: number): string {
  const started = readStat(pid)?.[19];
  if (started === undefined) return '';
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${started}`;
}

/** Whether this process is a PostgreSQL postmaster that serves this very folder (pids are reused by other programs). */
export function isServerOf(pid: number, pgdata: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    if (readlinkSync(`/proc/${pid}/cwd`) === realpathSync(pgdata)) return true;
  } catch {
    // Not Linux, or a process of another user: its command line is what is left to look at.
  }
  const command = findCommand(pid);
  return command === undefined || (/postgres/.test(command) && command.includes(pgdata));
}

/** The command line, or undefined where the system does not tell. */
function findCommand(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    // Fall through to ps.
  }
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return undefined;
  }
}

/**
 * Ids of processes whose working folder is this one: PostgreSQL's workers outlive a killed postmaster for a moment
 * and must be gone before its lock file may be removed. Linux only; elsewhere PostgreSQL's own check has to do.
 */
export function listStragglers(pgdata: string): number[] {
  let entries: string[];
  try {
    entries = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
  return entries.map(Number).filter((pid) => {
    try {
      return (
        readlinkSync(`/proc/${pid}/cwd`) === pgdata &&
        /^postgres/.test(readFileSync(`/proc/${pid}/comm`, 'utf8'))
      );
    } catch {
      return false;
    }
  });
}
