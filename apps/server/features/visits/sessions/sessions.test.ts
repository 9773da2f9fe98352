import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withServer } from '../../../../../tests/support/server.ts';
import { buildRoundRoom, type RoundRoom, seatOf, today } from '../../rounds/testing/round-room.ts';
import { emptyRoom, pick } from '../testing/empty-room.ts';
import { openPhone } from '../testing/phone.ts';

const server = withServer({ work: false, now: () => new Date(`${today}T04:00:00Z`) });
let room: RoundRoom;
beforeAll(async () => {
  room = await buildRoundRoom(server, { villages: 2, neighbours: 2 });
}, 120_000);
beforeEach(() => emptyRoom(room));

const officer = () => room.townshipOfficer;
const visitAt = (at: number) => pick(room.visits, at);
const wall = (who = officer(), since = '') =>
  server.call(who, 'GET', `/sessions/${room.session}/wall${since && `?since=${since}`}`);
const close = (who = officer(), reason?: string) =>
  server.call(who, 'POST', `/sessions/${room.session}/close`, reason ? { reason } : {});
/** A sheet of a seat with a finding and a practice; handed in unless said. */
async function fillIn(visit: number, seat: number, score: number, handed = true): Promise<void> {
  const of = visitAt(visit);
  const phone = openPhone(server, seatOf(of, seat));
  const item = pick(room.items, 0).code;
  const sheet = [
    ...room.items.map(({ code }) => phone.score(of.id, code, score)),
    phone.tap(
      of.id,
      `finding/f${score}`,
      { kind: 'finding', text: `问题${score}`, severity: 'plain', gone: false },
      { item },
    ),
    phone.tap(of.id, `practice/p${score}`, {
      kind: 'practice',
      title: `做法${score}`,
      text: '好',
      gone: false,
    }),
    ...(handed ? [phone.submit(of.id)] : []),
  ];
  expect((await phone.send(sheet)).body.receipt.lines).toHaveLength(sheet.length);
}

describe('the wall', () => {
  test('shows nothing of a visit below three sheets, then its median, and no words while the session is open', async () => {
    await fillIn(0, 0, 70);
    await fillIn(0, 1, 80);
    await fillIn(0, 2, 95, false);
    const two = (await wall()).body;
    expect(two).toMatchObject({ changed: true, sheets: { in: 2, out: 4 }, findings: [], practices: [] });
    expect(two.units[0]).toMatchObject({ in: 2, of: 3, median: null, low: null, findings: 0, practices: 0 });
    for (const item of two.items) expect(item).toMatchObject({ scores: 0, median: null });
    await fillIn(0, 2, 90);
    const three = (await wall()).body;
    expect(three.units[0]).toMatchObject({ in: 3, median: 80, findings: 4, practices: 4 });
    expect(three.items[0]).toMatchObject({ scores: 3, median: 80, low: 75, high: 85 });
    expect(JSON.stringify(three)).not.toMatch(/评议员|问题\d|做法\d/);
    await close(officer(), '有一组没赶到');
    const after = (await wall()).body;
    expect(after.findings.map(({ text }: { text: string }) => text).toSorted()).toEqual([
      '问题70',
      '问题80',
      '问题90',
      '问题95',
    ]);
    expect(JSON.stringify(after)).not.toContain('评议员');
  });

  test('answers at once that nothing changed, and follows a sheet, a later score, a seat and the agenda', async () => {
    const seen = (await wall()).body.stamp;
    const same = (await wall(officer(), seen)).body;
    expect(same).toMatchObject({ changed: false, stamp: seen, units: [] });
    await fillIn(0, 0, 70);
    const start = performance.now();
    const next = (await wall(officer(), seen)).body;
    expect(performance.now() - start).toBeLessThan(1000);
    expect(next).toMatchObject({ changed: true, sheets: { in: 1 } });
    const visit = visitAt(0);
    const phone = openPhone(server, seatOf(visit));
    await phone.send([{ ...phone.score(visit.id, pick(room.items, 0).code, 60), clock: 500 }]);
    const back = (await wall(officer(), next.stamp)).body;
    expect(back).toMatchObject({ changed: true, sheets: { in: 0 } });
    await server.call(officer(), 'POST', `/sessions/${room.session}`, { agenda: ['只有一项'] });
    expect((await wall(officer(), back.stamp)).body).toMatchObject({
      changed: true,
      session: { agenda: ['只有一项'] },
    });
  });

  test('is the holder’s while it is open: not of those visited, of neighbours, of strangers or of nobody', async () => {
    expect((await wall(room.countyOfficer)).status).toBe(200);
    expect((await wall(pick(room.secretaries, 0))).body.error.code).toBe('session-open');
    for (const who of [room.neighbourOfficer, room.elsewhere]) expect((await wall(who)).status).toBe(404);
    expect((await wall(room.stranger)).status).toBe(403);
    expect((await server.call(null, 'GET', `/sessions/${room.session}/wall`)).status).toBe(401);
    expect((await server.call(officer(), 'GET', '/sessions/0/wall')).status).toBe(400);
    await close(officer(), '收工');
    expect((await wall(pick(room.secretaries, 0))).status).toBe(200);
  });
});

