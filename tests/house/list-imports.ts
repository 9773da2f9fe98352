import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** One import: from a file to a file of the house or to `node_modules/<package>`. */
export interface Import {
  from: string;
  to: string;
  /** Erased when the program runs. */
  typeOnly: boolean;
}

const statement = /(?:^|\n)\s*(import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/g;
const call = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Every import of every source file below packages and apps; tests are left out. */
export function listImports(): Import[] {
  const files = globSync('{packages,apps}/**/*.{ts,tsx}', {
    cwd: root,
    exclude: (name) => /(^|\/)(node_modules|dist)$/.test(name),
  });
  return files.filter((file) => !/\.test\.tsx?$/.test(file)).flatMap(readImports);
}

function readImports(from: string): Import[] {
  const text = readFileSync(join(root, from), 'utf8');
  const named = [...text.matchAll(statement)].map(([, , type, name]) => ({
    name: name ?? '',
    typeOnly: Boolean(type),
  }));
  const called = [...text.matchAll(call)].map(([, name]) => ({ name: name ?? '', typeOnly: false }));
  return [...named, ...called].map(({ name, typeOnly }) => ({ from, to: locate(from, name), typeOnly }));
}

/** '@hujian/engine' is packages/engine; another bare name is its package's folder; the rest is a path. */
function locate(from: string, name: string): string {
  if (name.startsWith('.')) return relative(root, resolve(root, dirname(from), name));
  const [scope, short] = name.split('/');
  if (scope === '@hujian')
    return existsSync(join(root, `packages/${short}`)) ? `packages/${short}/src/index.ts` : name;
  return `node_modules/${name.startsWith('@') ? `${scope}/${short}` : scope}`;
}

/** A circle of imports that exist when the program runs, as the files along it; undefined when there is none. */
export function findCircle(imports: Import[]): string[] | undefined {
  const needs = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports)
    if (!typeOnly) needs.set(from, [...(needs.get(from) ?? []), to]);
  const done = new Set<string>();
  const walk = (file: string, above: string[]): string[] | undefined => {
    if (above.includes(file)) return [...above.slice(above.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of needs.get(file) ?? []) {
      const circle = walk(next, [...above, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of needs.keys()) {
    const circle = walk(file, []);
    if (circle) return circle;
  }
  return undefined;
}
