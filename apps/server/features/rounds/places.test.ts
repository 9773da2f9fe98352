import { beforeAll, expect, test } from 'vitest';
import type { Signed } from '../../../../tests/support/factories.ts';
import { withServer } from '../../../../tests/support/server.ts';
import { sayOverdue } from './coverage.ts';
import { periodAt, periodNumber } from './periods.ts';
import { buildRoundRoom, type RoundRoom, today } from './testing/round-room.ts';

const server = withServer({ work: false, now: () => new Date(`${today}T04:00:00Z`) });
let room: RoundRoom;
beforeAll(async () => {
  room = await buildRoundRoom(server, { villages: 4, neighbours: 1, revealed: true });
  await server.services.door.asSystem('a test moves visits into the past and away', async (trx) => {
    const [old, , missed] = room.visits;
    await trx
      .updateTable('visit')
      .set({ planned_on: '2026-04-10' })
      .where('id', '=', old?.id ?? 0)
      .execute();
    await trx
      .updateTable('visit')
      .set({ state: 'cancelled', reason: '防汛' })
      .where('id', '=', missed?.id ?? 0)
      .execute();
  });
}, 120_000);

const get = (path: string, who: Signed | null = room.townshipOfficer) => server.call(who, 'GET', path);
const post = (path: string, body: unknown, who: Signed | null = room.countyOfficer) =>
  server.call(who, 'POST', path, body);

test('coverage finds who is overdue and who was never visited, and counts each quarter', async () => {
  const { body } = await get(`/rounds/coverage?organization=${room.township.id}`);
  const of = (at: number) =>
    body.units.find(
      (unit: { organization: { id: number } }) => unit.organization.id === room.villages[at]?.id,
    );
  expect(of(0)).toMatchObject({ lastHeld: '2026-04-10', overdue: '已超过1个季度没有观摩' });
  expect(of(1)).toMatchObject({ lastHeld: '2026-11-18', overdue: null });
  expect(of(2)).toMatchObject({ lastHeld: null, overdue: '还没有观摩过' });
  expect(body.periods).toHaveLength(4);
  expect(body.periods[1]).toMatchObject({ title: '2026年第二季度', units: 4, planned: 1, held: 1 });
  expect(body.periods[3]).toMatchObject({
    planned: 2,
    held: 2,
    rounds: [{ id: room.round, title: '第四季度三互活动' }],
  });
});

test('a county sees its townships and all their villages in half-years, a neighbour and a stranger nothing', async () => {
  const county = await get(`/rounds/coverage?organization=${room.county.id}&year=2026`, room.countyOfficer);
  expect(county.body.periods.map(({ title }: { title: string }) => title)).toEqual([
    '2026年上半年',
    '2026年下半年',
  ]);
  expect(county.body.units).toHaveLength(2 + 4 + 1);
  const path = `/rounds/coverage?organization=${room.township.id}`;
  expect((await get(path, room.neighbourOfficer)).status).toBe(404);
  expect((await get(path, room.stranger)).status).toBe(403);
  expect((await get(path, null)).status).toBe(401);
  expect((await get('/rounds/coverage?organization=x')).status).toBe(400);
});

test('only whole periods that passed are overdue, in quarters and in half-years', () => {
  const say = (lastHeld: string | null, length: 'quarter' | 'half-year', founded = '2001-01-01') =>
    sayOverdue({ lastHeld, founded, length, today: '2026-11-20' });
  expect(say('2026-09-30', 'quarter')).toBeNull();
  expect(say('2026-06-30', 'quarter')).toBe('已超过1个季度没有观摩');
  expect(say('2025-12-31', 'half-year')).toBe('已超过1个半年没有观摩');
  expect(say('2026-01-01', 'half-year')).toBeNull();
  expect(say(null, 'quarter', '2026-10-08')).toBeNull();
  expect(periodAt(periodNumber('2026-12-31', 'quarter') + 1, 'quarter')).toEqual({
    title: '2027年第一季度',
    from: '2027-01-01',
    until: '2027-03-31',
  });
});

