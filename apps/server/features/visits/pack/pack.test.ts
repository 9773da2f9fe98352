import { beforeAll, expect, test } from 'vitest';
import { buildPerson, buildRecord } from '../../../../../tests/support/factories.ts';
import { withServer } from '../../../../../tests/support/server.ts';
import { buildRoundRoom, type RoundRoom, seatOf, today } from '../../rounds/testing/round-room.ts';
import { pick } from '../testing/empty-room.ts';

const server = withServer({ work: false, now: () => new Date(`${today}T04:00:00Z`) });
let room: RoundRoom;
const identity = '110101199001011237';

beforeAll(async () => {
  room = await buildRoundRoom(server, { villages: 4, neighbours: 1 });
  for (const of of ['roster', 'posts', 'activities', 'figures', 'documents'] as const)
    await buildRecord(server, room.county, 'registers', { of, keptFrom: '2020-01-01' });
  const village = pick(room.villages, 0);
  const { id } = await buildPerson(server, village, { name: '王书记', identity, phone: '13912345678' });
  await buildRecord(server, village, 'posts', {
    person: id,
    post: 'secretary',
    heldFrom: '2022-01-01',
    withOneShoulder: false,
  } as never);
  await buildRecord(server, village, 'figures', {
    figure: 'venue-area',
    value: 320,
    countedOn: '2026-01-10',
  });
}, 120_000);

test('the pack has all that a valley without signal needs, and no number of anybody', async () => {
  const visit = pick(room.visits, 0);
  const who = seatOf(visit);
  const { status, body } = await server.call(who, 'GET', '/rating/pack');
  expect(status).toBe(200);
  expect(body.rounds).toMatchObject([{ id: room.round, version: 2, theme: '三会一课', state: 'published' }]);
  expect(body.rounds[0].items).toHaveLength(room.items.length);
  const own = body.visits.find(({ id }: { id: number }) => id === visit.id);
  expect(own).toMatchObject({
    organization: { name: visit.village.name, latitude: expect.any(Number) },
    session: { closed: false },
    colleagues: expect.arrayContaining([expect.stringMatching(/评议员/)]),
    way: expect.stringMatching(/听、查、看、谈、评/),
  });
  expect(own.colleagues).toHaveLength(2);
  expect(own.file).toContainEqual({ title: '党员', value: expect.stringMatching(/^1名，其中正式1名/) });
  expect(own.file).toContainEqual({ title: expect.any(String), value: '王书记' });
  expect(own.file).toContainEqual({ title: '活动场所面积', value: '320平方米（2026-01-10）' });
  const text = JSON.stringify(body);
  expect(text).not.toContain(identity);
  expect(text).not.toContain('13912345678');
  expect(Buffer.from(body.handOverKey, 'base64url')).toHaveLength(32);
  expect(body.receiptKey).toMatchObject({ kty: 'EC', crv: 'P-256' });
  expect(body.receiptKey.d).toBeUndefined();
});

test('beside each item stands what the records say of it: met, missing and not known, in sentences', async () => {
  const visit = pick(room.visits, 0);
  const { body } = await server.call(seatOf(visit), 'GET', '/rating/pack');
  const own = body.visits.find(({ id }: { id: number }) => id === visit.id);
  expect(own.declared).toMatchObject({ asOf: today });
  const first = own.declared.items.find(({ item }: { item: string }) => item.startsWith('VD-01'));
  expect(first).toMatchObject({
    verdict: 'met',
    points: 4,
    possible: 4,
    sentences: [expect.stringMatching(/书记在任：1名/)],
  });
  const codes = new Set(room.items.map(({ code }) => code));
  for (const { item, sentences } of own.declared.items) {
    expect(codes).toContain(item);
    for (const sentence of sentences) expect(sentence).toMatch(/[\u4e00-\u9fff].*：./u);
  }
  const other = body.visits.find(
    ({ organization }: { organization: { name: string } }) =>
      organization.name === pick(room.villages, 1).name,
  );
  const lacking = other?.declared.items.find(({ item }: { item: string }) => item.startsWith('VD-01'));
  if (other) expect(lacking).toMatchObject({ verdict: 'unmet', points: 0 });
});

test('it is the panelist’s own: none without a seat, the same key after a restart, and another hand-over key for everybody', async () => {
  expect((await server.call(null, 'GET', '/rating/pack')).status).toBe(401);
  expect((await server.call(room.stranger, 'GET', '/rating/pack')).status).toBe(403);
  expect((await server.call(room.townshipOfficer, 'GET', '/rating/pack')).body).toMatchObject({
    visits: [],
    rounds: [],
    entries: [],
  });
  const visit = pick(room.visits, 0);
  const mine = await server.call(seatOf(visit), 'GET', '/rating/pack');
  const theirs = await server.call(seatOf(visit, 1), 'GET', '/rating/pack');
  expect(mine.body.handOverKey).not.toBe(theirs.body.handOverKey);
  await server.restart();
  const again = await server.call(seatOf(visit), 'GET', '/rating/pack');
  expect(again.body.receiptKey).toEqual(mine.body.receiptKey);
  expect(again.body.handOverKey).toBe(mine.body.handOverKey);
});

test('a township that is visited, beside which nothing stands: of how many of its villages the records hold', async () => {
  const visit = pick(room.visits, 3);
  const { township } = room;
  await server.services.door.asSystem('a test sends the panel to the township', (trx) =>
    trx
      .updateTable('visit')
      .set({ organization: township.id, path: township.path })
      .where('id', '=', visit.id)
      .execute(),
  );
  const { body } = await server.call(seatOf(visit), 'GET', '/rating/pack');
  const own = body.visits.find(({ id }: { id: number }) => id === visit.id);
  const first = own.declared.items.find(({ item }: { item: string }) => item.startsWith('VD-01'));
  expect(first).toMatchObject({
    verdict: 'unmet',
    points: 4,
    possible: 4 * room.villages.length,
    sentences: [
      expect.stringContaining(
        `所辖${room.villages.length}个单位中，1个达标，${room.villages.length - 1}个未达标`,
      ),
    ],
  });
});
