import { beforeAll, describe, expect, test } from 'vitest';
import { buildAdoption, buildRecord, type Signed } from '../../../../tests/support/factories.ts';
import { type Answer, withServer } from '../../../../tests/support/server.ts';
import { buildRoundRoom, type RoundRoom, today } from '../rounds/testing/round-room.ts';

const clock = { now: new Date(`${today}T04:00:00Z`) };
const server = withServer({ work: false, now: () => clock.now });
const post = (who: Signed | null, path: string, body: unknown = {}): Promise<Answer> =>
  server.call(who, 'POST', path, body);

let room: RoundRoom;
beforeAll(async () => {
  room = await buildRoundRoom(server, {
    villages: 3,
    neighbours: 1,
    score: (visit) => 80 + visit,
    revealed: true,
    weights: { standing: 0, rating: 0.5, poll: 0.5, basically: 0.6 },
  });
});

const body = (more: object = {}) => ({
  organization: room.villages[0]?.id,
  round: room.round,
  about: 'work',
  title: '对村党组织工作的测评',
  opensOn: today,
  closesOn: '2026-11-25',
  slips: 12,
  ...more,
});
/** A ballot with its printed slips. */
async function hold(more: object = {}): Promise<{ id: number; slips: string[] }> {
  const made = await post(room.townshipOfficer, '/ballots', body(more));
  expect([made.status, made.body.error?.message]).toEqual([201, undefined]);
  const printed = await post(room.townshipOfficer, `/ballots/${made.body.id}/slips`);
  expect(printed.status).toBe(201);
  return { id: made.body.id, slips: printed.body.slips };
}
const vote = (slip: string | undefined, how = 'satisfied'): Promise<Answer> =>
  post(null, `/public/slips/${slip}`, { vote: how });
const look = async (id: number, who = room.townshipOfficer) =>
  (await server.call(who, 'GET', `/ballots/${id}`)).body;
const asActor = async (statement: string, path: string): Promise<unknown[]> => {
  const client = await server.database.pool.connect();
  try {
    await client.query(`begin; set local role hujian_actor; set local hujian.scope = '${path}';
      set local hujian.account = 'x'`);
    return (await client.query(statement)).rows;
  } finally {
    await client.query('rollback');
    client.release();
  }
};

describe('holding a poll', () => {
  test('officers above the unit hold it; neighbours, secretaries and people without the permission do not', async () => {
    const { id } = await hold();
    expect(await look(id)).toMatchObject({
      aboutTitle: '对党组织工作',
      state: 'open',
      enough: false,
      sums: null,
    });
    expect((await server.call(room.neighbourOfficer, 'GET', `/ballots/${id}`)).status).toBe(404);
    expect((await post(room.neighbourOfficer, `/ballots/${id}/close`)).status).toBe(404);
    expect((await post(room.neighbourOfficer, '/ballots', body())).status).toBe(404);
    expect((await post(room.secretaries[0] ?? null, '/ballots', body())).status).toBe(403);
    expect((await post(room.stranger, '/ballots', body())).status).toBe(403);
    expect((await look(id, room.secretaries[0])).can).toEqual([]);
    const list = await server.call(room.countyOfficer, 'GET', `/ballots?organization=${room.township.id}`);
    expect(list.body.rows.map((row: { id: number }) => row.id)).toContain(id);
  });

  test('a code that no vocabulary knows, days upside down, and a village that is not visited are refused', async () => {
    for (const wrong of [
      { about: 'weather' },
      { closesOn: '2026-11-19' },
      { opensOn: '2026-11-26' },
      { slips: 0 },
      { organization: room.neighbourVillages[0]?.id, round: room.round },
    ])
      expect((await post(room.countyOfficer, '/ballots', body(wrong))).status).toBe(400);
  });

  test('tokens are 128 bits of chance and only their hashes are kept; asked for again, the unused are void', async () => {
    const { id, slips } = await hold();
    expect(new Set(slips).size).toBe(12);
    for (const slip of slips) expect(slip).toMatch(/^[\w-]{22}$/);
    const { rows } = await server.database.pool.query(
      `select string_agg(column_name, ' ' order by column_name) as names from information_schema.columns
       where table_name = 'ballot_slip'`,
    );
    expect(rows[0].names).toBe('ballot county token_hash used');
    expect((await vote(slips[0])).status).toBe(200);
    const again: string[] = (await post(room.townshipOfficer, `/ballots/${id}/slips`)).body.slips;
    expect(again).toHaveLength(11);
    expect((await vote(slips[1])).status).toBe(404);
    expect((await vote(slips[0])).status).toBe(409);
    expect((await vote(again[0])).status).toBe(200);
  });
});

