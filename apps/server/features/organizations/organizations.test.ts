import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildAccount,
  buildAdoption,
  buildCounty,
  buildPerson,
  buildRecord,
  buildTownship,
  buildVillage,
  type Signed,
} from '../../../../tests/support/factories.ts';
import { withServer } from '../../../../tests/support/server.ts';
import type { Place } from './get-place.ts';

const server = withServer();
let county: Place;
let west: Place;
let east: Place;
let village: Place;
let officer: Signed;
let westOfficer: Signed;
let eastOfficer: Signed;
let stranger: Signed;

beforeAll(async () => {
  county = await buildCounty(server, '清河县');
  await buildAdoption(server, county);
  west = await buildTownship(server, county, '西山乡');
  east = await buildTownship(server, county, '东坡镇');
  village = await buildVillage(server, west, '柳树村');
  officer = await buildAccount(server, 'county-officer', county);
  westOfficer = await buildAccount(server, 'township-officer', west);
  eastOfficer = await buildAccount(server, 'township-officer', east);
  const other = await buildCounty(server, '邻县');
  stranger = await buildAccount(server, 'county-officer', other);
});

const _change = (who: Signed | null, place: Place, body: object) =>
  server.call(who, 'POST', `/organizations/${place.id}/changes`, body);
const get = (who: Signed | null, place: Place) => server.call(who, 'GET', `/organizations/${place.id}`);

describe('the tree', () => {
  test('it begins with the own organization, opens level by level, and finds by name, code and initials', async () => {
    const root = await server.call(officer, 'GET', '/organizations');
    expect(root.body.rows).toMatchObject([{ name: '清河县', childCount: 2, level: 'county' }]);
    const children = await server.call(officer, 'GET', `/organizations?parent=${county.id}`);
    expect(children.body.rows.map((row: { name: string }) => row.name)).toEqual(['西山乡', '东坡镇']);
    for (const q of ['柳树', village.code, 'lsc', 'LSC']) {
      const found = await server.call(officer, 'GET', `/organizations?q=${encodeURIComponent(q)}`);
      expect(found.body.rows.map((row: { id: number }) => row.id)).toContain(village.id);
    }
  });

  test("another township's villages are in no list, no search and no filter", async () => {
    const found = await server.call(eastOfficer, 'GET', `/organizations?q=${encodeURIComponent('柳树')}`);
    expect(found.body.rows).toEqual([]);
    expect((await server.call(eastOfficer, 'GET', `/organizations?parent=${west.id}`)).body.rows).toEqual([]);
    expect((await server.call(eastOfficer, 'GET', '/organizations?level=village')).body.rows).toEqual([]);
    expect((await get(eastOfficer, village)).status).toBe(404);
    expect((await get(stranger, village)).status).toBe(404);
  });

  test('a percent sign finds itself, not everything', async () => {
    expect((await server.call(officer, 'GET', '/organizations?q=%25')).body.rows).toEqual([]);
  });

  test('a filter that is misspelt is refused, not ignored', async () => {
    expect((await server.call(officer, 'GET', '/organizations?levle=village')).status).toBe(400);
    expect((await server.call(officer, 'GET', '/organizations?parent=x')).status).toBe(400);
    expect((await server.call(null, 'GET', '/organizations')).status).toBe(401);
  });

  test('a superior is named on the file, but cannot be opened', async () => {
    const file = await get(westOfficer, village);
    expect(file.body.ancestors.map((one: { name: string }) => one.name)).toEqual([
      '清河县所在市',
      '清河县',
      '西山乡',
    ]);
    expect((await get(westOfficer, county)).status).toBe(404);
  });
});

describe('the one-page file', () => {
  test('it shows team, counts, figures, registers, documents and what may be done', async () => {
    const person = await buildPerson(server, village, { name: '孙某' });
    await buildPerson(server, village, { admittedOn: '2026-05-01', fullOn: null });
    await buildRecord(server, village, 'posts', {
      person: person.id,
      post: 'secretary',
      heldFrom: '2021-01-01',
    });
    await buildRecord(server, village, 'posts', {
      person: person.id,
      post: 'village-head',
      heldFrom: '2015-01-01',
      heldUntil: '2020-01-01',
    });
    await buildRecord(server, village, 'figures', {
      figure: 'households',
      countedOn: '2024-12-31',
      value: 300,
    });
    await buildRecord(server, village, 'figures', {
      figure: 'households',
      countedOn: '2025-12-31',
      value: 310,
    });
    await buildRecord(server, county, 'registers', { of: 'roster', keptFrom: '2020-01-01' });
    const { body } = await get(westOfficer, village);
    expect(body.team).toMatchObject([{ post: 'secretary', postTitle: '书记', name: '孙某' }]);
    expect(body.counts).toMatchObject({ members: 2, full: 1, probationary: 1 });
    expect(body.figures).toMatchObject([{ figure: 'households', value: 310, unit: '户', on: '2025-12-31' }]);
    expect(body.registers[0]).toEqual({ register: 'roster', title: '党员名册', keptFrom: '2020-01-01' });
    expect(body.can).toContain('record.write');
    expect(body.can).not.toContain('organization.manage');
  });
});

describe('creating', () => {
  const fresh = {
    code: 'N1',
    name: '新村',
    form: 'branch',
    kind: 'rural',
    level: 'village',
    foundedOn: '2026-01-01',
  };

  test('a village is made under a township, once for each code', async () => {
    const answer = await server.call(officer, 'POST', '/organizations', { ...fresh, parent: west.id });
    expect(answer.status).toBe(201);
    expect(answer.body.organization).toMatchObject({ name: '新村', parent: west.id, county: county.id });
    const again = await server.call(officer, 'POST', '/organizations', { ...fresh, parent: west.id });
    expect(again.status).toBe(409);
    expect(again.body.error.message).toContain('N1');
  });

  test.each([
    ['a founding day in the future', { foundedOn: '2999-01-01' }],
    ['a level above its superior', { level: 'county' }],
    ['an empty name', { name: '  ' }],
    ['a name with a line break', { name: '新\n村' }],
  ])('%s is bad input', async (_why, wrong) => {
    const body = { ...fresh, code: 'N2', parent: west.id, ...wrong };
    expect((await server.call(officer, 'POST', '/organizations', body)).status).toBe(400);
  });

  test('a county below a county, whose rows would lie under another key, is bad input', async () => {
    const body = { ...fresh, code: 'N4', parent: county.id, level: 'county', form: 'committee' };
    expect((await server.call(officer, 'POST', '/organizations', body)).status).toBe(400);
  });

  test('neither a township officer, nor a neighbouring county, nor a stranger may', async () => {
    const body = { ...fresh, code: 'N3', parent: west.id };
    expect((await server.call(westOfficer, 'POST', '/organizations', body)).status).toBe(403);
    expect((await server.call(stranger, 'POST', '/organizations', body)).status).toBe(404);
    expect((await server.call(null, 'POST', '/organizations', body)).status).toBe(401);
  });
});
