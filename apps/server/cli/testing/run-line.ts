import { runCommand } from '../run-command.ts';

export interface LineAnswer {
  exitCode: number;
  out: string;
  err: string;
}

/** Runs a command as it would be typed; what it prints, line by line. */
export async function runLine(...args: string[]): Promise<LineAnswer> {
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = await runCommand(args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    stopped: new AbortController().signal,
  });
  return { exitCode, out: out.join('\n'), err: err.join('\n') };
}
