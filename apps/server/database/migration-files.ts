import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One dated SQL file; the hash is of its text with Unix line ends, so that a checkout on Windows has the same. */
export interface MigrationFile {
  name: string;
  sql: string;
  sha256: string;
}

/** The SQL files of a folder in the order of their names. */
export function readMigrationFiles(folder = join(import.meta.dirname, 'migrations')): MigrationFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    });
}
