import type { Standing } from '@hujian/engine';
import type { Trx } from '../../../database/door.ts';
import { getEdition, type LoadedEdition } from '../../standings/editions.ts';
import { evaluate } from '../../standings/evaluate.ts';
import { readClock } from '../../standings/locks.ts';
import { readStored, storedColumns } from '../../standings/read-stored.ts';
import type { PackRound, PackVisit } from './find-visits.ts';

type Unit = Pick<PackVisit, 'organization' | 'path' | 'parent_path'>;

/** From so many units below one place on, all of the place are counted in one statement. */
const togetherFrom = 3;

/**
 * What the records say of the visited organizations by the round's edition today: its own standing, or, of one that is
 * not judged itself (a township), those of all below it. Where nobody is judged there is none.
 */
export async function listDeclared(
  trx: Trx,
  round: PackRound,
  units: readonly Unit[],
  today: string,
): Promise<{ edition: LoadedEdition; standings: Map<number, readonly Standing[]> }> {
  const revision = Number(round.revision);
  const edition = await getEdition(trx, round.edition, Number.isInteger(revision) ? revision : undefined);
  const standings = await findStored(trx, edition, units, today);
  const left = units.filter(({ organization }) => !standings.has(organization));
  if (left.length === 0) return { edition, standings };
  const told = { edition, asOf: today, knownAt: await readClock(trx) };
  for (const [parent, own] of Map.groupBy(left, (unit) => unit.parent_path)) {
    const ids = own.map(({ organization }) => organization);
    const asked =
      own.length >= togetherFrom
        ? [{ scopePath: parent, units: ids }]
        : own.map(({ path, organization }) => ({ scopePath: path, units: [organization] }));
    for (const one of asked)
      for (const standing of await listStandings(trx, { ...told, ...one }))
        standings.set(standing.organization, [standing]);
  }
  for (const { organization, path } of left) {
    if (standings.has(organization)) continue;
    const below = await listStandings(trx, { ...told, scopePath: path });
    if (below.length > 0) standings.set(organization, below);
  }
  return { edition, standings };
}

async function listStandings(trx: Trx, order: Parameters<typeof evaluate>[1]): Promise<Standing[]> {
  const found: Standing[] = [];
  for await (const some of evaluate(trx, order)) found.push(...some.map(({ standing }) => standing));
  return found;
}

/** Standings that follow the records already, where the edition is adopted. */
async function findStored(
  trx: Trx,
  edition: LoadedEdition,
  units: readonly Unit[],
  today: string,
): Promise<Map<number, readonly Standing[]>> {
  const rows = await trx
    .selectFrom('standing')
    .select(storedColumns)
    .where(
      'organization',
      'in',
      units.map(({ organization }) => organization),
    )
    .where('evaluation', '=', 0)
    .where('edition', '=', edition.id)
    .where('revision', '=', edition.revision)
    .where('as_of', '=', today)
    .execute();
  return new Map(rows.map((row) => [row.organization, [readStored(row)]]));
}
