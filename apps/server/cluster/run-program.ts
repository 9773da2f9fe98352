import { spawn } from 'node:child_process';
import type { ClusterPlace } from './place-cluster.ts';
import { getProgram } from './server-programs.ts';

/** How a program ended and what it printed. */
export interface Outcome {
  code: number;
  output: string;
}

/** Runs one of PostgreSQL's programs as the server's account, with a clean environment. */
export function runProgram(
  place: ClusterPlace,
  name: 'initdb' | 'pg_ctl' | 'postgres',
  args: string[],
  readOutput = true,
): Promise<Outcome> {
  const { account } = place;
  return new Promise((done, fail) => {
    const child = spawn(getProgram(place.programs, name), args, {
      cwd: place.home,
      env: cleanEnvironment(),
      // A server inherits the pipes of pg_ctl and would hold them open for ever, so it gets none.
      stdio: readOutput ? ['ignore', 'pipe', 'pipe'] : 'ignore',
      ...(account.lent ? { uid: account.uid, gid: account.gid } : {}),
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-20_000);
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', fail);
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

/** No PG* setting and no secret of ours reaches the server; the messages that we read stay English. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP'].map((name) => [name, process.env[name]] as const);
  return {
    ...Object.fromEntries(kept.filter(([, value]) => value !== undefined)),
    LANG: 'C',
    LC_ALL: 'C',
    TZ: 'UTC',
  };
}
