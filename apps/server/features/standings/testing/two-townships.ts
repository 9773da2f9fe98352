import { beforeAll } from 'vitest';
import {
  buildAccount,
  buildAdoption,
  buildCounty,
  buildRecord,
  buildTownship,
  buildVillage,
  type Signed,
} from '../../../../../tests/support/factories.ts';
import { type TestServer, withServer } from '../../../../../tests/support/server.ts';
import type { Place } from '../../organizations/get-place.ts';
import { refreshStandings } from '../refresh-standings.ts';

export const today = '2026-11-20';

/** A county with two townships of one village each, judged by rural-basic/2019, and people who work there. */
export interface TwoTownships {
  server: TestServer;
  county: Place;
  township: Place;
  village: Place;
  /** The village of the other township, and that township's officer. */
  neighbour: Place;
  elsewhere: Signed;
  secretary: Signed;
  officer: Signed;
  townshipOfficer: Signed;
  refresh(): Promise<unknown>;
  addMeeting(happenedOn: string): Promise<{ id: number }>;
}

/** Call it at the top of a test file; the places are there once tests run. */
export function withTwoTownships(): TwoTownships {
  const server = withServer({ work: false, now: () => new Date(`${today}T04:00:00Z`) });
  const world = { server } as TwoTownships;
  world.refresh = () =>
    server.services.door.asSystem('a test refreshes the county', (trx) =>
      refreshStandings(trx, { county: world.county.county, scopePath: world.county.path }, today),
    );
  world.addMeeting = (happenedOn) =>
    buildRecord(server, world.village, 'activities', {
      kind: 'general-meeting',
      title: '党员大会',
      happenedOn,
      tags: [],
      stages: [],
      concentrated: false,
      complete: true,
    });
  beforeAll(() => settle(world), 120_000);
  return world;
}

async function settle(world: TwoTownships): Promise<void> {
  const { server } = world;
  world.county = await buildCounty(server);
  await buildAdoption(server, world.county);
  world.township = await buildTownship(server, world.county);
  const other = await buildTownship(server, world.county);
  world.village = await buildVillage(server, world.township);
  world.neighbour = await buildVillage(server, other);
  for (const place of [world.village, world.neighbour]) {
    for (const of of ['activities', 'figures', 'documents'] as const) {
      await buildRecord(server, place, 'registers', { of, keptFrom: '2020-01-01' });
    }
  }
  world.secretary = await buildAccount(server, 'branch-secretary', world.village);
  world.officer = await buildAccount(server, 'county-officer', world.county);
  world.townshipOfficer = await buildAccount(server, 'township-officer', world.township);
  world.elsewhere = await buildAccount(server, 'township-officer', other);
  await world.refresh();
}
