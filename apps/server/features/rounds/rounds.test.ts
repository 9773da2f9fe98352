import { beforeAll, expect, test } from 'vitest';
import {
  buildAccount,
  buildAdoption,
  buildTownship,
  buildUnit,
} from '../../../../tests/support/factories.ts';
import { withServer } from '../../../../tests/support/server.ts';
import { draftBody } from './testing/draft-body.ts';
import { buildRoundRoom, type RoundRoom, today } from './testing/round-room.ts';

const server = withServer({ work: false, now: () => new Date(`${today}T04:00:00Z`) });
let room: RoundRoom;
beforeAll(async () => {
  room = await buildRoundRoom(server);
  await buildAdoption(server, room.county);
}, 120_000);

const create = async (changes: Record<string, unknown> = {}) =>
  server.call(room.townshipOfficer, 'POST', '/rounds', { ...draftBody(room), ...changes });

test('a township’s new round keeps the edition’s on-site checks and everything in reach, and suggests six parts', async () => {
  const { status, body } = await create();
  expect(status).toBe(201);
  expect(body).toMatchObject({ state: 'draft', version: 1, units: 6, chosen: 6, visits: 0, result: null });
  expect(body.can).toEqual(['round.manage', 'round.publish', 'round.cancel']);
  const [first] = body.items;
  expect(first).toMatchObject({ code: 'VD-01/coverage', look: 'visit-dimensions/VD-01/coverage', points: 8 });
  expect(first.recorded).toEqual([{ check: 'secretary', title: '书记在任' }]);
  expect(first.guide).toContain('随机问');
  expect(Object.values<string>(body.parts).every((part) => part.length > 30)).toBe(true);
});

test('bad input is told in words: a day outside the period, weights that are not whole, an item that is none', async () => {
  const days = await create({ setting: { ...draftBody(room).setting, days: ['2027-01-05'] } });
  expect(days.status).toBe(400);
  expect(days.body.error.message).toContain('2027-01-05');
  expect((await create({ weights: { standing: 0.5, rating: 0.4, poll: 0, basically: 0.6 } })).status).toBe(
    400,
  );
  const counted = await create({ weights: { standing: 0.5, rating: 0.5, poll: 0, basically: 0.6 } });
  expect(counted.body.error.message).toContain('平时考评占了权重');
  const items = await create({ items: ['VD-99/none'] });
  expect(items.body.error.message).toContain('VD-99/none');
  expect((await create({ reach: 'townships' })).status).toBe(400);
});

test('nobody without a session or the permission, no neighbour and not even the county drafts a township’s round', async () => {
  const body = draftBody(room);
  expect((await server.call(null, 'POST', '/rounds', body)).status).toBe(401);
  expect((await server.call(room.stranger, 'POST', '/rounds', body)).status).toBe(403);
  expect((await server.call(room.secretaries[0] ?? null, 'POST', '/rounds', body)).status).toBe(403);
  expect((await server.call(room.neighbourOfficer, 'POST', '/rounds', body)).status).toBe(404);
  expect((await server.call(room.countyOfficer, 'POST', '/rounds', body)).status).toBe(403);
});

test('a draft is invisible below and to neighbours; published, the villages see the round and only themselves in it', async () => {
  const draft = (await create()).body.id;
  const [secretary = null] = room.secretaries;
  expect((await server.call(secretary, 'GET', `/rounds/${draft}`)).status).toBe(404);
  expect((await server.call(room.neighbourOfficer, 'GET', `/rounds/${room.round}`)).status).toBe(404);
  expect((await server.call(room.elsewhere, 'GET', `/rounds/${room.round}`)).status).toBe(404);
  expect((await server.call(room.countyOfficer, 'GET', `/rounds/${draft}`)).body.can).toEqual([]);
  const list = await server.call(secretary, 'GET', '/rounds');
  expect(list.body.rows.map((row: { id: number }) => row.id)).toEqual([room.round]);
  const units = await server.call(secretary, 'GET', `/rounds/${room.round}/units`);
  expect(units.body.rows).toHaveLength(1);
  const visits = await server.call(secretary, 'GET', `/rounds/${room.round}/visits`);
  expect(visits.body.rows).toHaveLength(1);
  expect(visits.body.rows[0].seats).toHaveLength(3);
  const panelists = await server.call(secretary, 'GET', `/rounds/${room.round}/panelists`);
  expect(panelists.body.rows).toEqual([]);
});

