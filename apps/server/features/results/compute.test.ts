import type { ResultFull } from '@hujian/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildRecord, type Signed } from '../../../../tests/support/factories.ts';
import { withServer } from '../../../../tests/support/server.ts';
import { buildRoundRoom, type RoundRoom, today } from '../rounds/testing/round-room.ts';
import { takeSteps, unitOf } from './testing/result-steps.ts';

const server = withServer({ work: false, now: () => new Date(`${today}T04:00:00Z`) });
const { post, compute, look, step, giveBasis, asProgram } = takeSteps(server);
const filled = {
  villages: 5,
  neighbours: 1,
  items: [],
  score: (visit: number, panelist: number) => 92 - 5 * visit - (panelist % 3),
  revealed: true,
};

let room: RoundRoom;
beforeAll(async () => {
  room = await buildRoundRoom(server, filled);
});

test('nothing computed yet is said as such, not as an error', async () => {
  expect(await look(room)).toMatchObject({ status: 200, body: null });
});

test('without a basis there are findings, and no place and no band', async () => {
  const { status, body } = await compute(room);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    state: 'draft',
    ranked: false,
    basis: null,
    approver: { id: room.county.id },
  });
  expect(body.units).toHaveLength(5);
  for (const unit of body.units) expect(unit).toMatchObject({ rankLow: null, rankHigh: null, band: null });
  expect(body.units[0].rating.sheets).toBe(3);
  expect(body.warnings.join()).toContain('没有在有效期内的排名依据');
});

test('with a basis of the county places and bands come, and the severe are told to the holder alone', async () => {
  await giveBasis(room);
  const { body } = await compute(room);
  expect(body).toMatchObject({ ranked: true, basis: { number: '县委办〔2026〕8号' } });
  expect(unitOf(body, room.villages[0])).toMatchObject({ band: 'A', rankLow: 1 });
  expect(unitOf(body, room.villages[4]).rankLow).toBeGreaterThan(1);
  expect(body.panelists.map(({ name }: { name: string }) => name)).toContain('评议员2');
  expect((await look(room, room.countyOfficer)).body.panelists).toBeNull();
});

test('the same inputs give the same digits; an adjustment stands beside with its reason and can be taken back', async () => {
  const [first, second]: ResultFull[] = [(await compute(room)).body, (await compute(room)).body];
  if (!first || !second) throw new Error('not computed');
  expect(second.units).toEqual(first.units);
  const unit = unitOf(second, room.villages[4]);
  const of = { organization: unit.organization.id };
  const adjusted = await step(room.townshipOfficer, second, 'adjust', {
    ...of,
    points: 2.5,
    reason: '受到省级表彰',
  });
  expect(unitOf(adjusted, room.villages[4]).total).toBeCloseTo((unit.total ?? 0) + 2.5, 9);
  expect(adjusted.sha256).not.toBe(second.sha256);
  const { body: again } = await compute(room);
  expect(unitOf(again, room.villages[4]).adjustments).toMatchObject([
    { points: 2.5, reason: '受到省级表彰' },
  ]);
  const back = await step(room.townshipOfficer, again, 'adjust', { ...of, points: 0, reason: '依据不足' });
  expect(unitOf(back, room.villages[4])).toMatchObject({ adjustment: 0, adjustments: [] });
});

test('a stale version, a unit of elsewhere, too many points and a day to come are refused', async () => {
  const { body: result } = await look(room);
  const path = `/results/${result.id}/adjust`;
  const body = { organization: room.villages[0]?.id, points: 1, reason: '理由' };
  const { version } = result;
  expect((await post(room.townshipOfficer, path, { ...body, version: 1 })).status).toBe(409);
  const elsewhere = { ...body, version, organization: room.neighbourVillages[0]?.id };
  expect((await post(room.townshipOfficer, path, elsewhere)).body.error.issues).toMatchObject([
    { path: 'organization', message: expect.stringContaining('不在本轮') },
  ]);
  expect((await post(room.townshipOfficer, path, { ...body, version, points: 21 })).status).toBe(400);
  expect((await compute(room, { standingAsOf: '2027-01-01' })).status).toBe(400);
});

