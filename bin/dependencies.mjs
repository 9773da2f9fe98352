import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { linkPackages } from './link-packages.mjs';
import { give, inRoot, root, say } from './root.mjs';

/** Installs the dependencies if they are missing or older than package-lock.json. */
export function prepareDependencies() {
  const state = compareInstalled();
  if (state !== 'current') {
    say(state === 'missing' ? '首次运行：正在安装依赖（需要网络，约一两分钟）……' : '依赖有更新：正在安装……');
    // npm ci starts from nothing; an update keeps what is right and, with --no-save, the lock file as it is.
    const clean = state === 'missing' && runNpm(['ci', ...quiet]);
    if (!clean && state === 'missing') say('npm ci 没有成功，改用 npm install 再试……');
    if (!clean && !runNpm(['install', '--no-save', ...quiet])) {
      give('依赖没有装上：请看上面 npm 的说明，检查网络、磁盘空间和文件夹权限后重新运行。');
    }
  }
  linkPackages();
}

// The programs that build and test are development dependencies: a server needs them too, to build the web.
const quiet = ['--include=dev', '--loglevel=error'];

/** Runs npm with its output on stderr; true when it went well. */
export function runNpm(args) {
  const windows = process.platform === 'win32';
  const { status, error } = spawnSync(windows ? 'npm.cmd' : 'npm', args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: windows,
  });
  if (error) give('找不到 npm：请安装 Node.js 20 或更新的版本（自带 npm）后重新运行。');
  return status === 0;
}

/** npm leaves a list of what it installed; it is held against the lock file, leaving out other platforms' packages. */
function compareInstalled() {
  const installedFile = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return 'missing';
  const wanted = readPackages(inRoot('package-lock.json'));
  const installed = readPackages(installedFile);
  const required = Object.entries(wanted).filter(([path, { optional }]) => path && !optional);
  return required.every(([path, { version }]) => installed[path]?.version === version)
    ? 'current'
    : 'outdated';
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
