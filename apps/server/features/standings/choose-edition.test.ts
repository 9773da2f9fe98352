import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildAccount,
  buildAdoption,
  buildCounty,
  buildRecord,
  buildTownship,
  buildUnit,
  buildVillage,
  type Signed,
} from '../../../../tests/support/factories.ts';
import { withServer } from '../../../../tests/support/server.ts';
import { dayOf } from '../../http/services.ts';
import type { Place } from '../organizations/get-place.ts';
import { refreshStandings } from './refresh-standings.ts';

const server = withServer();
let county: Place;
let village: Place;
let school: Place;
let officer: Signed;
let principal: Signed;

beforeAll(async () => {
  county = await buildCounty(server);
  // In the order of letters the scoring sheet and the school come before the village.
  for (const edition of ['branch-points/2025', 'school-basic/2025', 'private-basic/2025', 'rural-basic/2019'])
    await buildAdoption(server, county, edition);
  const township = await buildTownship(server, county);
  village = await buildVillage(server, township);
  await buildVillage(server, township);
  await buildVillage(server, township);
  school = await buildUnit(server, county, 'school');
  await buildRecord(server, county, 'registers', { of: 'activities', keptFrom: '2020-01-01' });
  officer = await buildAccount(server, 'county-officer', county);
  principal = await buildAccount(server, 'branch-secretary', school);
  await refresh();
});

const refresh = () =>
  server.services.door.asSystem('a test refreshes', (trx) =>
    refreshStandings(trx, { county: county.county, scopePath: county.path }, dayOf(server.services.now())),
  );

const listEditionsOf = async (place: Place) => {
  const rows = await server.services.door.asSystem('a test looks', (trx) =>
    trx
      .selectFrom('standing')
      .select('edition')
      .where('organization', '=', place.id)
      .where('evaluation', '=', 0)
      .orderBy('edition')
      .execute(),
  );
  return rows.map(({ edition }) => edition);
};

describe('where several standards are adopted side by side', () => {
  test('a place is judged by those of its kind only: a school never shows up under the standard of villages', async () => {
    expect(await listEditionsOf(school)).toEqual(['branch-points/2025', 'school-basic/2025']);
    expect(await listEditionsOf(village)).toEqual(['branch-points/2025', 'rural-basic/2019']);
    const rural = await server.call(officer, 'GET', '/comparison?edition=rural-basic/2019');
    expect(rural.body.rows.map((row: { organization: { id: number } }) => row.organization.id)).not.toContain(
      school.id,
    );
    const refused = await server.call(officer, 'GET', `/standings/${school.id}?edition=rural-basic/2019`);
    expect(refused.status).toBe(422);
  });

  test('a standing opens with the basic standard of its kind, not with the first in the order of letters', async () => {
    const open = async (place: Place) => (await server.call(officer, 'GET', `/standings/${place.id}`)).body;
    expect(await open(school)).toMatchObject({
      edition: { id: 'school-basic/2025' },
      organization: { kind: 'school' },
    });
    expect((await open(village)).edition.id).toBe('rural-basic/2019');
    const file = await server.call(officer, 'GET', `/organizations/${school.id}`);
    expect(file.body.standing.edition).toBe('school-basic/2025');
  });

  test('a comparison opens with the basic standard by which most are judged, not with a scoring sheet for all, and says the others at home', async () => {
    const { body } = await server.call(officer, 'GET', '/comparison');
    expect(body.edition.id).toBe('rural-basic/2019');
    expect(body.rows).toHaveLength(3);
    const home = await server.call(officer, 'GET', '/home');
    expect(home.body.edition.id).toBe('rural-basic/2019');
    expect(home.body.below.others).toMatchObject([
      { id: 'school-basic/2025', count: 1 },
      { id: 'branch-points/2025', count: 4 },
    ]);
  });

  test('a secretary of a school is asked for what schools owe, and a record answers with its own standard', async () => {
    const home = await server.call(principal, 'GET', '/home');
    expect(home.body).toMatchObject({ edition: { id: 'school-basic/2025' }, below: null });
    const body = { kind: 'ethics-education', title: '师德教育', happenedOn: '2026-03-02' };
    const made = await server.call(principal, 'POST', `/organizations/${school.id}/records/activities`, body);
    expect(made.body.standing.edition).toBe('school-basic/2025');
  });

  test('a place whose kind was corrected loses the standing by the old standard with its next record', async () => {
    const unit = await buildUnit(server, county, 'private');
    await refresh();
    expect(await listEditionsOf(unit)).toContain('private-basic/2025');
    await server.services.door.asSystem('a test corrects a kind', async (trx) => {
      for (const table of ['organization', 'organization_span'] as const) {
        const column = table === 'organization' ? 'id' : 'organization';
        await trx.updateTable(table).set({ kind: 'school' }).where(column, '=', unit.id).execute();
      }
      await refreshStandings(
        trx,
        { county: county.county, scopePath: unit.path, units: [unit.id] },
        dayOf(server.services.now()),
      );
    });
    expect(await listEditionsOf(unit)).toEqual(['branch-points/2025', 'school-basic/2025']);
  });
});
