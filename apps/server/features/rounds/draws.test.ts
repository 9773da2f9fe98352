import { beforeAll, expect, test } from 'vitest';
import type { Signed } from '../../../../tests/support/factories.ts';
import { withServer } from '../../../../tests/support/server.ts';
import { draftBody } from './testing/draft-body.ts';
import { buildRoundRoom, type RoundRoom, today } from './testing/round-room.ts';

const server = withServer({ work: false, now: () => new Date(`${today}T04:00:00Z`) });
let room: RoundRoom;
beforeAll(async () => {
  room = await buildRoundRoom(server, { villages: 4, neighbours: 1 });
}, 120_000);

const post = (path: string, body: unknown, who: Signed | null = room.townshipOfficer) =>
  server.call(who, 'POST', path, body);

async function createDrawn(): Promise<{ id: number; version: number }> {
  const body = draftBody(room);
  const setting = { ...body.setting, choice: 'draw' as const, count: 2 };
  const made = await post('/rounds', { ...body, setting });
  expect(made.body).toMatchObject({ units: 4, chosen: 0 });
  return made.body;
}

const commit = async (rule = '') => {
  const { id, version } = await createDrawn();
  const body = { version, count: 2, every: null, beaconRule: rule };
  return { id, answer: await post(`/rounds/${id}/draw/commit`, body) };
};

test('before the draw everybody sees list and commitment, and nobody the seed', async () => {
  const { answer } = await commit();
  expect(answer.status).toBe(201);
  const shown = (await server.call(null, 'GET', `/public/draws/${answer.body.slug}`)).body;
  expect(shown).toMatchObject({ seed: null, drawn: null, differs: null, count: 2 });
  expect(shown.commitment).toMatch(/^[0-9a-f]{64}$/);
  expect(shown.units).toHaveLength(4);
  const row = await server.services.door.asSystem('a test looks at the seed', (trx) =>
    trx
      .selectFrom('round_draw')
      .select(['seed', 'told_seed'])
      .where('slug', '=', shown.slug)
      .executeTakeFirstOrThrow(),
  );
  expect(row.told_seed).toBeNull();
  expect(server.services.sealed.open(row.seed ?? Buffer.alloc(0))).toMatch(/^[0-9a-f]{64}$/);
});

test('a draw that was told is recomputed by everybody, chooses the units, and cannot be repeated', async () => {
  const { id, answer } = await commit('当天上证指数收盘价');
  expect((await post(`/rounds/${id}/draw/tell`, { beacon: '' })).status).toBe(400);
  const told = await post(`/rounds/${id}/draw/tell`, { beacon: '3210.55' });
  expect(told.body.drawn).toHaveLength(2);
  expect(told.body.differs).toEqual([]);
  expect(told.body.seed).toMatch(/^[0-9a-f]{64}$/);
  expect((await post(`/rounds/${id}/draw/tell`, { beacon: '1' })).status).toBe(409);
  const round = (await server.call(room.townshipOfficer, 'GET', `/rounds/${id}`)).body;
  expect(round.chosen).toBe(2);
  const again = { version: round.version, count: 1, every: null, beaconRule: '' };
  expect((await post(`/rounds/${id}/draw/commit`, again)).status).toBe(409);
  const shown = await server.call(null, 'GET', `/public/draws/${answer.body.slug}`);
  expect(shown.body.differs).toEqual([]);
});

test('an override after the draw is shown with its reason; a choice changed behind the draw is told', async () => {
  const { id, answer } = await commit();
  const told = (await post(`/rounds/${id}/draw/tell`, { beacon: '' })).body;
  const left = room.villages.find(({ code }) => !told.drawn.includes(code));
  const { version } = (await server.call(room.townshipOfficer, 'GET', `/rounds/${id}`)).body;
  const changes = [{ organization: left?.id, chosen: true, reason: '群众反映集中' }];
  expect((await post(`/rounds/${id}/units`, { version, changes })).body.chosen).toBe(3);
  const look = async () => (await server.call(null, 'GET', `/public/draws/${answer.body.slug}`)).body;
  expect(await look()).toMatchObject({
    differs: [],
    overrides: [{ unit: left?.code, act: 'add', reason: '群众反映集中' }],
  });
  const tamper = (set: object) =>
    server.services.door.asSystem('a test tampers with a draw', (trx) =>
      trx.updateTable('round_draw').set(set).where('slug', '=', answer.body.slug).execute(),
    );
  await server.services.door.asSystem('a test tampers with the choice', (trx) =>
    trx.updateTable('round_unit').set({ chosen: false }).where('round', '=', id).execute(),
  );
  expect((await look()).differs).toEqual([expect.stringContaining('最后名单不同')]);
  await tamper({ told_seed: 'another seed' });
  expect((await look()).differs).toContain('公布的种子与抽签前公布的承诺不符。');
});