test('lists are paged without losing or repeating a row', async () => {
  const seen: number[] = [];
  let after = '';
  do {
    const { body } = await server.call(
      room.countyOfficer,
      'GET',
      `/rounds/${room.round}/units?limit=4${after}`,
    );
    seen.push(...body.rows.map((row: { organization: { id: number } }) => row.organization.id));
    after = body.next ? `&after=${body.next}` : '';
  } while (after);
  expect(seen.toSorted()).toEqual(room.villages.map(({ id }) => id).toSorted());
  expect((await server.call(room.countyOfficer, 'GET', '/rounds?after=nonsense')).status).toBe(400);
});

test('a change on a stale version is refused and changes nothing', async () => {
  const { id } = (await create()).body;
  const change = (version: number, title: string) =>
    server.call(room.townshipOfficer, 'POST', `/rounds/${id}/change`, { version, title });
  expect((await change(1, '甲')).body).toMatchObject({ version: 2, title: '甲' });
  const late = await change(1, '乙');
  expect(late.status).toBe(409);
  expect(late.body.error.message).toContain('刷新');
  expect((await server.call(room.townshipOfficer, 'GET', `/rounds/${id}`)).body.title).toBe('甲');
  expect(
    (await server.call(room.townshipOfficer, 'POST', `/rounds/${id}/change`, { version: 2 })).status,
  ).toBe(400);
  expect(
    (await server.call(room.countyOfficer, 'POST', `/rounds/${id}/change`, { version: 2, title: '丙' }))
      .status,
  ).toBe(403);
  expect(
    (await server.call(room.neighbourOfficer, 'POST', `/rounds/${id}/change`, { version: 2, title: '丙' }))
      .status,
  ).toBe(404);
});

test('weights and edition are fast once published, in the program and in the database; other changes need a reason', {
  timeout: 120_000,
}, async () => {
  const other = await buildRoundRoom(server);
  const change = (body: object) =>
    server.call(other.townshipOfficer, 'POST', `/rounds/${other.round}/change`, { version: 2, ...body });
  const weights = { standing: 0, rating: 0.5, poll: 0.5, basically: 0.6 };
  expect((await change({ weights, reason: '想改' })).status).toBe(409);
  expect((await change({ title: '新名称' })).status).toBe(400);
  expect((await change({ setting: draftBody(other).setting, reason: '想改' })).status).toBe(409);
  const changed = await change({ title: '新名称', reason: '文件改了名称' });
  expect(changed.body).toMatchObject({ version: 3, title: '新名称' });
  expect(changed.body.changes[0]).toMatchObject({ version: 3, what: '修改名称', reason: '文件改了名称' });
  await expect(
    server.services.door.asSystem('a test tampers with weights', (trx) =>
      trx
        .updateTable('round')
        .set({ weights: JSON.stringify(weights) })
        .where('id', '=', other.round)
        .execute(),
    ),
  ).rejects.toThrow('keeps its weights');
});

test('agencies are not asked what is asked of villages', async () => {
  const agencies = await buildUnit(server, room.township, 'agency');
  const officer = await buildAccount(server, 'committee-officer', agencies);
  const { body } = await server.call(officer, 'GET', `/rounds/suggest?organization=${agencies.id}`);
  expect(body.body).toMatchObject({ way: 'four-mutual', edition: 'agency-demonstration/2021' });
});

test('a suggestion fits the holder: first and themed rounds, three and four mutual, different words', async () => {
  const suggest = async (who: RoundRoom['townshipOfficer'], id: number) =>
    (await server.call(who, 'GET', `/rounds/suggest?organization=${id}`)).body;
  const themed = await suggest(room.townshipOfficer, room.township.id);
  expect(themed.body).toMatchObject({
    reach: 'villages',
    cadence: 'quarter',
    sort: 'themed',
    standingEdition: 'rural-basic/2019',
  });
  expect(themed.body.title).toBe('2027年第一季度三互活动');
  expect(themed.editions.some((one: { id: string }) => one.id === 'visit-dimensions/2020')).toBe(true);
  const first = await suggest(room.countyOfficer, room.county.id);
  expect(first.body).toMatchObject({
    reach: 'townships',
    cadence: 'half-year',
    sort: 'first',
    title: '2026年下半年三互活动',
  });
  expect(first.body.parts.goals).not.toBe(themed.body.parts.goals);
  expect(first.body.setting.days.every((day: string) => day > today)).toBe(true);
  expect(themed.body.edition).toBe('visit-dimensions/2020');
  // In 2027, whose calendar is not out yet, the first of January is a Friday.
  expect(themed.body.setting.days[0]).toBe('2027-01-04');
  await buildTownship(server, room.county);
  const made = await server.call(room.countyOfficer, 'POST', '/rounds', first.body);
  expect(made.status).toBe(201);
  expect(made.body.units).toBe(3);
  expect(
    (await server.call(room.neighbourOfficer, 'GET', `/rounds/suggest?organization=${room.township.id}`))
      .status,
  ).toBe(404);
});
