import type { Rehearsal } from '@hujian/contract';
import { beforeAll, expect, test } from 'vitest';
import { buildAccount, buildAdoption } from '../../../../tests/support/factories.ts';
import { withServer } from '../../../../tests/support/server.ts';
import { refreshStandings } from '../standings/refresh-standings.ts';
import { lastQuarterEnds, rehearsalDays } from './quarter-ends.ts';
import { buildDraftRoom, buildMeetings, type DraftRoom, itemOf, readSample } from './testing/draft-room.ts';

const server = withServer({ now: () => new Date('2026-11-21T04:00:00Z'), work: true });
let room: DraftRoom;

beforeAll(async () => {
  room = await buildDraftRoom(server);
  await buildMeetings(server, room);
  await buildAdoption(server, room.county, 'rural-basic/2025');
}, 60_000);

const start = (draft: number, body: object, who: Parameters<typeof server.call>[0] = room.officer) =>
  server.call(who, 'POST', `/drafts/${draft}/rehearsals`, body);

/** Asks until it has ended; a rehearsal that never ends fails by its test's own time. */
async function ended(draft: number, id: number): Promise<Rehearsal> {
  for (;;) {
    const { body } = await server.call(room.officer, 'GET', `/drafts/${draft}/rehearsals/${id}`);
    if (body.state !== 'running') return body;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test('an undecided draft is scored on the last three quarter ends and today: who met what, what tells nobody apart, what nobody knows', async () => {
  const draft = await readSample(server, room.officer);
  const started = await start(draft.id, { organization: room.county.id });
  expect([started.status, started.body.state, started.body.days]).toEqual([
    202,
    'running',
    ['2026-03-31', '2026-06-30', '2026-09-30', '2026-11-21'],
  ]);
  const { state, done, total, result, message } = await ended(draft.id, started.body.id);
  expect([state, message, done]).toEqual(['done', null, total]);
  if (!result) throw new Error('a rehearsal that is done has a result');
  expect(result.against).toMatchObject({ id: 'rural-basic/2025' });
  expect(result.periods.map(({ organizations }) => organizations)).toEqual([2, 2, 2, 2]);
  const item = (title: string) => result.items.find((one) => one.title === title);
  // One village met each quarter, the other never: the item tells them apart.
  expect(item('党员大会')).toMatchObject({
    met: 1,
    unmet: 1,
    notKnown: 0,
    tellsApart: true,
    notKnownShare: 0,
  });
  // Neither held one: everybody the same. The place is not looked at by records: nobody knows.
  expect(item('主题党日')).toMatchObject({ met: 0, unmet: 2, tellsApart: false });
  expect(item('村容村貌')).toMatchObject({ met: 0, unmet: 0, notKnown: 2, notKnownShare: 1 });
  expect(item('党员大会')?.periods).toHaveLength(4);
}, 60_000);

test('the edition in force is not evaluated again where its standings are of today, and what is said is the same', async () => {
  const draft = await readSample(server, room.officer);
  const rehearse = async () => {
    const { body } = await start(draft.id, { organization: room.county.id });
    const { done, result } = await ended(draft.id, body.id);
    return { done, said: result && { ...result, milliseconds: 0 } };
  };
  const system = server.services.door.asSystem;
  const { county, path } = room.county;
  const evaluated = await rehearse();
  expect(evaluated.done).toBe(5);
  await system('a test refreshes', (trx) => refreshStandings(trx, { county, scopePath: path }, '2026-11-21'));
  const taken = await rehearse();
  expect(taken.done).toBe(4);
  expect(taken.said).toEqual(evaluated.said);
  expect(taken.said?.against).toMatchObject({ id: 'rural-basic/2025' });
  await system('a test lets them grow old', (trx) =>
    trx.updateTable('standing').set({ as_of: '2026-11-20' }).where('county', '=', county).execute(),
  );
  expect((await rehearse()).done).toBe(5);
  await system('a test clears up', (trx) =>
    trx.deleteFrom('standing').where('county', '=', county).execute(),
  );
}, 60_000);

test('a rehearsal writes no standing and no edition: it judges nobody', async () => {
  const look = () =>
    server.services.door.asSystem('a test counts', async (trx) => ({
      standings: await trx.selectFrom('standing').select('organization').execute(),
      editions: await trx.selectFrom('edition').select('id').where('owner', 'is not', null).execute(),
    }));
  const before = await look();
  const draft = await readSample(server, room.officer);
  const { body } = await start(draft.id, { organization: room.township.id, days: ['2026-06-30'] });
  const { result, organization } = await ended(draft.id, body.id);
  expect([organization.name, result?.periods.length]).toEqual([room.township.name, 1]);
  expect(await look()).toEqual(before);
}, 60_000);

test('a check that is not right yet is left to the eye and said, instead of stopping everything', async () => {
  const draft = await readSample(server, room.officer);
  const item = itemOf(draft, '党员大会').key;
  await server.services.door.asSystem('a test spoils a check', async (trx) => {
    const work = structuredClone(draft.work);
    const check = work.chapters.flatMap(({ items }) => items).find(({ key }) => key === item)
      ?.proposals[0]?.check;
    if (check) check.activity = 'no-such-thing';
    await trx
      .updateTable('draft')
      .set({ work: JSON.stringify(work) })
      .where('id', '=', draft.id)
      .execute();
  });
  const { body } = await start(draft.id, { organization: room.county.id, days: ['2026-09-30'] });
  const { result } = await ended(draft.id, body.id);
  expect(result?.notes.join()).toContain('试算中按现场评计');
  expect(result?.items.find(({ title }) => title === '党员大会')).toMatchObject({ notKnown: 2 });
}, 60_000);

test('not over a neighbour, not of a neighbour, not by a township, not of the future', async () => {
  const draft = await readSample(server, room.officer);
  const body = { organization: room.county.id };
  expect((await start(draft.id, body, null)).status).toBe(401);
  expect((await start(draft.id, body, room.clerk)).status).toBe(403);
  expect((await start(draft.id, body, room.neighbour)).status).toBe(404);
  const own = await readSample(server, room.neighbour);
  expect((await start(own.id, body, room.neighbour)).status).toBe(404);
  expect((await start(draft.id, { ...body, days: ['2026-12-31'] })).status).toBe(400);
  expect((await start(draft.id, { ...body, days: [] })).status).toBe(400);
  expect((await server.call(room.neighbour, 'GET', `/drafts/${draft.id}/rehearsals`)).status).toBe(404);
});

test('of whoever lost the assignment meanwhile nothing is computed', async () => {
  const leaving = await buildAccount(server, 'county-officer', room.county);
  const draft = await readSample(server, leaving);
  await server.services.door.asSystem('a test ends an assignment', (trx) =>
    trx
      .updateTable('assignment')
      .set({ ended_at: new Date() })
      .where('id', '=', leaving.assignment)
      .execute(),
  );
  expect((await start(draft.id, { organization: room.county.id }, leaving)).status).toBe(403);
});

test.each([
  ['2026-11-21', ['2025-12-31', '2026-03-31', '2026-06-30', '2026-09-30']],
  ['2026-03-31', ['2025-06-30', '2025-09-30', '2025-12-31', '2026-03-31']],
  ['2026-01-01', ['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31']],
])('on %s the last four quarter ends are %j', (today, ends) => {
  expect(lastQuarterEnds(today, 4)).toEqual(ends);
});

test.each([
  ['2026-11-21', ['2026-03-31', '2026-06-30', '2026-09-30', '2026-11-21']],
  ['2026-03-31', ['2025-06-30', '2025-09-30', '2025-12-31', '2026-03-31']],
])('on %s a rehearsal scores %j', (today, days) => {
  expect(rehearsalDays(today)).toEqual(days);
});
