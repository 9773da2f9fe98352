import { createHash, randomUUID } from 'node:crypto';
import { entryText, type VisitEntry } from '@hujian/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildAccount } from '../../../../../tests/support/factories.ts';
import { withServer } from '../../../../../tests/support/server.ts';
import { buildRoundRoom, type RoundRoom, seatOf, today } from '../../rounds/testing/round-room.ts';
import { emptyRoom, pick } from '../testing/empty-room.ts';
import { isGenuine, openPhone, shuffle } from '../testing/phone.ts';

const server = withServer({ work: false, now: () => new Date(`${today}T04:00:00Z`) });
let room: RoundRoom;

beforeAll(async () => {
  room = await buildRoundRoom(server, { villages: 3, neighbours: 1 });
}, 120_000);
beforeEach(() => emptyRoom(room));

const visitAt = (at: number) => pick(room.visits, at);
const rowsOf = (visit: number) =>
  server.services.door.asSystem('a test reads entries', (trx) =>
    trx
      .selectFrom('visit_entry')
      .select(['id', 'field', 'score', 'clock', 'device', 'sha256', 'account', 'revealed', 'by_file'])
      .where('visit', '=', visit)
      .orderBy('id')
      .execute(),
  );
const hash = (entry: VisitEntry) => createHash('sha256').update(entryText(entry)).digest('hex');
const update = (
  statement: (trx: Parameters<Parameters<typeof server.services.door.asSystem>[1]>[0]) => Promise<unknown>,
) =>
  server.services.door.asSystem('a test changes what the office changes', async (trx) => {
    await statement(trx);
  });

