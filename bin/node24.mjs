import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { pathToFileURL } from 'node:url';
import { runNpm } from './dependencies.mjs';
import { give, inRoot, say } from './root.mjs';

const neededMajor = 24;

/** A third less memory for the long-running program, for a few hundredths of its time. */
export const programFlags = ['--max-semi-space-size=8'];

/** Runs a file of the checkout on Node 24 or later: here if this is one, else in a child that gets our signals. */
export async function runOnNode24(file, args, flags = []) {
  if (isOwnNodeEnough() && flags.length === 0) {
    process.argv = [process.execPath, inRoot(file), ...args];
    await import(pathToFileURL(inRoot(file)).href);
    return;
  }
  process.exitCode = await spawnForwarding(findNode24(), [...flags, inRoot(file), ...args]);
}

/** The path of a Node 24 or later; fetches one if install scripts were not allowed to. */
export function findNode24() {
  if (isOwnNodeEnough()) return process.execPath;
  const found = listCandidates().find(works) ?? fetchNode();
  return found ?? give(`需要 Node.js ${neededMajor} 或更新的版本：自动下载没有成功，请自行安装后重新运行。`);
}

/** Runs a program with our own input and output, passes signals on, and gives back its exit code. */
export function spawnForwarding(command, args, options = {}) {
  const child = spawn(command, args, { cwd: process.cwd(), stdio: 'inherit', ...options });
  // We outlive the child to hand on its exit code; a signal that it also got from the terminal counts once.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((done) => {
    child.on('error', () => done(3));
    child.on('exit', (code, signal) => done(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

function isOwnNodeEnough() {
  return Number(process.versions.node.split('.')[0]) >= neededMajor;
}

/** Names of the packages that carry the binary for this machine. */
function listPackages() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  return [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`];
}

const fetchedFolder = inRoot('node_modules', '.node24');

function listCandidates() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const carriers = listPackages().flatMap((carrier) => [
    inRoot('node_modules', carrier, 'bin', name),
    inRoot('node_modules', 'node', 'node_modules', carrier, 'bin', name),
    `${fetchedFolder}/node_modules/${carrier}/bin/${name}`,
  ]);
  return [inRoot('node_modules', 'node', 'bin', name), ...carriers];
}

function works(path) {
  if (!existsSync(path)) return false;
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)/.exec(stdout ?? '')?.[1] ?? 0) >= neededMajor;
}

/** What the install script of the package `node` would have fetched; needs no script of any package. */
function fetchNode() {
  const lock = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));
  const locked = lock.packages['node_modules/node']?.version;
  say(`本机的 Node 是 ${process.version}，正在取得 Node ${neededMajor}……`);
  for (const carrier of listPackages()) {
    for (const version of [locked, String(neededMajor)].filter(Boolean)) {
      const quiet = ['--no-save', '--no-package-lock', '--ignore-scripts', '--loglevel=error'];
      if (!runNpm(['install', ...quiet, '--prefix', fetchedFolder, `${carrier}@${version}`])) continue;
      const found = listCandidates().find(works);
      if (found) return found;
    }
  }
  return undefined;
}
