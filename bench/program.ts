import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DemoAccount } from '../apps/server/demo/demo-accounts.ts';
import { makeCode } from '../apps/server/demo/totp.ts';
import { programFlags } from '../bin/node24.mjs';

/** The real program in a process of its own, as `npm start` runs it. */
export interface Program {
  address: string;
  /** The most memory the process ever held, in MB; null where the system does not tell. */
  peakMb(): number | null;
  stop(): Promise<void>;
}

const main = resolve(import.meta.dirname, '../apps/server/cli/main.ts');

export async function startProgram(dataFolder: string, say: (message: string) => void): Promise<Program> {
  const child = spawn(
    process.execPath,
    [...programFlags, main, 'start', '--port', '0', '--no-open', '--json'],
    {
      env: { ...process.env, HUJIAN_DATA: dataFolder },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  child.stderr?.on('data', (chunk: Buffer) => say(chunk.toString('utf8').trimEnd()));
  const address = await readAddress(child);
  return {
    address,
    peakMb: () => readPeak(child.pid),
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      const address = /"address":"([^"]+)"/.exec(text)?.[1];
      if (address) found(address);
    });
    child.once('exit', (code) => failed(new Error(`the program ended with ${code}: ${text}`)));
  });
}

/** VmHWM of /proc: the high-water mark of the resident set. */
function readPeak(pid: number | undefined): number | null {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found ? Math.round(Number(found[1]) / 1024) : null;
  } catch {
    return null;
  }
}

/** Signs a demo account in as a person would; returns the cookie. */
export async function signIn(address: string, account: DemoAccount): Promise<string> {
  const entered = await post(address, 'sign-in/username', '', {
    username: account.userName,
    password: account.password,
  });
  if (!account.totp) return entered;
  return post(address, 'two-factor/verify-totp', entered, { code: makeCode(account.totp, new Date()) });
}

async function post(address: string, path: string, cookie: string, body: object): Promise<string> {
  const response = await fetch(new URL(`/api/auth/${path}`, address), {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}