describe('voting', () => {
  test('a slip is shown, used once, and refused the second time', async () => {
    const { slips } = await hold();
    const shown = await server.call(null, 'GET', `/public/slips/${slips[0]}`);
    expect(shown.body).toMatchObject({ state: 'open', organization: room.villages[0]?.name });
    expect((await vote(slips[0], 'basically')).body.state).toBe('used');
    const twice = await vote(slips[0]);
    expect([twice.status, twice.body.error.message]).toEqual([409, expect.stringContaining('已经用过')]);
    expect((await vote('AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404);
    expect((await vote(slips[1], 'maybe')).status).toBe(400);
  });

  test('before the first day and after the last it is closed', async () => {
    const { slips } = await hold({ opensOn: '2026-11-23' });
    expect((await vote(slips[0])).body.error.message).toContain('2026-11-23开始');
    clock.now = new Date('2026-11-26T04:00:00Z');
    expect((await vote(slips[0])).body.error.message).toContain('已经结束');
    clock.now = new Date(`${today}T04:00:00Z`);
  });

  test('one slip sent ten times at once counts once, and different slips at once all count', async () => {
    const { id, slips } = await hold({ slips: 20 });
    const same = await Promise.all(Array.from({ length: 10 }, () => vote(slips[0], 'dissatisfied')));
    expect(same.filter(({ status }) => status === 200)).toHaveLength(1);
    const others = await Promise.all(slips.slice(1, 15).map((slip) => vote(slip)));
    expect(others.every(({ status }) => status === 200)).toBe(true);
    const closed = await post(room.townshipOfficer, `/ballots/${id}/close`);
    expect(closed.body.sums).toEqual({ satisfied: 14, basically: 0, dissatisfied: 1 });
    expect((await vote(slips[16])).status).toBe(404);
  });

  test('no vote leaves a line in the trail: moments would join slips to votes', async () => {
    const count = () =>
      server.services.door.asSystem('a test counts lines', async (trx) => {
        const rows = await trx.selectFrom('audit_line').select('number').execute();
        return rows.length;
      });
    const { slips } = await hold();
    const before = await count();
    await vote(slips[0]);
    expect(await count()).toBe(before);
  });
});

describe('sums', () => {
  test('nobody sees them before the poll is closed, by the screen or past it in the database', async () => {
    const { id, slips } = await hold();
    for (const slip of slips.slice(0, 11)) await vote(slip);
    expect(await look(id)).toMatchObject({ enough: true, sums: null });
    for (const table of ['ballot_sum', 'ballot_slip'])
      await expect(asActor(`select * from ${table}`, room.county.path)).rejects.toMatchObject({
        code: '42501',
      });
  });

  test('nine slips never become a number, not even when it is closed, and no record', async () => {
    const { id, slips } = await hold();
    for (const slip of slips.slice(0, 9)) await vote(slip);
    const closed = await post(room.townshipOfficer, `/ballots/${id}/close`);
    expect(closed.body).toMatchObject({ state: 'closed', enough: false, sums: null });
    const polls = await server.call(
      room.townshipOfficer,
      'GET',
      `/organizations/${room.villages[0]?.id}/records/polls`,
    );
    expect(polls.body.rows.filter((row: { slips: number }) => row.slips < 10)).toEqual([]);
  });

  test('ten and more become a record of the unit: its standing follows, and the result of the round counts it', async () => {
    const village = room.villages[1];
    if (!village) throw new Error('no village');
    await buildAdoption(server, room.township);
    for (const of of ['roster', 'activities', 'polls'] as const)
      await buildRecord(server, room.township, 'registers', { of, keptFrom: '2020-01-01' });
    const { id, slips } = await hold({ organization: village.id });
    for (const [at, slip] of slips.entries()) await vote(slip, at < 9 ? 'satisfied' : 'basically');
    const closed = await post(room.townshipOfficer, `/ballots/${id}/close`);
    expect(closed.body).toMatchObject({ sums: { satisfied: 9, basically: 3, dissatisfied: 0 }, can: [] });
    expect((await post(room.townshipOfficer, `/ballots/${id}/close`)).status).toBe(409);
    expect((await post(room.townshipOfficer, `/ballots/${id}/slips`)).status).toBe(409);
    const polls = await server.call(
      room.townshipOfficer,
      'GET',
      `/organizations/${village.id}/records/polls`,
    );
    expect(polls.body.rows).toMatchObject([{ about: 'work', slips: 12, satisfied: 9, heldOn: today }]);
    const standing = await server.services.door.asSystem('a test reads a standing', (trx) =>
      trx
        .selectFrom('standing')
        .select('organization')
        .where('organization', '=', village.id)
        .where('evaluation', '=', 0)
        .execute(),
    );
    expect(standing).not.toEqual([]);
    const { body: result } = await post(room.townshipOfficer, `/rounds/${room.round}/result`);
    const unit = result.units.find(
      (one: { organization: { id: number } }) => one.organization.id === village.id,
    );
    // 100 × (9 + 3 × 0.6) / 12
    expect(unit.poll).toBeCloseTo(90, 9);
    expect(unit.total).toBeCloseTo(0.5 * 90 + 0.5 * unit.rating.fair, 9);
  });
});
