import type { Standing } from '@hujian/engine';
import type { Trx } from '../../../database/door.ts';
import { getEdition, type LoadedEdition } from '../../standings/editions.ts';
import { evaluate } from '../../standings/evaluate.ts';
import { readClock } from '../../standings/locks.ts';
import { unpackItems } from '../../standings/packed-items.ts';
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
  const standings = await readStored(trx, edition, units, today);
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
async function readStored(
  trx: Trx,
  edition: LoadedEdition,
  units: readonly Unit[],
  today: string,
): Promise<Map<number, Standing>> {
  const rows = await trx
    .selectFrom('standing')
    .select(['organization', 'path', 'edition', 'revision', 'as_of', 'known_at', 'items'])
    .select(['points', 'possible', 'full_marks', 'bonus', 'met', 'unmet', 'not_applicable', 'not_known'])
    .select(['warnings', 'blocked'])
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
  return new Map(
    rows.map((row) => [
      row.organization,
      {
        organization: row.organization,
        path: row.path,
        edition: row.edition,
        revision: row.revision,
        asOf: row.as_of,
        knownAt: row.known_at.toISOString(),
        points: row.points,
        possible: row.possible,
        fullMarks: row.full_marks,
        bonus: row.bonus,
        met: row.met,
        unmet: row.unmet,
        notApplicable: row.not_applicable,
        notKnown: row.not_known,
        warnings: row.warnings,
        blocked: row.blocked,
        items: unpackItems(row.items),
      },
    ]),
  );
}
