import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildAccount,
  buildCounty,
  buildTownship,
  buildVillage,
  type Signed,
} from '../../../../tests/support/factories.ts';
import { withServer } from '../../../../tests/support/server.ts';
import type { Place } from '../organizations/get-place.ts';

const server = withServer();
const warning = { edition: 'rural-basic/2019', item: 'RB-01', check: 'considered-general-branch' };
const answered = { ...warning, reason: '多数党员常年在外，暂不具备条件' };
let village: Place;
let secretary: Signed;
let neighbour: Signed;
let member: Signed;
const url = () => `/standings/${village.id}/reasons`;

beforeAll(async () => {
  const township = await buildTownship(server, await buildCounty(server));
  village = await buildVillage(server, township);
  secretary = await buildAccount(server, 'branch-secretary', village);
  member = await buildAccount(server, 'member', village);
  neighbour = await buildAccount(server, 'branch-secretary', await buildVillage(server, township));
});

describe('a reason that answers a warning', () => {
  test('stands beside the warning with the name of who gave it, and a new one takes its place', async () => {
    const first = await server.call(secretary, 'POST', url(), answered);
    expect(first.status).toBe(201);
    await server.call(secretary, 'POST', url(), { ...answered, reason: '上级已同意维持现状' });
    const { body } = await server.call(member, 'GET', `${url()}?standard=rural-basic`);
    expect(body.rows).toMatchObject([{ item: 'RB-01', reason: '上级已同意维持现状' }]);
    expect(body.rows[0].givenBy).toContain('支部书记');
    expect(body.can).toEqual([]);
  });

  test('is withdrawn once and then gone', async () => {
    const { body } = await server.call(secretary, 'GET', url());
    const withdraw = `/reasons/${body.rows[0].id}/withdraw`;
    expect((await server.call(neighbour, 'POST', withdraw)).status).toBe(404);
    expect((await server.call(secretary, 'POST', withdraw)).status).toBe(200);
    expect((await server.call(secretary, 'POST', withdraw)).status).toBe(404);
    expect((await server.call(secretary, 'GET', url())).body.rows).toEqual([]);
  });

  test('cannot answer what must be done: no way around a hard demand', async () => {
    const hard = { ...answered, check: 'branch-size' };
    const { status, body } = await server.call(secretary, 'POST', url(), hard);
    expect(status).toBe(422);
    expect(body.error.message).toContain('硬性要求');
  });

  test('needs words, an item and a check that exist', async () => {
    expect((await server.call(secretary, 'POST', url(), { ...answered, reason: '无' })).status).toBe(400);
    expect((await server.call(secretary, 'POST', url(), { ...answered, item: 'RB-99' })).status).toBe(404);
  });

  test('is not for strangers, for the neighbour, nor for a member to give', async () => {
    expect((await server.call(null, 'GET', url())).status).toBe(401);
    expect((await server.call(neighbour, 'GET', url())).status).toBe(404);
    expect((await server.call(neighbour, 'POST', url(), answered)).status).toBe(404);
    expect((await server.call(member, 'POST', url(), answered)).status).toBe(403);
  });
});
