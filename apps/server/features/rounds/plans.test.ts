import { beforeAll, expect, test } from 'vitest';
import type { Signed } from '../../../../tests/support/factories.ts';
import { withServer } from '../../../../tests/support/server.ts';
import { draftBody } from './testing/draft-body.ts';
import { putEntries } from './testing/put-entries.ts';
import { buildRoundRoom, type RoundRoom, today } from './testing/round-room.ts';

const server = withServer({ work: false, now: () => new Date(`${today}T04:00:00Z`) });
let room: RoundRoom;
beforeAll(async () => {
  room = await buildRoundRoom(server);
}, 120_000);

const post = (path: string, body: unknown, who: Signed | null = room.townshipOfficer) =>
  server.call(who, 'POST', path, body);
const get = (path: string, who: Signed | null = room.townshipOfficer) => server.call(who, 'GET', path);

const panelistsOf = () => [
  ...room.secretaries.map(({ account }, at) => ({
    name: `书记${at + 1}`,
    post: '支部书记',
    home: room.villages[at]?.id ?? null,
    account,
    part: 'panelist' as const,
    unavailable: at === 0 ? ['2026-12-01'] : [],
  })),
  {
    name: '专家',
    post: '',
    home: null,
    account: room.panelist.account,
    part: 'leader' as const,
    unavailable: [],
  },
];

async function createPlanned() {
  const { id } = (await post('/rounds', draftBody(room))).body;
  const panelists = await post(`/rounds/${id}/panelists`, { version: 1, panelists: panelistsOf() });
  expect(panelists.status).toBe(200);
  const planned = await post(`/rounds/${id}/plan`, { version: 2 });
  expect(planned.status).toBe(200);
  return { id, round: planned.body, panelists: panelists.body.rows };
}

test('the plan visits every village with three panelists, none at home or on a day he cannot come, and says the rest', async () => {
  const { id, round, panelists } = await createPlanned();
  expect(round).toMatchObject({ version: 3, visits: 6, planned: { share: 1, missing: [], connected: true } });
  expect(round.planned.reasons.join('')).toContain('专家没有写明所在单位');
  const homes = new Map(
    panelists.map((one: { id: number; home: { id: number } | null }) => [one.id, one.home?.id]),
  );
  const away = panelists.find((one: { name: string }) => one.name === '书记1').id;
  const { rows } = (await get(`/rounds/${id}/visits`)).body;
  for (const visit of rows) {
    const seats = visit.seats.map((seat: { panelist: number }) => seat.panelist);
    expect(seats).toHaveLength(3);
    expect(seats.map((one: number) => homes.get(one))).not.toContain(visit.organization.id);
    if (visit.on === '2026-12-01') expect(seats).not.toContain(away);
    expect(visit.warnings).toEqual([]);
  }
  expect(new Set(rows.map((visit: { session: { id: number } }) => visit.session.id)).size).toBe(
    new Set(rows.map((visit: { on: string }) => visit.on)).size,
  );
});

test('planning again replaces the visits and keeps nothing twice; a stale version plans nothing', async () => {
  const { id } = await createPlanned();
  expect((await post(`/rounds/${id}/plan`, { version: 2 })).status).toBe(409);
  expect((await post(`/rounds/${id}/plan`, { version: 3 })).body).toMatchObject({ version: 4, visits: 6 });
  expect((await get(`/rounds/${id}/visits`)).body.rows).toHaveLength(6);
});

test('what the plan could not keep is told by name: too few who may judge, and whoever stands above them all', async () => {
  const { id } = (await post('/rounds', draftBody(room))).body;
  const panelists = [
    ...panelistsOf().slice(1, 3),
    { ...panelistsOf()[0], name: '乡干部', home: room.township.id, account: null },
  ];
  await post(`/rounds/${id}/panelists`, { version: 1, panelists });
  const { body } = await post(`/rounds/${id}/plan`, { version: 2 });
  const told = body.planned.reasons.join('\n');
  expect(told).toContain('乡干部来自举办单位或它的上级');
  expect(told).toMatch(/不足 3 名/);
  expect(told).toContain(room.villages[5]?.name);
  const empty = (await post('/rounds', draftBody(room))).body;
  expect((await post(`/rounds/${empty.id}/plan`, { version: 1 })).status).toBe(400);
});

