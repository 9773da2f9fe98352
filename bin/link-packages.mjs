// Links packages/* as @hujian/* into node_modules. npm's workspaces would do the same, but write their links into
// package-lock.json as places of download; this way the lock file names none.
import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inRoot } from './root.mjs';

/** Makes the links that are missing or point elsewhere; and the command's own, so that npx finds it at once. */
export function linkPackages() {
  for (const folder of readdirSync(inRoot('packages'))) {
    const { name } = JSON.parse(readFileSync(inRoot('packages', folder, 'package.json'), 'utf8'));
    const [scope, short] = name.split('/');
    mkdirSync(inRoot('node_modules', scope), { recursive: true });
    link(
      join('..', '..', 'packages', folder),
      inRoot('node_modules', scope, short),
      inRoot('packages', folder),
    );
  }
  if (process.platform === 'win32') return;
  mkdirSync(inRoot('node_modules', '.bin'), { recursive: true });
  link(join('..', '..', 'bin', 'hujian.mjs'), inRoot('node_modules', '.bin', 'hujian'));
}

function link(relativeTarget, at, absoluteTarget) {
  // Windows lets an ordinary user make junctions only, and those are absolute.
  const junction = process.platform === 'win32';
  if (!junction && readLink(at) === relativeTarget) return;
  rmSync(at, { recursive: true, force: true });
  symlinkSync(junction ? absoluteTarget : relativeTarget, at, junction ? 'junction' : 'dir');
}

function readLink(path) {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) linkPackages();