describe('what a phone sends', () => {
  test('is kept as it was and receipted: every line is the hash of what was sent, signed with the key of the pack', async () => {
    const visit = visitAt(0);
    const who = seatOf(visit);
    const phone = openPhone(server, who);
    const entries = phone.fill(visit.id, room.items, 82);
    const { status, body } = await phone.send(entries);
    expect(status).toBe(200);
    expect(body).toMatchObject({ refused: [], told: [], others: [] });
    expect(new Set(body.receipt.lines.map((line: object) => JSON.stringify(line)))).toEqual(
      new Set(entries.map((entry) => JSON.stringify({ id: entry.id, sha256: hash(entry) }))),
    );
    const { body: pack } = await server.call(who, 'GET', '/rating/pack');
    expect(isGenuine(body.receipt, pack.receiptKey)).toBe(true);
    const [first] = body.receipt.lines;
    const forged = {
      ...body.receipt,
      lines: [{ ...first, sha256: first.sha256.replace(/^./, (c: string) => (c === '0' ? '1' : '0')) }],
    };
    expect(isGenuine(forged, pack.receiptKey)).toBe(false);
    expect(isGenuine({ ...body.receipt, account: 'somebody' }, pack.receiptKey)).toBe(false);
    expect(await rowsOf(visit.id)).toHaveLength(entries.length);
  });

  test('fifty shuffled batches that overlap, many at once, leave exactly the rows of one, and every receipt is whole', async () => {
    const visit = visitAt(0);
    const phone = openPhone(server, seatOf(visit));
    const entries = [...phone.fill(visit.id, room.items, 70), ...phone.fill(visit.id, room.items, 75)];
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        phone.send(shuffle(entries, at + 1).slice(0, at === 0 ? entries.length : 5 + (at % 10))),
      ),
    );
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(body.refused).toEqual([]);
    }
    expect(answers[0]?.body.receipt.lines).toHaveLength(entries.length);
    const rows = await rowsOf(visit.id);
    expect(rows.map(({ id, sha256, clock }) => ({ id, sha256, clock }))).toEqual(
      entries
        .map((entry) => ({ id: entry.id, sha256: hash(entry), clock: entry.clock }))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    );
  });

  test('forty phones at once lose nothing and take nothing twice', async () => {
    const seats = room.visits.flatMap((visit) => visit.seats.map((seat) => ({ visit, seat })));
    const sent: VisitEntry[] = [];
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, at) => {
        const { visit, seat } = pick(seats, at % seats.length);
        const phone = openPhone(server, seat);
        const entries = phone.fill(visit.id, room.items, 60 + at);
        sent.push(...entries);
        return phone.send(entries);
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const rows = (await Promise.all(room.visits.map(({ id }) => rowsOf(id)))).flat();
    expect(rows.map(({ id }) => id).toSorted()).toEqual(sent.map(({ id }) => id).toSorted());
  }, 60_000);

  test('cut off in the middle is there as a whole or not at all, and sent again it is there once', async () => {
    const visit = visitAt(0);
    const who = seatOf(visit);
    const phone = openPhone(server, who);
    for (const delay of [0, 1, 3, 6, 10, 20]) {
      const entries = phone.fill(visit.id, room.items, 50 + delay);
      const stop = new AbortController();
      const sending = fetch(`${server.url}/api/rating/entries`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: who.cookie },
        body: JSON.stringify({ entries }),
        signal: stop.signal,
      }).catch(() => undefined);
      setTimeout(() => stop.abort(), delay);
      await sending;
      await new Promise((done) => setTimeout(done, 60));
      const ids = new Set((await rowsOf(visit.id)).map(({ id }) => id));
      expect([0, entries.length]).toContain(entries.filter(({ id }) => ids.has(id)).length);
      expect((await phone.send(entries)).body.receipt.lines).toHaveLength(entries.length);
    }
    expect(await rowsOf(visit.id)).toHaveLength(6 * (room.items.length + 1));
  });

  test('one bad entry is refused in words by itself, and the rest of the batch is taken', async () => {
    const visit = visitAt(0);
    const phone = openPhone(server, seatOf(visit));
    const item = room.items[0]?.code ?? '';
    const good = phone.score(visit.id, item, 90);
    const bad: object[] = [
      { ...phone.score(visit.id, item, 90), field: 'score/other' },
      { ...phone.submit(visit.id), field: 'hear' },
      { ...phone.score(visit.id, item, 101) },
      phone.tap(visit.id, 'hear', { kind: 'hear', speaker: '\ud800', text: '' }),
      { id: randomUUID(), nonsense: true },
      { ...phone.score(visit.id, item, 90), version: 9_000_000_000 },
      phone.tap(visit.id, 'hear', { kind: 'hear', speaker: '甲\u0000', text: '' }),
    ];
    const { status, body } = await phone.send([...bad, good]);
    expect(status).toBe(200);
    expect(body.refused.map(({ code }: { code: string }) => code)).toEqual(bad.map(() => 'bad-entry'));
    for (const { message } of body.refused) expect(message).toMatch(/没有收下/);
    expect(body.receipt.lines.map(({ id }: { id: string }) => id)).toEqual([good.id]);
  });

  test('the same number with another content is refused, from the same phone and from somebody else', async () => {
    const visit = visitAt(0);
    const phone = openPhone(server, seatOf(visit));
    const item = room.items[0]?.code ?? '';
    const entry = phone.score(visit.id, item, 90);
    await phone.send([entry]);
    const other = { ...entry, body: { ...entry.body, score: 10 } };
    expect((await phone.send([other])).body.refused).toMatchObject([{ id: entry.id, code: 'other-content' }]);
    const neighbour = openPhone(server, seatOf(visit, 1));
    const theirs = await neighbour.send([entry]);
    expect(theirs.body).toMatchObject({ receipt: { lines: [] }, refused: [{ code: 'other-content' }] });
    expect((await rowsOf(visit.id)).map(({ score }) => score)).toEqual([90]);
    const twins = phone.score(visit.id, item, 20);
    const both = await phone.send([twins, { ...twins, clock: twins.clock + 50 }]);
    expect(both.body).toMatchObject({ receipt: { lines: [{ id: twins.id }] }, refused: [{ id: twins.id }] });
  });

  test('whatever the clock of the phone says, it is kept and decides nothing', async () => {
    const visit = visitAt(0);
    const phone = openPhone(server, seatOf(visit));
    const moments = [
      '0001-01-01T00:00:00Z',
      '1970-01-01T00:00:00Z',
      '9999-12-31T23:59:59-12:00',
      '2099-01-01T00:00:00+23:00',
    ];
    const entries = moments.map((madeAt) => ({
      ...phone.score(visit.id, room.items[0]?.code ?? '', 70),
      madeAt,
    }));
    const { body } = await phone.send(entries);
    expect(body.refused).toEqual([]);
    expect(body.receipt.lines).toHaveLength(moments.length);
  });
});

