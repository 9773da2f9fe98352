import { buildAccount, buildCounty, type Signed } from '../../../../../tests/support/factories.ts';
import type { TestServer } from '../../../../../tests/support/server.ts';
import type { Place } from '../../organizations/get-place.ts';
import type { RoundPlaces } from './round-places.ts';

export interface RoundPeople {
  cityOfficer: Signed;
  countyOfficer: Signed;
  townshipOfficer: Signed;
  /** Of the other township of the same county. */
  neighbourOfficer: Signed;
  /** A county officer of another county. */
  elsewhere: Signed;
  /** Of `villages` and of `neighbourVillages`, in their order. */
  secretaries: Signed[];
  neighbourSecretaries: Signed[];
  /** A panelist over the first township, of no village. */
  panelist: Signed;
  /** Signed in, without any permission over rounds. */
  stranger: Signed;
}

export async function buildRoundPeople(server: TestServer, places: RoundPlaces): Promise<RoundPeople> {
  const secretariesOf = async (villages: readonly Place[]) => {
    const made: Signed[] = [];
    for (const village of villages) made.push(await buildAccount(server, 'branch-secretary', village));
    return made;
  };
  return {
    cityOfficer: await buildAccount(server, 'city-officer', places.city),
    countyOfficer: await buildAccount(server, 'county-officer', places.county),
    townshipOfficer: await buildAccount(server, 'township-officer', places.township),
    neighbourOfficer: await buildAccount(server, 'township-officer', places.neighbourTownship),
    elsewhere: await buildAccount(server, 'county-officer', await buildCounty(server)),
    secretaries: await secretariesOf(places.villages),
    neighbourSecretaries: await secretariesOf(places.neighbourVillages),
    panelist: await buildAccount(server, 'panelist', places.township),
    stranger: await buildAccount(server, 'member', places.township),
  };
}
