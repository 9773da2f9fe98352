import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';
import { listAdopted, listEditions, pickEditions } from './adopted.ts';
import { compareCells, type ItemChange, readCellsBefore } from './changes.ts';
import { getEditions, type LoadedEdition } from './editions.ts';
import { evaluate, type Judged } from './evaluate.ts';
import { lockStanding, readClock } from './locks.ts';
import { judges, listSorts } from './rank-editions.ts';
import { standingsAtOnce, writeStandings } from './write-standings.ts';

/** Which current standings are computed anew: those of a subtree, or only those of some organizations in it. */
export interface RefreshRequest {
  county: number;
  scopePath: string;
  units?: readonly number[];
  /** Only this edition, adopted or not; absent: all that are adopted. */
  edition?: string;
}

export interface StandingChange {
  organization: number;
  edition: string;
  changes: ItemChange[];
}

export interface Refreshed {
  organizations: number;
  changed: StandingChange[];
}

/**
 * Computes the current standings (evaluation 0) and replaces the old ones, in the caller's transaction and with the
 * caller's eyes. The number of statements does not grow with the organizations.
 */
export async function refreshStandings(trx: Trx, request: RefreshRequest, today: string): Promise<Refreshed> {
  const { county, scopePath, units } = request;
  await lockStanding(trx, county, units?.length === 1 ? (units[0] ?? 'all') : 'all');
  const adopted = await listAdopted(trx, scopePath, today);
  const editions = request.edition ? [request.edition] : listEditions(adopted);
  const refreshed: Refreshed = { organizations: 0, changed: [] };
  for (const edition of await getConcerned(trx, request, editions, today)) {
    const keeps = (judged: Judged) =>
      request.edition !== undefined || pickEditions(adopted, judged.standing.path).includes(edition.id);
    await refreshEdition(trx, request, { edition, today, keeps }, refreshed);
  }
  if (!units && !request.edition) await dropAbandoned(trx, scopePath, editions);
  return refreshed;
}

/**
 * The editions worth running: those that say something about a sort of organization that is there, and those by which
 * somebody there was judged until now. A record of a village costs nothing by the standards of schools.
 */
async function getConcerned(
  trx: Trx,
  { scopePath, units, edition }: RefreshRequest,
  ids: readonly string[],
  today: string,
): Promise<LoadedEdition[]> {
  const editions = await getEditions(trx, ids);
  if (edition !== undefined || editions.length < 2) return editions;
  const sorts = await listSorts(trx, [scopePath], today, units);
  const judged = await trx
    .selectFrom('standing')
    .select('edition')
    .distinct()
    .where('evaluation', '=', 0)
    .where('path', '>=', scopePath)
    .where('path', '<', `${scopePath}~`)
    .$if(units !== undefined, (query) => query.where('organization', 'in', [...(units ?? [])]))
    .execute();
  const until = new Set(judged.map((one) => one.edition));
  return editions.filter(
    (one) => until.has(one.id) || sorts.some((sort) => judges(one.edition.appliesTo, sort)),
  );
}

interface Pass {
  edition: LoadedEdition;
  today: string;
  keeps: (judged: Judged) => boolean;
}

async function refreshEdition(
  trx: Trx,
  request: RefreshRequest,
  pass: Pass,
  refreshed: Refreshed,
): Promise<void> {
  const { scopePath, units } = request;
  const { edition, today } = pass;
  const before = await readCellsBefore(trx, edition.id, scopePath, units);
  const knownAt = await readClock(trx);
  let waiting: Judged[] = [];
  const flush = async () => {
    await writeStandings(trx, waiting, 0);
    waiting = [];
  };
  const asked = { edition, asOf: today, knownAt, scopePath, ...(units ? { units } : {}) };
  for await (const some of evaluate(trx, asked)) {
    for (const judged of some.filter(pass.keeps)) {
      waiting.push(judged);
      refreshed.organizations += 1;
      const { organization } = judged.standing;
      const changes = compareCells(before.get(organization), judged);
      before.delete(organization);
      if (changes.length > 0) refreshed.changed.push({ organization, edition: edition.id, changes });
    }
    if (waiting.length >= standingsAtOnce) await flush();
  }
  await flush();
  // Whoever is left was judged once and is not any more: closed, moved away, or under another edition.
  await dropStandings(trx, edition.id, [...before.keys()]);
}

async function dropStandings(trx: Trx, edition: string, organizations: number[]): Promise<void> {
  if (organizations.length === 0) return;
  await trx
    .deleteFrom('standing')
    .where('evaluation', '=', 0)
    .where('edition', '=', edition)
    .where('organization', '=', sql<number>`any (${organizations}::bigint[])`)
    .execute();
}

/** Current standings by editions that nobody in the subtree is judged by any more. */
async function dropAbandoned(trx: Trx, scopePath: string, editions: string[]): Promise<void> {
  await trx
    .deleteFrom('standing')
    .where('evaluation', '=', 0)
    .where('path', '>=', scopePath)
    .where('path', '<', `${scopePath}~`)
    .$if(editions.length > 0, (query) => query.where('edition', 'not in', editions))
    .execute();
}
