import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { buildWeb } from '../../../apps/server/cli/build-web.ts';

const dist = join(import.meta.dirname, '../dist');

beforeAll(() => buildWeb(() => undefined), 180_000);

/** What the service worker keeps, as it stands in the built file. */
function listKept(): string[] {
  const worker = readFileSync(join(dist, 'rating/sw.js'), 'utf8');
  const list = /"files":(\[[^\]]*\])/.exec(worker)?.[1] ?? '[]';
  return JSON.parse(list) as string[];
}

it('catches a page for the valley that is heavier than 250 kB, or that carries the office along', () => {
  const files = ['/rating.html', '/rating/sw.js', ...listKept()].map((file) =>
    readFileSync(join(dist, file)),
  );
  const weight = files.reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0);
  expect(weight).toBeGreaterThan(50_000);
  expect(weight).toBeLessThan(140_000);
  const code = files.map((bytes) => bytes.toString('utf8')).join('\n');
  expect(code).not.toMatch(/ant-btn|ZodError/);
});

it('catches a worker that keeps less than the page loads, or keeps what is not there', () => {
  const kept = listKept();
  for (const file of kept) expect([file, existsSync(join(dist, file))]).toEqual([file, true]);
  const page = readFileSync(join(dist, 'rating.html'), 'utf8');
  for (const [, file] of page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)) expect(kept).toContain(file);
});
