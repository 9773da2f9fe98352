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

/** What the records say of the visited organizations by the round's edition today; those it does not judge are absent. */
export async function listDeclared(
  trx: Trx,
  round: PackRound,
  units: readonly Unit[],
  today: string,
): Promise<{ edition: LoadedEdition; standings: Map<number, Standing> }> {
  const revision = Number(round.revision);
  const edition = await getEdition(trx, round.edition, Number.isInteger(revision) ? revision : undefined);
  const standings = await findStored(trx, edition, units, today);
  const left = units.filter(({ organization }) => !standings.has(organization));
  if (left.length === 0) return { edition, standings };
  const knownAt = await readClock(trx);
  for (const [parent, own] of Map.groupBy(left, (unit) => unit.parent_path)) {
    const ids = own.map(({ organization }) => organization);
    const asked =
      own.length >= togetherFrom
        ? [{ scopePath: parent, units: ids }]
        : own.map(({ path, organization }) => ({ scopePath: path, units: [organization] }));
    for (const one of asked)
      for await (const some of evaluate(trx, { edition, asOf: today, knownAt, ...one }))
        for (const { standing } of some) standings.set(standing.organization, standing);
  }
  return { edition, standings };
}

/** Standings that follow the records already, where the edition is adopted. */
async function findStored(
  trx: Trx,
  edition: LoadedEdition,
  units: readonly Unit[],
  today: string,
): Promise<Map<number, Standing>> {
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
  return new Map(rows.map((row) => [row.organization, readStored(row)]));
}
