import { buildCounty, buildTownship, buildVillage } from '../../../../../tests/support/factories.ts';
import type { TestServer } from '../../../../../tests/support/server.ts';
import type { Place } from '../../organizations/get-place.ts';

export interface RoundPlaces {
  city: Place;
  county: Place;
  township: Place;
  neighbourTownship: Place;
  /** Of the first township, about two kilometres apart. */
  villages: Place[];
  neighbourVillages: Place[];
}

export async function buildRoundPlaces(
  server: TestServer,
  { villages = 6, neighbours = 2 }: { villages?: number; neighbours?: number },
): Promise<RoundPlaces> {
  const county = await buildCounty(server);
  const cityId = county.parent ?? 0;
  const township = await buildTownship(server, county);
  const neighbourTownship = await buildTownship(server, county);
  const city: Place = {
    ...county,
    county: cityId,
    id: cityId,
    path: `${cityId}.`,
    level: 'city',
    parent: null,
  };
  return {
    city,
    county,
    township,
    neighbourTownship,
    villages: await buildVillages(server, township, villages, 0),
    neighbourVillages: await buildVillages(server, neighbourTownship, neighbours, 100),
  };
}

async function buildVillages(
  server: TestServer,
  township: Place,
  count: number,
  first: number,
): Promise<Place[]> {
  const villages: Place[] = [];
  for (let at = 0; at < count; at += 1)
    villages.push(await buildVillage(server, township, `${names[at % names.length]}村${first + at + 1}`));
  await server.services.door.asSystem('a test gives villages their positions', async (trx) => {
    for (const [at, { id }] of villages.entries()) {
      await trx
        .updateTable('organization')
        .set({ latitude: 30 + (first + at) * 0.02, longitude: 104 + (at % 3) * 0.02 })
        .where('id', '=', id)
        .execute();
    }
  });
  return villages;
}

const names = ['上河', '下河', '东山', '西山', '石桥', '柳林', '青坪', '白塔'];