test('planning, panelists and visits are the holder’s alone', async () => {
  const { id } = (await post('/rounds', draftBody(room))).body;
  for (const [path, body] of [
    ['plan', { version: 1 }],
    ['panelists', { version: 1, panelists: [] }],
    ['publish', { version: 1 }],
    ['close', { version: 1 }],
    ['cancel', { version: 1 }],
  ] as const) {
    expect((await post(`/rounds/${id}/${path}`, body, null)).status).toBe(401);
    expect((await post(`/rounds/${id}/${path}`, body, room.stranger)).status).toBe(403);
    expect((await post(`/rounds/${id}/${path}`, body, room.neighbourOfficer)).status).toBe(404);
    expect((await post(`/rounds/${id}/${path}`, body, room.countyOfficer)).status).toBe(403);
    expect((await post(`/rounds/${id}/${path}`, { version: 'x' })).status).toBe(400);
  }
});

test('panelists come from accounts that may rate; one account sits once; homes follow from the account', async () => {
  const { id } = (await post('/rounds', draftBody(room))).body;
  const [first] = panelistsOf();
  const send = (panelists: object[]) => post(`/rounds/${id}/panelists`, { version: 1, panelists });
  expect((await send([{ ...first, account: room.stranger.account }])).body.error.message).toContain(
    '评议的权限',
  );
  expect((await send([first as object, first as object])).body.error.message).toContain('同一个账号');
  expect((await send([{ ...first, home: 999_999_999 }])).status).toBe(400);
  const { rows } = (await send([{ ...first, home: null }])).body;
  expect(rows[0].home.id).toBe(room.villages[0]?.id);
  const people = await get(`/rounds/people?organization=${room.township.id}&q=支部书记`);
  expect(people.body.rows).toHaveLength(6);
  expect(people.body.rows[0].home.id).toBeTypeOf('number');
  expect((await get(`/rounds/people?organization=${room.township.id}`, room.neighbourOfficer)).status).toBe(
    404,
  );
  expect((await get(`/rounds/people?organization=${room.township.id}`, room.stranger)).status).toBe(403);
});

test('a visit moves and changes its seats with a reason; recusal is refused by name, too few is told', async () => {
  const { id, panelists } = await createPlanned();
  const [visit] = (await get(`/rounds/${id}/visits`)).body.rows;
  const change = (body: object) => post(`/rounds/${id}/visits/${visit.id}`, body);
  const own = panelists.find(
    (one: { home: { id: number } | null }) => one.home?.id === visit.organization.id,
  );
  const others = panelists
    .filter((one: { id: number }) => one.id !== own.id)
    .map((one: { id: number }) => one.id);
  expect((await change({ panelists: others.slice(0, 3) })).status).toBe(400);
  const barred = await change({ panelists: [own.id, ...others.slice(0, 2)], reason: '换人' });
  expect(barred.status).toBe(400);
  expect(barred.body.error.message).toContain('应当回避');
  const short = await change({ panelists: others.slice(0, 2), reason: '有人请假' });
  expect(short.body.seats).toHaveLength(2);
  expect(short.body.warnings.join('')).toContain('不足3名');
  expect((await change({ on: '2027-02-01', reason: '改期' })).status).toBe(400);
  const moved = await change({ on: '2026-12-10', turn: 2, reason: '下雪' });
  expect(moved.body).toMatchObject({ on: '2026-12-10', turn: 2, session: { title: '12月10日评议会' } });
  const { version } = (await get(`/rounds/${id}`)).body;
  const unready = await post(`/rounds/${id}/publish`, { version });
  expect(unready.status).toBe(400);
  expect(unready.body.error.message).toContain('评议人不足3名');
  const published = await post(`/rounds/${id}/publish`, { version, reason: '乡里人手少' });
  expect(published.body).toMatchObject({
    state: 'published',
    can: ['round.manage', 'round.close', 'round.cancel'],
  });
  expect(published.body.changes[0].reason).toBe('乡里人手少');
  expect((await change({ cancel: true, reason: '疫情' })).body.state).toBe('cancelled');
  expect((await get(`/rounds/${id}`)).body.changes[0]).toMatchObject({ reason: '疫情' });
  expect((await change({ turn: 3, reason: '再改' })).status).toBe(409);
  expect((await post(`/rounds/${id}/plan`, { version: version + 2 })).status).toBe(409);
});

