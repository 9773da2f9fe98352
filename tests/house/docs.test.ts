import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const documents = ['README.md', 'README.zh.md', 'CONTRIBUTING.md']
  .concat(readdirSync(join(root, 'docs')).map((name) => `docs/${name}`))
  .filter((name) => name.endsWith('.md'));

/** Links to files, and paths of the house written as code: `apps/server/…`. */
function listPaths(document: string): string[] {
  const text = readFileSync(join(root, document), 'utf8');
  const links = [...text.matchAll(/\]\(([^)#]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => join(dirname(document), target));
  const code = [...text.matchAll(/`((?:apps|packages|standards|bench|docs|tests|bin)\/[\w./-]*)`/g)].map(
    ([, path = '']) => path,
  );
  return [...links, ...code];
}

test.each(documents)('%s names no path that is gone', (document) => {
  const gone = listPaths(document).filter((path) => !existsSync(join(root, path)));
  expect(gone).toEqual([]);
});
