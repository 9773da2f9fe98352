import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CommandProblem } from './command-problem.ts';

const root = resolve(import.meta.dirname, '../../..');
const web = join(root, 'apps/web');
const dist = join(web, 'dist');
const stamp = join(dist, '.sources');
const sources = ['apps/web/src', 'apps/web/public', 'packages/contract/src'];

/** Builds the web pages if they are missing or their sources have changed since (by content, not by clock). */
export async function buildWeb(say: (message: string) => void): Promise<void> {
  const wanted = hashSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('正在生成网页（首次或更新后需要，约半分钟）……');
  const fresh = `${dist}.${process.pid}`;
  const { code, output } = await runVite(fresh);
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new CommandProblem(3, `网页没有生成，请检查磁盘空间和文件夹权限：\n${output.trim()}`);
  }
  squeeze(fresh);
  writeFileSync(join(fresh, '.sources'), wanted);
  putInPlace(fresh);
}

/** Once at the build, so that the server sends a third of the bytes without work of its own. */
function squeeze(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|css|html|svg)$/.test(name)) continue;
    const file = join(folder, name);
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  }
}

/** Whole or not at all: a server that runs meanwhile never finds half a web. */
function putInPlace(fresh: string): void {
  const old = `${fresh}.old`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
  rmSync(old, { recursive: true, force: true });
}

/** In a process of its own: the builder's memory is not the server's. */
function runVite(folder: string): Promise<{ code: number | null; output: string }> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  return new Promise((done) => {
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn', '--outDir', folder], {
      cwd: web,
      // Whoever calls may call it a test: what is built is what people get.
      env: { ...process.env, NODE_ENV: 'production' },
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-4000);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => done({ code: 1, output: error.message }));
    child.on('close', (code) => done({ code, output }));
  });
}

function hashSources(): string {
  const pages = readdirSync(web).filter((name) => /\.(html|ts|json)$/.test(name));
  const files = [
    'package-lock.json',
    'apps/server/cli/build-web.ts',
    ...pages.map((name) => join('apps/web', name)),
    ...sources.filter((folder) => existsSync(join(root, folder))).flatMap(listFiles),
  ];
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function listFiles(folder: string): string[] {
  const found = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath.slice(root.length + 1), entry.name));
}
