import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say } from './root.mjs';

/** The same engine without the windows around it: a page costs a sixth of the processor. */
const shells = ['chromium-headless-shell', 'chrome-headless-shell'];
const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of a browser of the Chromium family: CHROMIUM_PATH, else the first found; undefined when there is none. */
export function findChromium() {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH && existsSync(CHROMIUM_PATH)) return CHROMIUM_PATH;
  return findOnPath(shells) ?? findOnPath(browsers) ?? places.find((path) => existsSync(path));
}

function findOnPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** For tests: finds a browser, or installs Debian's when we are allowed to; says how to get one otherwise. */
export function prepareChromium() {
  if (!process.env.CHROMIUM_PATH && !findOnPath(shells)) installWithApt('界面测试用的浏览器', [shells[0]]);
  if (!findChromium()) installWithApt('浏览器 Chromium', ['chromium']);
  const found = findChromium();
  if (!found)
    say('没有找到浏览器：界面测试会失败。请安装 Chromium 或 Chrome，或用 CHROMIUM_PATH 指明它的位置。');
  else if (!hasChineseFont()) installWithApt('中文字体', ['fonts-noto-cjk']);
  return found;
}

function hasChineseFont() {
  const { stdout, error } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return error !== undefined || stdout.trim() !== '';
}

function installWithApt(what, packages) {
  const canInstall =
    process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!canInstall) return;
  say(`正在用 apt 安装${what}……`);
  const options = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const wait = ['-qq', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::http::Timeout=30'];
  spawnSync('apt-get', [...wait, 'update'], options);
  spawnSync('apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...packages], options);
}