describe('two phones of one panelist', () => {
  test('see what the other put down, and hold the same whichever comes last: the highest clock', async () => {
    const visit = visitAt(0);
    const who = seatOf(visit);
    const [first, second] = [openPhone(server, who), openPhone(server, who)];
    const item = room.items[0]?.code ?? '';
    const early = first.score(visit.id, item, 60);
    const late = { ...second.score(visit.id, item, 80), clock: 9 };
    expect((await second.send([late])).body.others).toEqual([]);
    const answer = await first.send([early]);
    expect(answer.body.others).toEqual([late]);
    const { others } = (await second.send([late])).body;
    expect(others).toEqual([early]);
    const known = encodeURIComponent('2099-01-01T00:00:00Z');
    expect((await second.send([late], `?known=${known}`)).body.others).toEqual([]);
    const { body: pack } = await server.call(who, 'GET', '/rating/pack');
    expect(pack.entries).toEqual([early, late]);
    expect(pack.clock).toBe(9);
  });

  test('an account other than the one that put it down is told so, and nothing is taken', async () => {
    const visit = visitAt(0);
    const phone = openPhone(server, seatOf(visit));
    const entries = [phone.submit(visit.id)];
    const answer = await server.call(seatOf(visit, 1), 'POST', '/rating/entries', {
      account: seatOf(visit).account,
      entries,
    });
    expect(answer).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringMatching(/另一个账号/) } },
    });
    expect(await rowsOf(visit.id)).toEqual([]);
  });
});

describe('who may put something down', () => {
  test('only at a visit where he has a seat: not at home, not as an officer, not signed out, not a stranger', async () => {
    const visit = visitAt(0);
    const send = (who: Parameters<typeof openPhone>[1]) => {
      const phone = openPhone(server, who);
      return phone.send([phone.submit(visit.id)]);
    };
    const home = room.secretaries[0];
    if (!home) throw new Error('no secretary');
    for (const who of [home, room.townshipOfficer, room.elsewhere])
      expect((await send(who)).body).toMatchObject({
        receipt: { lines: [] },
        refused: [{ code: 'no-seat' }],
      });
    expect((await send(room.stranger)).status).toBe(403);
    expect((await send({ cookie: '' })).status).toBe(401);
    expect((await send(await buildAccount(server, 'audit-admin'))).status).toBe(403);
    expect((await openPhone(server, seatOf(visit)).send([])).status).toBe(400);
    expect(await rowsOf(visit.id)).toEqual([]);
  });

  test('a visit that was cancelled, and who withdrew, are refused in words of their own', async () => {
    const [visit, other] = [visitAt(0), visitAt(1)];
    const phone = openPhone(server, seatOf(visit));
    await update((trx) =>
      trx.updateTable('visit').set({ state: 'cancelled' }).where('id', '=', visit.id).execute(),
    );
    const { body } = await phone.send([phone.submit(visit.id)]);
    expect(body.refused).toMatchObject([
      { code: 'visit-cancelled', message: expect.stringMatching(/已经取消/) },
    ]);
    const left = seatOf(other);
    await update((trx) =>
      trx
        .updateTable('round_panelist')
        .set({ withdrawn_at: new Date() })
        .where('id', '=', left.panelist)
        .execute(),
    );
    const theirs = openPhone(server, left);
    const answer = await theirs.send([theirs.submit(other.id)]);
    expect(answer.body.refused).toMatchObject([
      { code: 'withdrawn', message: expect.stringMatching(/不再担任/) },
    ]);
  });

  test('an item that the round no longer judges, and a session that is closed: taken, receipted, told that it does not count', async () => {
    const visit = visitAt(0);
    const phone = openPhone(server, seatOf(visit));
    const gone = phone.score(visit.id, 'VD-99/gone', 50);
    expect((await phone.send([gone])).body).toMatchObject({
      receipt: { lines: [{ id: gone.id }] },
      told: [{ id: gone.id, message: expect.stringMatching(/不再评这一条/) }],
    });
    await server.call(room.townshipOfficer, 'POST', `/sessions/${room.session}/close`, { reason: '天黑了' });
    const late = phone.submit(visit.id);
    for (const _again of [1, 2])
      expect((await phone.send([late])).body).toMatchObject({
        receipt: { lines: [{ id: late.id }] },
        told: [{ id: late.id, message: expect.stringMatching(/评议会已经结束/) }],
      });
    const row = (await rowsOf(visit.id)).find(({ id }) => id === late.id);
    expect(row?.revealed).toBe(true);
  });

  test('an account that was disabled is signed out', async () => {
    const who = seatOf(visitAt(0));
    const admin = await buildAccount(server, 'system-admin');
    await server.call(admin, 'POST', `/accounts/${who.account}/disable`);
    const phone = openPhone(server, who);
    expect((await phone.send([phone.submit(visitAt(0).id)])).status).toBe(401);
  });
});
