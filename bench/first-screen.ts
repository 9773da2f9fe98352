import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { round } from './numbers.ts';

const dist = resolve(import.meta.dirname, '../apps/web/dist');

export interface FirstScreen {
  firstScreenGzipKb: number;
  files: number;
}

/** What a browser fetches for the sign-in page of the built web: the page, its own files, and the sign-in's part. */
export function weighFirstScreen(): FirstScreen {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].flatMap(([, file]) => file ?? []);
  const assets = readdirSync(join(dist, 'assets'));
  const scene = assets
    .filter((name) => /^sign-in-[\w-]+\.(js|css)$/.test(name))
    .map((name) => `assets/${name}`);
  const files = new Set<string>();
  for (const file of [...named, ...scene]) follow(file, files);
  const sizes = [...files].map((file) => gzipSync(readFileSync(join(dist, file))).length);
  const total = sizes.reduce((sum, size) => sum + size, gzipSync(page).length);
  return { firstScreenGzipKb: round(total / 1024), files: files.size + 1 };
}

/** A script brings the scripts that it imports at once; what it imports later is no part of the first screen. */
function follow(file: string, files: Set<string>): void {
  if (files.has(file)) return;
  files.add(file);
  if (!file.endsWith('.js')) return;
  const text = readFileSync(join(dist, file), 'utf8');
  for (const [, name] of text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
    follow(`assets/${name}`, files);
}