test('neighbours and villages see nothing of a draft; those above see it and may not compute', async () => {
  expect((await look(room, room.neighbourOfficer)).status).toBe(404);
  expect((await look(room, room.elsewhere)).status).toBe(404);
  expect((await look(room, room.stranger)).status).toBe(403);
  expect(await look(room, room.secretaries[0])).toMatchObject({ status: 200, body: null });
  expect((await look(room, room.cityOfficer)).status).toBe(200);
  const tries = (who: Signed) => post(who, `/rounds/${room.round}/result`);
  expect((await tries(room.neighbourOfficer)).status).toBe(404);
  expect((await tries(room.countyOfficer)).status).toBe(403);
  expect((await tries(room.cityOfficer)).status).toBe(403);
});

describe('what counts', () => {
  const at = 'device, version, made_at, (select closed_at from round_session s where s.id = session)';
  /** One more entry of the first panelist's sheet of a visit. */
  const enter = (visit: number, columns: string): Promise<void> =>
    asProgram(`insert into visit_entry (county, id, organization, path, round, session, visit, panelist, account, kind,
        field, item, score, body, clock, device, version, made_at, received_at, sha256, revealed)
      select county, gen_random_uuid(), organization, path, round, session, visit, panelist, account, ${columns}, sha256,
        true from visit_entry where visit = ${visit} and kind = 'score' order by panelist, field limit 1`);
  const units = async (): Promise<ResultFull> => (await compute(room)).body;
  const visitOf = (n: number): number => room.visits[n]?.id ?? 0;

  test('an entry after the meeting was closed, and one for an item out of the round, do not', async () => {
    const before = await units();
    const late = `kind, field, item, 0, body, 99, device, version, made_at, received_at + interval '1 hour'`;
    await enter(visitOf(0), late);
    await enter(visitOf(0), `kind, 'score/X/1', 'X/1', 0, body, 1, ${at}`);
    expect((await units()).units).toEqual(before.units);
  });

  test('the highest clock does, once the sheet is handed in again; a sheet taken back does not', async () => {
    const before = await units();
    await enter(visitOf(1), `kind, field, item, 50, body, 99, ${at}`);
    expect(unitOf(await units(), room.villages[1]).rating?.sheets).toBe(2);
    await enter(visitOf(1), `'submit', 'submit', null, null, '{"kind":"submit","done":true}', 100, ${at}`);
    const after = unitOf(await units(), room.villages[1]);
    expect(after.rating?.sheets).toBe(3);
    expect(after.rating?.raw).toBeLessThan(unitOf(before, room.villages[1]).rating?.raw ?? 0);
    await enter(visitOf(2), `'submit', 'submit', null, null, '{"kind":"submit","done":false}', 100, ${at}`);
    expect(unitOf(await units(), room.villages[2]).rating?.sheets).toBe(2);
  });

  test('nothing at all while a meeting is still open', async () => {
    await asProgram(`update round_session set state = 'open' where id = ${room.session}`);
    expect((await compute(room)).body.error.message).toContain('还有1场评议会没有结束');
    await asProgram(`update round_session set state = 'closed' where id = ${room.session}`);
  });
});

describe('records and ratings together', () => {
  let joined: RoundRoom;
  beforeAll(async () => {
    joined = await buildRoundRoom(server, {
      ...filled,
      villages: 3,
      standingEdition: 'rural-basic/2019',
      weights: { standing: 0.5, rating: 0.5, poll: 0, basically: 0.6 },
    });
    for (const of of ['roster', 'posts', 'activities', 'trainings', 'figures', 'documents'] as const)
      await buildRecord(server, joined.township, 'registers', { of, keptFrom: '2020-01-01' });
  });

  test('by their weights, as the records say of a day that is frozen in the packet', async () => {
    const { body } = await compute(joined, { standingAsOf: '2026-09-30' });
    const [unit] = (body as ResultFull).units;
    expect(unit?.standing).not.toBeNull();
    expect(unit?.total).toBeCloseTo(0.5 * (unit?.standing ?? 0) + 0.5 * (unit?.rating?.fair ?? 0), 9);
    const { packet } = (await server.call(joined.townshipOfficer, 'GET', `/results/${body.id}/packet`)).body;
    expect(packet.round).toMatchObject({
      standingAsOf: '2026-09-30',
      standingRevision: expect.stringMatching(/^\d+$/),
      standingKnownAt: expect.any(String),
    });
  });
});
