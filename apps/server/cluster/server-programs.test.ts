import { execFileSync } from 'node:child_process';
import { cpSync, lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyPrograms, findPrograms, getProgram, restoreLinks } from './server-programs.ts';

const programs = findPrograms();

test('the links of shared libraries are recreated when install scripts did not run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hujian-links-'));
  try {
    const native = join(folder, 'native');
    cpSync(programs.native, native, { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() });
    const copy = { native, version: programs.version };
    const run = () =>
      execFileSync(getProgram(copy, 'postgres'), ['--version'], { encoding: 'utf8', stdio: 'pipe' });
    expect(run).toThrow();
    restoreLinks(native);
    expect(run()).toContain('PostgreSQL');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a copy for another account runs on its own, and is made once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hujian-copy-'));
  try {
    const copy = copyPrograms(programs, folder);
    const made = lstatSync(copy.native).ctimeMs;
    expect(execFileSync(getProgram(copy, 'postgres'), ['--version'], { encoding: 'utf8' })).toContain(
      'PostgreSQL',
    );
    expect(lstatSync(copyPrograms(programs, folder).native).ctimeMs).toBe(made);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
