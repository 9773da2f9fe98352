import { createHash } from 'node:crypto';
import type { Edition } from '@hujian/engine';
import { sql } from 'kysely';
import { canonicalJson } from '../../audit/chain.ts';
import type { Trx } from '../../database/door.ts';
import type { Services } from '../../http/services.ts';
import { readEditions } from './read-standards.ts';

/**
 * Takes the editions under standards/ into the database. An edition whose content changed becomes a new revision;
 * the old one stays, with everything that was judged by it.
 * @returns the ids with the revision that is new
 */
export async function loadLibrary(
  services: Pick<Services, 'door' | 'vocabulary'>,
  folder?: string,
): Promise<{ id: string; revision: number }[]> {
  const editions = readEditions(services.vocabulary.vocabulary, folder);
  return services.door.asSystem('the law is loaded by the program', async (trx, note) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('hujian.editions', 0))`.execute(trx);
    const loaded: { id: string; revision: number }[] = [];
    for (const edition of editions) {
      const revision = await loadEdition(trx, edition);
      if (revision !== undefined) loaded.push({ id: edition.id, revision });
    }
    if (loaded.length > 0) note({ act: 'system.load-editions', details: { loaded } });
    return loaded;
  });
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