describe('closing a session', () => {
  test('waits for a recorder, who has no sheet, or counts what he scores instead of what he saw', async () => {
    const visit = visitAt(0);
    const recorder = seatOf(visit, 2);
    const become = (part: 'recorder' | 'panelist') =>
      server.services.door.asSystem('a test changes what the office changes', (trx) =>
        trx.updateTable('round_panelist').set({ part }).where('id', '=', recorder.panelist).execute(),
      );
    await become('recorder');
    try {
      const { seats } = (await server.call(officer(), 'GET', `/rounds/${room.round}/sessions`)).body.rows[0];
      const own = room.visits
        .flatMap((one) => one.seats)
        .filter(({ panelist }) => panelist === recorder.panelist);
      expect(seats).toBe(6 - own.length);
      const { body: pack } = await server.call(recorder, 'GET', '/rating/pack');
      expect(pack.visits.map(({ judges }: { judges: boolean }) => judges)).toEqual(own.map(() => false));
      const phone = openPhone(server, recorder);
      const seen = phone.tap(visit.id, 'finding/r', {
        kind: 'finding',
        text: '灯坏了',
        severity: 'plain',
        gone: false,
      });
      const { body } = await phone.send([
        phone.score(visit.id, pick(room.items, 0).code, 90),
        phone.submit(visit.id),
        seen,
      ]);
      expect(body.refused.map(({ code }: { code: string }) => code)).toEqual(['no-sheet', 'no-sheet']);
      expect(body.receipt.lines).toMatchObject([{ id: seen.id }]);
    } finally {
      await become('panelist');
    }
  });

  test('needs a reason while sheets are out, reveals what was put down, holds the visits and drafts the minutes', async () => {
    for (const seat of [0, 1, 2]) await fillIn(0, seat, 70 + seat);
    expect(await close()).toMatchObject({
      status: 422,
      body: { error: { code: 'sheets-out', message: expect.stringMatching(/还有3份/) } },
    });
    const done = await close(officer(), '第二组路上堵车');
    expect(done).toMatchObject({
      status: 200,
      body: { state: 'closed', submitted: 3, seats: 6, can: ['round.manage', 'session.change'] },
    });
    expect(done.body.minutes).toMatch(/第二组路上堵车/);
    expect(done.body.minutes).toMatch(/时间：2026年11月18日/);
    expect(done.body.minutes).not.toContain('评议员');
    const states = await server.services.door.asSystem('a test looks', (trx) =>
      trx.selectFrom('visit').select(['id', 'state']).where('round', '=', room.round).orderBy('id').execute(),
    );
    expect(states.map(({ state }) => state)).toEqual(['held', 'planned']);
    expect((await close(officer(), '再来')).status).toBe(409);
    const line = await server.services.door.asSystem('a test looks', (trx) =>
      trx
        .selectFrom('audit_line')
        .select(['details', 'path'])
        .where('act', '=', 'session.close')
        .where('object', '=', `session/${room.session}`)
        .orderBy('number', 'desc')
        .executeTakeFirst(),
    );
    expect(line).toMatchObject({
      path: room.township.path,
      details: { reason: '第二组路上堵车', in: 3, out: 3 },
    });
  });

  test('while phones are sending: each entry counts and is shown, or is told that it does not count', async () => {
    const seats = room.visits.flatMap((visit) => visit.seats.map((seat) => ({ visit, seat })));
    const sending = seats.map(async ({ visit, seat }, at) => {
      await new Promise((done) => setTimeout(done, at * 15));
      const phone = openPhone(server, seat);
      return phone.send(phone.fill(visit.id, room.items, 70));
    });
    const closing = new Promise((done) => setTimeout(done, 40)).then(() => close(officer(), '收工'));
    const told = (await Promise.all(sending)).map(({ body }) => body.told.length);
    expect((await closing).status).toBe(200);
    const shown = (await wall()).body.sheets.in;
    expect(shown).toBe(told.filter((one) => one === 0).length);
    const hidden = await server.services.door.asSystem('a test looks', (trx) =>
      trx
        .selectFrom('visit_entry')
        .select('id')
        .where('round', '=', room.round)
        .where('revealed', '=', false)
        .execute(),
    );
    expect(hidden).toEqual([]);
  });

  test('and changing it is the holder’s own: not the county’s, a neighbour’s, a secretary’s', async () => {
    for (const who of [
      room.countyOfficer,
      room.neighbourOfficer,
      room.elsewhere,
      pick(room.secretaries, 0),
    ]) {
      expect([403, 404]).toContain((await close(who, '收工')).status);
      expect([403, 404]).toContain(
        (await server.call(who, 'POST', `/sessions/${room.session}`, { place: '别处' })).status,
      );
    }
    expect((await server.call(officer(), 'POST', `/sessions/${room.session}`, { agenda: [''] })).status).toBe(
      400,
    );
    const changed = await server.call(officer(), 'POST', `/sessions/${room.session}`, { place: '村小学' });
    expect(changed.body).toMatchObject({ place: '村小学', submitted: 0 });
    await close(officer(), '收工');
    expect(
      (await server.call(officer(), 'POST', `/sessions/${room.session}`, { place: '别处' })).status,
    ).toBe(409);
    const minutes = await server.call(officer(), 'POST', `/sessions/${room.session}`, { minutes: '改定稿' });
    expect(minutes.body.minutes).toBe('改定稿');
  });
});