test('a committed draw freezes how it chooses and waits for its telling before anything else', async () => {
  const { id } = await commit();
  const round = (await server.call(room.townshipOfficer, 'GET', `/rounds/${id}`)).body;
  const setting = { ...round.setting, count: 3 };
  expect((await post(`/rounds/${id}/change`, { version: round.version, setting })).status).toBe(409);
  const changes = [{ organization: room.villages[0]?.id, chosen: true, reason: '要看' }];
  expect((await post(`/rounds/${id}/units`, { version: round.version, changes })).status).toBe(409);
  expect((await post(`/rounds/${id}/publish`, { version: round.version })).body.error.message).toContain(
    '抽签',
  );
});

test('a draw is nobody else’s to commit or to tell, and an unknown page is not found', async () => {
  const { id, version } = await createDrawn();
  const body = { version, count: 2, every: null, beaconRule: '' };
  const of = (who: Signed | null) => post(`/rounds/${id}/draw/commit`, body, who);
  expect((await of(null)).status).toBe(401);
  expect((await of(room.stranger)).status).toBe(403);
  expect((await of(room.neighbourOfficer)).status).toBe(404);
  expect((await post(`/rounds/${id}/draw/commit`, { ...body, count: 9 })).status).toBe(400);
  expect((await post(`/rounds/${id}/draw/tell`, { beacon: '' })).status).toBe(409);
  expect((await server.call(room.townshipOfficer, 'GET', `/rounds/${id}/draw`)).body).toBeNull();
  expect((await server.call(null, 'GET', '/public/draws/abcdefghijklmnopqrst')).status).toBe(404);
  const plain = (await post('/rounds', draftBody(room))).body;
  expect((await post(`/rounds/${plain.id}/draw/commit`, { ...body, version: 1 })).status).toBe(409);
});

test('a draw that was not liked cannot vanish: its page stays and says that the round was given up', async () => {
  const { id, version } = await createDrawn();
  const body = { version, count: 2, every: null, beaconRule: '' };
  const { slug, cancelled } = (await post(`/rounds/${id}/draw/commit`, body)).body;
  expect(cancelled).toBe(false);
  expect((await post(`/rounds/${id}/cancel`, { version: version + 1 })).status).toBe(200);
  const shown = await server.call(null, 'GET', `/public/draws/${slug}`);
  expect(shown.body).toMatchObject({ cancelled: true, count: 2 });
});

test('every override needs its reason, and a unit outside the list is refused', async () => {
  const { id } = (await post('/rounds', draftBody(room))).body;
  const village = room.villages[0]?.id;
  const change = (changes: object[], version = 1) => post(`/rounds/${id}/units`, { version, changes });
  expect((await change([{ organization: village, chosen: false }])).status).toBe(400);
  expect(
    (await change([{ organization: room.neighbourVillages[0]?.id, chosen: true, reason: '想看' }])).status,
  ).toBe(400);
  expect((await change([{ organization: village, chosen: false, reason: '修路不通' }])).body.chosen).toBe(3);
  expect((await change([{ organization: village, chosen: true, reason: '通了' }])).status).toBe(409);
  const { rows } = (await server.call(room.townshipOfficer, 'GET', `/rounds/${id}/units`)).body;
  const own = rows.find((row: { organization: { id: number } }) => row.organization.id === village);
  expect(own).toMatchObject({ chosen: false, how: 'override', reason: '修路不通' });
});

test('by risk those with the least known and the lagging come first, each explained', async () => {
  const [, second] = room.villages;
  const decide = (organization: number | undefined, who = room.townshipOfficer) =>
    post('/classes', { organization, class: 'lagging', validFrom: '2026-06-01', reason: '班子不齐' }, who);
  expect((await decide(second?.id)).status).toBe(201);
  const body = draftBody(room);
  const setting = { ...body.setting, choice: 'risk' as const };
  expect((await post('/rounds', { ...body, setting })).status).toBe(400);
  const { id } = (await post('/rounds', { ...body, setting: { ...setting, count: 1 } })).body;
  const { rows } = (await server.call(room.townshipOfficer, 'GET', `/rounds/${id}/units`)).body;
  const chosen = rows.filter((row: { chosen: boolean }) => row.chosen);
  expect(chosen).toHaveLength(1);
  expect(chosen[0].organization.id).toBe(second?.id);
  expect(chosen[0]).toMatchObject({ class: 'lagging', how: 'risk' });
  expect(chosen[0].why).toContain('分类为后进');
});
