import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildAccount,
  buildAdoption,
  buildCounty,
  buildRecord,
  buildTownship,
  buildVillage,
  type Signed,
} from '../../../../tests/support/factories.ts';
import { withServer } from '../../../../tests/support/server.ts';
import type { Place } from '../organizations/get-place.ts';
import { findRunningPeriod } from './running-period.ts';

const server = withServer();
let county: Place;
let village: Place;
let secretary: Signed;
let officer: Signed;
let neighbour: Signed;

beforeAll(async () => {
  county = await buildCounty(server);
  await buildAdoption(server, county);
  const township = await buildTownship(server, county);
  village = await buildVillage(server, township);
  const other = await buildVillage(server, township);
  await buildRecord(server, county, 'registers', { of: 'activities', keptFrom: '2020-01-01' });
  secretary = await buildAccount(server, 'branch-secretary', village);
  officer = await buildAccount(server, 'county-officer', county);
  neighbour = await buildAccount(server, 'branch-secretary', other);
});

const enter = (register: string, body: object) =>
  server.call(secretary, 'POST', `/organizations/${village.id}/records/${register}`, body);

describe('home', () => {
  test('a secretary sees what the running quarter still asks for, and no more once it is recorded', async () => {
    await enter('figures', { figure: 'population', countedOn: '2025-12-31', value: 900 });
    const before = await server.call(secretary, 'GET', '/home');
    expect(before.body).toMatchObject({ edition: { id: 'rural-basic/2019' }, below: null });
    const due = before.body.due.find(
      (line: { id: string }) => line.id === 'general-meeting/RB-18/general-meeting',
    );
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
    expect(due).toMatchObject({ kind: 'activity', by: findRunningPeriod('quarter', today).until });
    expect(before.body.shortfalls.length).toBeGreaterThan(0);
    await enter('activities', { kind: 'general-meeting', title: '党员大会', happenedOn: today });
    const after = await server.call(secretary, 'GET', '/home');
    expect(after.body.due.map((line: { id: string }) => line.id)).not.toContain(
      'general-meeting/RB-18/general-meeting',
    );
  });

  test('a register that nobody keeps yet is asked for first, and no more once it is kept', async () => {
    const ids = async () =>
      (await server.call(secretary, 'GET', '/home')).body.due.map((line: { id: string }) => line.id);
    expect((await ids())[0]).toBe('roster/kept');
    await enter('registers', { of: 'roster', keptFrom: '2026-01-01' });
    expect(await ids()).not.toContain('roster/kept');
    expect(await ids()).not.toContain('activities/kept');
  });

  test('what was done lately is told without names, to the own subtree only', async () => {
    const { body } = await server.call(secretary, 'GET', '/home');
    expect(body.recent[0]).toMatchObject({
      text: '录入记录：台账启用',
      link: { organization: village.id, register: 'registers' },
    });
    expect((await server.call(neighbour, 'GET', '/home')).body.recent).toEqual([]);
    const above = await server.call(officer, 'GET', '/home');
    expect(above.body.recent[0].text).toContain(village.name);
  });

  test('an officer sees how many stand in which band and what costs most, never an order of places', async () => {
    const { body } = await server.call(officer, 'GET', '/home');
    expect(body.standing).toBeNull();
    const bands = Object.values<number>(body.below.byBand).reduce((sum, count) => sum + count, 0);
    expect(bands).toBe(body.below.count);
    expect(body.below.count).toBeGreaterThan(0);
    expect(body.shortfalls[0].text).toMatch(/^\d+个单位未达标$/);
    expect(JSON.stringify(body)).not.toMatch(/rank|名次/);
  });

  test('a stranger is told to sign in; a county without a standard has an empty home, not an error', async () => {
    expect((await server.call(null, 'GET', '/home')).status).toBe(401);
    const bare = await buildAccount(server, 'county-officer', await buildCounty(server));
    expect(await server.call(bare, 'GET', '/home')).toMatchObject({
      status: 200,
      body: { edition: null, due: [], shortfalls: [] },
    });
  });
});

describe('burden', () => {
  test('the fields that people filled in this month are counted where they were asked, corrections too', async () => {
    const url = `/burden?organization=${village.id}`;
    const before = await server.call(secretary, 'GET', url);
    const made = await enter('figures', { figure: 'households', countedOn: '2025-12-31', value: 300 });
    const after = await server.call(secretary, 'GET', url);
    expect(after.body.fields - before.body.fields).toBe(3);
    await server.call(secretary, 'POST', `/records/figures/${made.body.record.id}/correct`, {
      reason: '抄错',
      record: { figure: 'households', countedOn: '2025-12-31', value: 310, source: '台账' },
    });
    expect((await server.call(secretary, 'GET', url)).body.fields - after.body.fields).toBe(4);
    expect(
      (await server.call(officer, 'GET', `/burden?organization=${county.id}`)).body.fields,
    ).toBeGreaterThanOrEqual(7);
    expect((await server.call(secretary, 'GET', `${url}&month=2020-01`)).body).toMatchObject({
      fields: 0,
      minutes: 0,
    });
  });

  test('a wrong month is bad input, a neighbour is not found, a stranger is told to sign in', async () => {
    expect(
      (await server.call(secretary, 'GET', `/burden?organization=${village.id}&month=2026-13`)).status,
    ).toBe(400);
    expect((await server.call(neighbour, 'GET', `/burden?organization=${village.id}`)).status).toBe(404);
    expect((await server.call(null, 'GET', `/burden?organization=${village.id}`)).status).toBe(401);
  });
});

test.each([
  ['month', '2024-02-29', '2024-02-01', '2024-02-29', '2024年2月'],
  ['quarter', '2026-03-31', '2026-01-01', '2026-03-31', '2026年第1季度'],
  ['quarter', '2026-04-01', '2026-04-01', '2026-06-30', '2026年第2季度'],
  ['half-year', '2026-07-01', '2026-07-01', '2026-12-31', '2026年下半年'],
  ['year', '2026-12-31', '2026-01-01', '2026-12-31', '2026年'],
] as const)('the running %s on %s is cut at its true ends', (length, day, from, until, label) => {
  expect(findRunningPeriod(length, day)).toEqual({ from, until, label });
});
