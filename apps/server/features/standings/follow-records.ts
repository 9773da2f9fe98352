import { sql } from 'kysely';
import * as z from 'zod';
import type { Scope } from '../../access/actor.ts';
import type { Trx } from '../../database/door.ts';
import { dayOf, type Services } from '../../http/services.ts';
import { jobs } from '../../jobs/jobs.ts';
import { refreshStandings } from './refresh-standings.ts';

export const followTask = 'standings.follow-records';

/** The judged organizations whose records moved, or all of a scope. */
export type TouchedUnits = readonly number[] | 'all';

export interface Touched {
  county: number;
  scope: Scope;
  account: string;
}

/** So many branches are judged anew while the person waits; more follow in a job. */
const judgedAtOnce = 20;

/**
 * Current standings follow records that came in together: those of a few branches in the same transaction, those of
 * many by a job that is put in the queue by the same commit.
 */
export async function followSoon(
  trx: Trx,
  { county, scope, account }: Touched,
  units: TouchedUnits,
  today: string,
): Promise<void> {
  if (units.length === 0) return;
  if (units !== 'all' && units.length <= judgedAtOnce) {
    await refreshStandings(trx, { county, scopePath: scope.path, units }, today);
    return;
  }
  await trx
    .insertInto('standing_due')
    .values({
      county,
      organization: scope.id,
      path: scope.path,
      units: units === 'all' ? null : [...units],
      entered_by: account,
    })
    .execute();
  await queue(trx, county);
}

const queue = (trx: Trx, county: number): Promise<void> =>
  jobs.add(trx, followTask, { county }, `${followTask}/${county}`);

/** Queues every county in which standings are due. */
export async function resumeFollowing(services: Services): Promise<void> {
  await services.door.asSystem('which standings are still due', async (trx) => {
    const rows = await trx.selectFrom('standing_due').select('county').distinct().execute();
    for (const { county } of rows) await queue(trx, county);
  });
}

const payloadShape = z.object({ county: z.number() });

/** Judges anew whatever is due in a county. Run twice, or by two at once, it finds nothing left to do. */
export async function followRecords(services: Services, payload: unknown): Promise<void> {
  const { county } = payloadShape.parse(payload);
  await services.door.asSystem('standings follow the records', async (trx) => {
    const due = await trx
      .selectFrom('standing_due')
      .select(['id', 'path', 'units'])
      .where('county', '=', county)
      .orderBy('id')
      .forUpdate()
      .execute();
    for (const scopePath of new Set(due.map(({ path }) => path))) {
      const here = due.filter(({ path }) => path === scopePath);
      const all = here.some(({ units }) => units === null);
      const units = all ? {} : { units: [...new Set(here.flatMap((one) => one.units ?? []).map(Number))] };
      await refreshStandings(trx, { county, scopePath, ...units }, dayOf(services.now()));
    }
    const done = due.map(({ id }) => id);
    await trx
      .deleteFrom('standing_due')
      .where('county', '=', county)
      .where('id', '=', sql<number>`any (${done}::bigint[])`)
      .execute();
  });
}

/** Whether records that the actor can see, or that came in above, are not counted yet, and since when. */
export async function findWaiting(trx: Trx): Promise<{ since: string | null }> {
  const row = await trx
    .selectFrom('standing_due')
    .select((of) => of.fn.min('entered_at').as('since'))
    .executeTakeFirstOrThrow();
  return { since: row.since?.toISOString() ?? null };
}
