import type { Edition } from '@hujian/engine';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';

/** An edition as the database holds it; a revision never changes, so it may be kept in memory. */
export interface LoadedEdition {
  id: string;
  revision: number;
  title: string;
  standard: string;
  /** Of the place that published it; null: the program's own. */
  path: string | null;
  edition: Edition;
}

// Editions are law: one (id, revision) is the same for ever, whoever reads it.
const shelf = new Map<string, LoadedEdition>();

/** The newest revision of an edition, or the named one. Throws not-found. */
export async function getEdition(trx: Trx, id: string, revision?: number): Promise<LoadedEdition> {
  const newest = await trx
    .selectFrom('edition')
    .select(['id', 'revision', 'sha256'])
    .where('id', '=', id)
    .$if(revision !== undefined, (query) => query.where('revision', '=', revision ?? 0))
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!newest) throw problems.notFound(`标准版本“${id}”`);
  const key = `${newest.id}#${newest.revision}#${newest.sha256}`;
  const kept = shelf.get(key);
  if (kept) return kept;
  const row = await trx
    .selectFrom('edition')
    .selectAll()
    .where('id', '=', newest.id)
    .where('revision', '=', newest.revision)
    .executeTakeFirstOrThrow();
  const loaded: LoadedEdition = {
    id: row.id,
    revision: row.revision,
    title: row.title,
    standard: row.standard,
    path: row.path,
    edition: row.body as Edition,
  };
  shelf.set(key, loaded);
  return loaded;
}

/** The newest revisions of several editions in the order asked for, in one statement where they are held already. */
export async function getEditions(trx: Trx, ids: readonly string[]): Promise<LoadedEdition[]> {
  if (ids.length === 0) return [];
  const newest = await trx
    .selectFrom('edition')
    .select(['id', 'revision', 'sha256'])
    .distinctOn('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .orderBy('revision', 'desc')
    .execute();
  const keys = new Map(newest.map(({ id, revision, sha256 }) => [id, `${id}#${revision}#${sha256}`]));
  const loaded: LoadedEdition[] = [];
  for (const id of ids) loaded.push(shelf.get(keys.get(id) ?? '') ?? (await getEdition(trx, id)));
  return loaded;
}

/** Titles of many editions at once. */
export async function listEditionTitles(trx: Trx): Promise<Map<string, string>> {
  const rows = await trx
    .selectFrom('edition')
    .select(['id', 'title', 'revision'])
    .orderBy('revision')
    .execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}
