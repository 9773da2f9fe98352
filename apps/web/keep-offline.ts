import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const workerFile = 'rating/sw.js';
const page = 'rating.html';
/** Beside what the page's own graph holds: they come out of public/ as they are. */
const beside = ['rating/manifest.webmanifest', 'rating/icon-192.png', 'rating/icon-512.png'];

/** Writes into the phone's service worker which files it keeps and a hash over them: another byte is another version. */
export function keepOffline(root: string): Plugin {
  return {
    name: 'keep-offline',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[workerFile];
        if (worker?.type !== 'chunk') throw new Error(`${workerFile} is not built`);
        const files = [...listFiles(bundle), ...beside].sort();
        const hash = createHash('sha256');
        for (const file of [page, ...files]) hash.update(`${file}\0`).update(contentOf(bundle, root, file));
        hash.update(worker.code);
        const list = { hash: hash.digest('hex').slice(0, 16), files: files.map((file) => `/${file}`) };
        worker.code = worker.code.replace('__RATING_FILES__', () => `(${JSON.stringify(list)})`);
      },
    },
  };
}

/** Every script and style that the page loads, sooner or later. */
function listFiles(bundle: Rolldown.OutputBundle): Set<string> {
  const found = new Set<string>();
  const follow = (file: string): void => {
    const chunk = bundle[file];
    if (chunk?.type !== 'chunk' || found.has(file)) return;
    found.add(file);
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style);
    for (const asset of chunk.viteMetadata?.importedAssets ?? []) found.add(asset);
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) follow(next);
  };
  const entry = Object.values(bundle).find(
    (one) => one.type === 'chunk' && one.isEntry && one.facadeModuleId?.endsWith(page),
  );
  if (entry === undefined) throw new Error(`${page} is not built`);
  follow(entry.fileName);
  return found;
}

function contentOf(bundle: Rolldown.OutputBundle, root: string, file: string): string | Uint8Array {
  const built = bundle[file];
  if (built?.type === 'chunk') return built.code;
  if (built?.type === 'asset') return built.source;
  const path = join(root, 'public', file);
  if (!existsSync(path)) throw new Error(`${file} is missing`);
  return readFileSync(path);
}
