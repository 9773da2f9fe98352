import { commandActor } from '../apps/server/cli/command-actor.ts';
import { findPlace } from '../apps/server/cli/find-place.ts';
import type { Trx } from '../apps/server/database/door.ts';
import { rehearsalDays } from '../apps/server/features/drafts/quarter-ends.ts';
import { rehearseEdition } from '../apps/server/features/drafts/rehearse-edition.ts';
import { getEdition } from '../apps/server/features/standings/editions.ts';
import { dayOf, type Services } from '../apps/server/http/services.ts';
import { medianOf, round, timeOf } from './numbers.ts';

export interface RehearsalSpeed {
  rehearseCountyMs: number;
  organizations: number;
  evaluations: number;
}

/**
 * Rehearsing an edition of 42 items over the county and four quarters beside the one in force there, through the
 * actor's door. The edition is a copy each time: nothing of an earlier run is remembered for it.
 */
export async function measureRehearsal(
  services: Services,
  county: string,
  runs: number,
): Promise<RehearsalSpeed> {
  const { place, edition } = await services.door.asSystem('the benchmark finds its county', async (trx) => ({
    place: await findPlace(trx, county),
    edition: (await getEdition(trx, 'rural-basic/2019')).edition,
  }));
  const actor = commandActor(place);
  const enter = <Result>(work: (trx: Trx) => Promise<Result>) => services.door.asActor(actor, 'read', work);
  const today = dayOf(services.now());
  const days = rehearsalDays(today);
  const speed = { organizations: 0, evaluations: 0 };
  const rehearse = async () => {
    const order = { edition: structuredClone(edition), notes: [], place, days, today };
    const { periods } = await rehearseEdition(enter, order, async (done) => {
      speed.evaluations = done;
    });
    speed.organizations = periods[0]?.organizations ?? 0;
  };
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await timeOf(rehearse));
  return { rehearseCountyMs: round(medianOf(times)), ...speed };
}
