import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from '@hujian/engine';
import { sql } from 'kysely';
import { canonicalJson } from '../../audit/chain.ts';
import type { Trx } from '../../database/door.ts';
import type { Services } from '../../http/services.ts';
import { type EditionFile, listEditionFiles, readEdition, standardsFolder } from './read-standards.ts';

/**
 * Takes the editions under standards/ into the database. An edition whose content changed becomes a new revision;
 * the old one stays, with everything that was judged by it.
 * @returns the ids with the revision that is new
 */
export async function loadLibrary(
  services: Pick<Services, 'door' | 'vocabulary'>,
  folder?: string,
): Promise<{ id: string; revision: number }[]> {
  const files = listEditionFiles(folder);
  const reading = stampOf(
    [...listReadingFiles(), join(standardsFolder, 'vocabulary.yaml')].map((path) => readFileSync(path)),
  );
  return services.door.asSystem('the law is loaded by the program', async (trx, note) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('hujian.editions', 0))`.execute(trx);
    const loaded: { id: string; revision: number }[] = [];
    const stamps = new Map(
      (await trx.selectFrom('library_file').select(['name', 'stamp']).execute()).map((row) => [
        row.name,
        row.stamp,
      ]),
    );
    for (const file of files) {
      const stamp = stampOf([reading, file.text]);
      if (stamps.get(file.name) === stamp) continue;
      const edition = readEdition(file, services.vocabulary.vocabulary);
      const revision = await loadEdition(trx, edition);
      if (revision !== undefined) loaded.push({ id: edition.id, revision });
      await keepStamp(trx, file, stamp);
    }
    if (loaded.length > 0) note({ act: 'system.load-editions', details: { loaded } });
    return loaded;
  });
}

/** The rules that turn a text into an edition: with other rules the same text is another edition. */
const listReadingFiles = (): string[] => {
  const engine = join(import.meta.dirname, '../../../../packages/engine/src');
  return globSync(['grammar/**/*.ts', 'parse/**/*.ts', 'check/**/*.ts', 'vocabulary/**/*.ts'], {
    cwd: engine,
  })
    .sort()
    .map((name) => join(engine, name));
};

function stampOf(parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(createHash('sha256').update(part).digest());
  return hash.digest('hex');
}

async function keepStamp(trx: Trx, { name }: EditionFile, stamp: string): Promise<void> {
  await trx
    .insertInto('library_file')
    .values({ name, stamp })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ stamp, loaded_at: new Date() }))
    .execute();
}

async function loadEdition(trx: Trx, edition: Edition): Promise<number | undefined> {
  const body = canonicalJson(edition);
  const sha256 = createHash('sha256').update(body).digest('hex');
  const newest = await trx
    .selectFrom('edition')
    .select(['revision', 'sha256'])
    .where('id', '=', edition.id)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest?.sha256 === sha256) return undefined;
  const revision = (newest?.revision ?? 0) + 1;
  await trx
    .insertInto('edition')
    .values({
      id: edition.id,
      revision,
      standard: edition.standard,
      title: edition.title,
      kind: edition.kind,
      level: edition.level,
      label: edition.label,
      in_force_from: edition.inForce,
      sha256,
      body,
      owner: null,
      path: null,
    })
    .execute();
  return revision;
}