test('a liaison is entered and ended inside the own subtree only', async () => {
  const body = {
    organization: room.township.id,
    name: '王某',
    post: '组织部副部长',
    account: null,
    validFrom: '2026-01-01',
    validUntil: null,
  };
  const made = await post('/liaisons', body);
  expect(made.status).toBe(201);
  expect((await post('/liaisons', { ...body, validUntil: '2025-01-01' })).status).toBe(400);
  expect((await post('/liaisons', { ...body, account: 'nobody' })).status).toBe(400);
  expect((await post('/liaisons', body, null)).status).toBe(401);
  expect((await post('/liaisons', body, room.stranger)).status).toBe(403);
  expect((await post('/liaisons', body, room.neighbourOfficer)).status).toBe(404);
  const end = (on: string, who?: Signed) =>
    post(`/liaisons/${made.body.id}/end`, { on }, who ?? room.countyOfficer);
  expect((await end('2026-06-30', room.neighbourOfficer)).status).toBe(404);
  expect((await end('2025-06-30')).status).toBe(400);
  expect((await end('2026-06-30')).body).toMatchObject({ validUntil: '2026-06-30', can: [] });
  expect((await end('2026-07-30')).status).toBe(409);
  const { rows } = (await get(`/liaisons?organization=${room.county.id}`, room.countyOfficer)).body;
  expect(rows).toHaveLength(1);
});

test('a class is decided from above with a reason, never overwritten, and never by oneself', async () => {
  const village = room.villages[0]?.id;
  const decide = (fields: object, who: Signed | null = room.townshipOfficer) =>
    post(
      '/classes',
      { organization: village, class: 'middle', validFrom: '2026-03-01', reason: '评议结果居中', ...fields },
      who,
    );
  expect((await decide({})).body).toMatchObject({ class: 'middle', earlier: [] });
  const again = await decide({ class: 'leading', validFrom: '2026-09-01', reason: '连续两轮靠前' });
  expect(again.body).toMatchObject({
    class: 'leading',
    earlier: [{ class: 'middle', reason: '评议结果居中' }],
  });
  expect((await decide({ reason: '' })).status).toBe(400);
  expect((await decide({ validFrom: '2027-01-01' })).status).toBe(400);
  expect((await decide({}, null)).status).toBe(401);
  expect((await decide({}, room.secretaries[0] ?? null)).status).toBe(403);
  expect((await decide({}, room.neighbourOfficer)).status).toBe(404);
  expect((await decide({ organization: room.township.id })).status).toBe(400);
  const first = (await get(`/classes?organization=${room.township.id}&limit=3`)).body;
  expect(first.rows).toHaveLength(3);
  const rest = (await get(`/classes?organization=${room.township.id}&limit=3&after=${first.next}`)).body;
  expect([...first.rows, ...rest.rows].map((row) => row.organization.id).toSorted()).toEqual(
    room.villages.map(({ id }) => id).toSorted(),
  );
  const own = await get(`/classes?organization=${village}`, room.secretaries[0] ?? null);
  expect(own.body.rows).toMatchObject([{ class: 'leading' }]);
});

test('a ranking basis is the county’s to enter and withdraw; those below see it and cannot touch it', async () => {
  const body = {
    organization: room.county.id,
    document: '三互结果运用办法',
    number: '组发〔2026〕8号',
    issuer: '县委组织部',
    issuedOn: '2026-01-10',
    validUntil: '2027-12-31',
  };
  const made = await post('/ranking-bases', body);
  expect(made.body).toMatchObject({ inForce: true, can: ['basis.manage'] });
  expect((await post('/ranking-bases', { ...body, validUntil: '2025-01-01' })).status).toBe(400);
  expect((await post('/ranking-bases', { ...body, issuedOn: '2026-12-01' })).status).toBe(400);
  expect((await post('/ranking-bases', body, null)).status).toBe(401);
  expect((await post('/ranking-bases', body, room.townshipOfficer)).status).toBe(403);
  expect((await post('/ranking-bases', body, room.elsewhere)).status).toBe(404);
  const seen = await get(`/ranking-bases?organization=${room.township.id}`);
  expect(seen.body.rows).toMatchObject([{ number: '组发〔2026〕8号', can: [] }]);
  const withdraw = (who: Signed) => post(`/ranking-bases/${made.body.id}/withdraw`, {}, who);
  expect((await withdraw(room.elsewhere)).status).toBe(404);
  expect((await withdraw(room.countyOfficer)).body).toMatchObject({ inForce: false, can: [] });
  expect((await withdraw(room.countyOfficer)).status).toBe(404);
});

test('every write leaves its line in the audit trail', async () => {
  const lines = await server.services.door.asSystem('a test reads the audit trail', (trx) =>
    trx.selectFrom('audit_line').select('act').where('county', '=', room.county.county).execute(),
  );
  const acts = new Set(lines.map(({ act }) => act));
  for (const act of ['liaison.create', 'liaison.end', 'class.decide', 'basis.create', 'basis.withdraw'])
    expect(acts).toContain(act);
});