test('who has begun to judge is neither replaced nor dropped, and the visit stays where it is', {
  timeout: 120_000,
}, async () => {
  const other = await buildRoundRoom(server, { villages: 4, neighbours: 1 });
  await putEntries(server, other, () => 80, false);
  const [visit] = other.visits;
  const path = `/rounds/${other.round}/visits/${visit?.id}`;
  const free = other.panelists.find(
    (one) =>
      one.home?.id !== visit?.village.id && !visit?.seats.some(({ panelist }) => panelist === one.panelist),
  );
  const who = other.townshipOfficer;
  expect((await post(path, { panelists: [free?.panelist], reason: '换' }, who)).status).toBe(409);
  expect((await post(path, { on: '2026-12-02', reason: '改期' }, who)).status).toBe(409);
  expect((await post(path, { cancel: true, reason: '不去了' }, who)).status).toBe(409);
  const dropped = await post(
    `/rounds/${other.round}/panelists`,
    { version: 2, reason: '全换', panelists: [] },
    who,
  );
  expect(dropped.body.error.message).toContain('已经有评议记录');
  expect((await post(`/rounds/${other.round}/cancel`, { version: 2, reason: '不办了' }, who)).status).toBe(
    409,
  );
  const open = await post(`/rounds/${other.round}/close`, { version: 2 }, who);
  expect(open.body.error.message).toContain('还没有结束');
});

test('an unfinished plan is not published, a published one is cancelled with a reason only', async () => {
  const { id } = (await post('/rounds', draftBody(room))).body;
  const lacking = await post(`/rounds/${id}/publish`, { version: 1 });
  expect(lacking.status).toBe(409);
  expect(lacking.body.error.message).toContain('还没有确定观摩人员');
  expect((await post(`/rounds/${id}/cancel`, { version: 1 })).body).toMatchObject({
    state: 'cancelled',
    can: [],
  });
  const { id: other, round } = await createPlanned();
  expect((await post(`/rounds/${other}/publish`, { version: round.version })).status).toBe(200);
  expect((await post(`/rounds/${other}/cancel`, { version: 4 })).status).toBe(400);
  expect((await post(`/rounds/${other}/cancel`, { version: 4, reason: '防汛' })).body.state).toBe(
    'cancelled',
  );
});

test('closing needs every meeting closed and a word about who was not seen; then the joint scores are records', {
  timeout: 120_000,
}, async () => {
  const other = await buildRoundRoom(server, {
    villages: 4,
    neighbours: 1,
    items: ['VD-01/coverage'],
    score: (visit) => 70 + visit,
    revealed: true,
  });
  const close = (body: object) => post(`/rounds/${other.round}/close`, body, other.townshipOfficer);
  expect((await close({ version: 1 })).status).toBe(409);
  await server.services.door.asSystem('a test leaves one village unseen', (trx) =>
    trx
      .updateTable('visit')
      .set({ state: 'cancelled' })
      .where('id', '=', other.visits[3]?.id ?? 0)
      .execute(),
  );
  const unsaid = await close({ version: 2 });
  expect(unsaid.status).toBe(400);
  expect(unsaid.body.error.message).toContain(other.villages[3]?.name);
  const closed = await close({ version: 2, reason: '修路不通' });
  expect(closed.body).toMatchObject({ state: 'closed', can: ['result.compute'] });
  const ratings = await server.services.door.asSystem('a test reads ratings', (trx) =>
    trx
      .selectFrom('rating')
      .select(['organization', 'look', 'panelists'])
      .where('source', '=', `round/${other.round}`)
      .execute(),
  );
  expect(ratings).toHaveLength(3);
  expect(ratings[0]).toMatchObject({ look: 'visit-dimensions/VD-01/coverage', panelists: 3 });
  expect((await close({ version: 3 })).status).toBe(409);
});