describe('lists', () => {
  test('sessions are listed to those who may see the round, entries only once revealed, names only to the holder', async () => {
    await fillIn(0, 0, 70);
    const sessions = (who: typeof room.stranger) => server.call(who, 'GET', `/rounds/${room.round}/sessions`);
    expect((await sessions(officer())).body.rows).toMatchObject([{ visits: 2, seats: 6, submitted: 1 }]);
    expect((await sessions(pick(room.secretaries, 0))).body.rows).toMatchObject([{ can: [] }]);
    expect((await sessions(room.elsewhere)).status).toBe(404);
    expect((await sessions(room.stranger)).status).toBe(403);
    const entries = (who: typeof room.stranger, query = '') =>
      server.call(who, 'GET', `/rounds/${room.round}/entries${query}`);
    expect((await entries(officer())).body.rows).toEqual([]);
    expect((await entries(seatOf(visitAt(0)))).body.rows ?? []).toEqual([]);
    await close(officer(), '收工');
    const [finding] = (await entries(officer(), '?kind=finding')).body.rows;
    expect(finding).toMatchObject({
      kind: 'finding',
      body: { text: '问题70' },
      panelist: expect.stringMatching(/评议员/),
      item: { title: expect.any(String) },
    });
    expect((await entries(room.countyOfficer, '?kind=finding')).body.rows).toMatchObject([
      { panelist: null },
    ]);
    expect((await entries(pick(room.secretaries, 0), '?kind=finding')).body.rows).toMatchObject([
      { panelist: null },
    ]);
    expect((await entries(pick(room.secretaries, 1), '?kind=finding')).body.rows).toEqual([]);
    expect((await entries(room.elsewhere)).status).toBe(404);
    expect((await entries(officer(), '?kind=nonsense')).status).toBe(400);
    const page = (await entries(officer(), '?limit=2')).body;
    const rest = (await entries(officer(), `?limit=200&after=${page.next}`)).body;
    expect(new Set([...page.rows, ...rest.rows].map(({ id }: { id: string }) => id)).size).toBe(
      room.items.length + 3,
    );
  });
});
