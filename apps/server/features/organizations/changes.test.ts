import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildAccount,
  buildAdoption,
  buildCounty,
  buildGroup,
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

const change = (who: Signed | null, place: Place, body: object) =>
  server.call(who, 'POST', `/organizations/${place.id}/changes`, body);
const get = (who: Signed | null, place: Place) => server.call(who, 'GET', `/organizations/${place.id}`);

describe('changes leave the past as it was', () => {
  test('a renamed village keeps its old name for the days on which it had it', async () => {
    const place = await buildVillage(server, west, '旧名村');
    const answer = await change(officer, place, { way: 'rename', name: '新名村', on: '2026-03-01' });
    expect(answer.body.organization.name).toBe('新名村');
    const then = await server.call(officer, 'GET', `/organizations?parent=${west.id}&asOf=2026-02-28`);
    expect(then.body.rows.map((row: { name: string }) => row.name)).toContain('旧名村');
    const since = await server.call(officer, 'GET', `/organizations?parent=${west.id}&asOf=2026-03-01`);
    expect(since.body.rows.map((row: { name: string }) => row.name)).toContain('新名村');
    const early = await change(officer, place, { way: 'rename', name: '更早', on: '2026-02-01' });
    expect(early.status).toBe(422);
    expect((await change(officer, place, { way: 'rename', name: '未来', on: '2999-01-01' })).status).toBe(
      400,
    );
  });

  test('a moved village takes every row with it, and the officers see what is theirs', async () => {
    const place = await buildVillage(server, west, '搬迁村');
    const group = await buildGroup(server, place);
    const person = await buildPerson(server, place);
    await buildRecord(server, place, 'posts', {
      person: person.id,
      post: 'secretary',
      heldFrom: '2021-01-01',
    });
    const figure = await buildRecord(server, place, 'figures', {
      figure: 'population',
      countedOn: '2025-12-31',
      value: 900,
    });
    const secretary = await buildAccount(server, 'branch-secretary', place);
    const answer = await change(officer, place, { way: 'move', parent: east.id, on: '2026-04-01' });
    expect(answer.status).toBe(200);
    expect(answer.body.organization.parent).toBe(east.id);
    expect((await get(westOfficer, place)).status).toBe(404);
    expect((await get(eastOfficer, place)).status).toBe(200);
    expect((await get(eastOfficer, group)).status).toBe(200);
    expect((await server.call(eastOfficer, 'GET', `/records/figures/${figure.id}`)).status).toBe(200);
    expect((await server.call(westOfficer, 'GET', `/records/figures/${figure.id}`)).status).toBe(404);
    expect((await get(secretary, place)).status).toBe(200);
    const before = await server.call(officer, 'GET', `/organizations?parent=${west.id}&asOf=2026-03-31`);
    expect(before.body.rows.map((row: { name: string }) => row.name)).toContain('搬迁村');
    const left = await server.services.door.asSystem('a test looks for rows left behind', async (trx) =>
      trx.selectFrom('seat').select('path').where('organization', '=', place.id).execute(),
    );
    expect(left.every(({ path }) => path === `${east.path}${place.id}.`)).toBe(true);
  });

  test('nothing is moved below itself, to where it is, or into another county', async () => {
    const elsewhere = await buildCounty(server, '第三县');
    expect((await change(officer, west, { way: 'move', parent: village.id, on: '2026-04-01' })).status).toBe(
      400,
    );
    expect((await change(officer, village, { way: 'move', parent: west.id, on: '2026-04-01' })).status).toBe(
      400,
    );
    expect(
      (await change(officer, village, { way: 'move', parent: elsewhere.id, on: '2026-04-01' })).status,
    ).toBe(404);
    expect((await change(stranger, village, { way: 'close', on: '2026-04-01' })).status).toBe(404);
    expect((await change(westOfficer, village, { way: 'close', on: '2026-04-01' })).status).toBe(403);
  });

  test('of merged villages one goes on with the people, and the other is its predecessor', async () => {
    const stays = await buildVillage(server, west, '合并村');
    const goes = await buildVillage(server, west, '并入村');
    const group = await buildGroup(server, goes);
    const person = await buildPerson(server, goes, { name: '李某' });
    await buildRecord(server, goes, 'posts', {
      person: person.id,
      post: 'secretary',
      heldFrom: '2021-01-01',
    });
    await buildRecord(server, goes, 'activities', {
      kind: 'general-meeting',
      title: '大会',
      happenedOn: '2026-01-10',
      tags: [],
      stages: [],
      concentrated: false,
      complete: true,
      attendance: [{ person: person.id }],
    });
    const answer = await change(officer, stays, { way: 'merge', others: [goes.id], on: '2026-05-01' });
    expect(answer.status).toBe(200);
    const file = await get(westOfficer, stays);
    expect(file.body.counts).toMatchObject({ members: 1, groups: 1 });
    expect(file.body.lineage).toMatchObject([
      { way: 'merge', side: 'predecessor', organization: { name: '并入村' } },
    ]);
    expect((await get(westOfficer, group)).body.organization.parent).toBe(stays.id);
    const gone = await get(westOfficer, goes);
    expect(gone.body.organization.closedOn).toBe('2026-05-01');
    expect(gone.body.team).toEqual([]);
    const roster = await server.call(westOfficer, 'GET', `/organizations/${goes.id}/records/roster`);
    expect(roster.body.rows).toMatchObject([{ name: '李某', leftOn: '2026-05-01', leftWhy: 'transfer' }]);
    const here = await server.call(westOfficer, 'GET', `/organizations/${stays.id}/records/roster`);
    expect(here.body.rows).toMatchObject([{ name: '李某', joinedOn: '2026-05-01', leftOn: null }]);
    const late = { kind: 'general-meeting', title: '晚到', happenedOn: '2026-05-02' };
    expect(
      (await server.call(westOfficer, 'POST', `/organizations/${goes.id}/records/activities`, late)).status,
    ).toBe(409);
    expect((await change(officer, goes, { way: 'rename', name: '不行', on: '2026-06-01' })).status).toBe(409);
  });

  test('a split gives new villages that know where they come from', async () => {
    const place = await buildVillage(server, west, '大村');
    const into = [
      { code: 'SP1', name: '上村' },
      { code: 'SP2', name: '下村' },
    ];
    const answer = await change(officer, place, { way: 'split', into, close: true, on: '2026-06-01' });
    expect(answer.body.created.map((row: { name: string }) => row.name)).toEqual(['上村', '下村']);
    const file = await server.call(officer, 'GET', `/organizations/${answer.body.created[0].id}`);
    expect(file.body.lineage).toMatchObject([
      { way: 'split', side: 'predecessor', organization: { name: '大村' } },
    ]);
  });

  test('nothing closes over people or organizations that are still there', async () => {
    const place = await buildVillage(server, west, '有人村');
    await buildPerson(server, place);
    const answer = await change(officer, place, { way: 'close', on: '2026-06-01' });
    expect(answer.status).toBe(409);
    expect(answer.body.error.message).toContain('1人');
    expect((await change(officer, west, { way: 'close', on: '2026-06-01' })).status).toBe(409);
  });
});

test('an earlier moment is still told by the rows of that moment after a merge', async () => {
  const stays = await buildVillage(server, west, '留村');
  const goes = await buildVillage(server, west, '走村');
  const person = await buildPerson(server, goes);
  const { moment } = await server.services.door.asSystem('a test reads the clock', async (trx) => {
    const row = await trx
      .selectFrom('person')
      .select('entered_at')
      .where('id', '=', person.id)
      .executeTakeFirstOrThrow();
    return { moment: row.entered_at };
  });
  await change(officer, stays, { way: 'merge', others: [goes.id], on: '2026-07-01' });
  const rows = await server.services.door.asSystem('a test looks back', async (trx) =>
    trx
      .selectFrom('person')
      .select(['id', 'left_on', 'entered_at', 'withdrawn_at'])
      .where('organization', '=', goes.id)
      .execute(),
  );
  const then = rows.filter(
    (row) => row.entered_at <= moment && (row.withdrawn_at === null || row.withdrawn_at > moment),
  );
  expect(then).toMatchObject([{ id: person.id, left_on: null }]);
});
