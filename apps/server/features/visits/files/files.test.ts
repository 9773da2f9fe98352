import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../../../../tests/support/server.ts';
import { withServer } from '../../../../../tests/support/server.ts';
import { buildRoundRoom, type RoundRoom, seatOf, today } from '../../rounds/testing/round-room.ts';
import { emptyRoom, pick } from '../testing/empty-room.ts';
import { jpegOf, segment } from '../testing/images.ts';
import { isGenuine, shuffle } from '../testing/phone.ts';
import { largestPart } from './take-part.ts';

const server = withServer({ work: false, now: () => new Date(`${today}T04:00:00Z`) });
let room: RoundRoom;
beforeAll(async () => {
  room = await buildRoundRoom(server, { villages: 2, neighbours: 1 });
}, 120_000);
beforeEach(() => emptyRoom(room));

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const visitAt = (at: number) => pick(room.visits, at);
const headOf = (bytes: Buffer, more: object = {}) => ({
  id: randomUUID(),
  visit: visitAt(0).id,
  media: 'image/jpeg',
  size: bytes.length,
  sha256: sha256(bytes),
  ...more,
});
const announce = (who: Caller | null, head: object) => server.call(who, 'POST', '/rating/files', head);
const sendPart = (who: Caller | null, file: string, at: number, content: Buffer) =>
  sendBytes(who, `/rating/files/${file}?at=${at}`, content);
async function sendBytes(
  who: Caller | null,
  path: string,
  content: Buffer,
  type = 'application/octet-stream',
) {
  const headers = { 'content-type': type, ...(who ? { cookie: who.cookie } : {}) };
  const body = new Uint8Array(content);
  const answer = await fetch(`${server.url}/api${path}`, { method: 'POST', headers, body });
  return { status: answer.status, body: await answer.json() };
}
const partsOf = (bytes: Buffer, size: number) =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, k) => ({
    at: k * size,
    content: bytes.subarray(k * size, (k + 1) * size),
  }));
async function getBytes(who: Caller, file: string): Promise<{ status: number; type: string; bytes: Buffer }> {
  const answer = await fetch(`${server.url}/api/rating/files/${file}`, { headers: { cookie: who.cookie } });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', bytes };
}
const countParts = () =>
  server.services.door.asSystem('a test counts parts', async (trx) => {
    const rows = await trx.selectFrom('visit_file_part').select('at').execute();
    return rows.length;
  });

describe('a photograph', () => {
  test('comes in parts of any order, each more than once, goes on where it stopped, and is the same to the byte', async () => {
    const who = seatOf(visitAt(0));
    const bytes = jpegOf([], 300_000);
    const head = headOf(bytes);
    expect((await announce(who, head)).body).toEqual({ received: 0, receipt: null });
    const parts = partsOf(bytes, 50_000);
    const order = shuffle([...parts, ...parts.slice(0, 3)], 7);
    let last = await sendPart(who, head.id, 0, pick(parts, 0).content);
    expect(last.body).toEqual({ received: 50_000, receipt: null });
    expect((await announce(who, head)).body.received).toBe(50_000);
    for (const { at, content } of order) last = await sendPart(who, head.id, at, content);
    expect(last.body).toMatchObject({
      received: bytes.length,
      receipt: { lines: [{ id: head.id, sha256: head.sha256 }] },
    });
    const { body: pack } = await server.call(who, 'GET', '/rating/pack');
    expect(isGenuine(last.body.receipt, pack.receiptKey)).toBe(true);
    expect((await announce(who, head)).body.receipt).not.toBeNull();
    const got = await getBytes(who, head.id);
    expect(got).toMatchObject({ status: 200, type: 'image/jpeg' });
    expect(got.bytes.equals(bytes)).toBe(true);
    expect(await countParts()).toBe(0);
  });

  test('of many phones at once comes in whole, without an error', async () => {
    const who = seatOf(visitAt(0));
    const answers = await Promise.all(
      Array.from({ length: 40 }, async (_, k) => {
        const bytes = jpegOf([], 290_000 + k);
        const head = headOf(bytes);
        await announce(who, head);
        const [last, ...before] = partsOf(bytes, largestPart).reverse();
        for (const { at, content } of before.reverse()) await sendPart(who, head.id, at, content);
        return sendPart(who, head.id, last?.at ?? 0, last?.content ?? bytes);
      }),
    );
    expect(answers.map(({ status, body }) => [status, body.receipt !== null])).toEqual(
      answers.map(() => [200, true]),
    );
  }, 60_000);

  test('that carries a position is refused in words, and nothing of it stays', async () => {
    const who = seatOf(visitAt(0));
    const bytes = jpegOf([segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x/>'))]);
    const head = headOf(bytes);
    await announce(who, head);
    const answer = await sendPart(who, head.id, 0, bytes);
    expect(answer).toMatchObject({
      status: 422,
      body: { error: { message: expect.stringMatching(/位置等附加信息/) } },
    });
    expect((await getBytes(who, head.id)).status).toBe(404);
    expect(await countParts()).toBe(0);
  });

  test('that arrives damaged starts anew; a part too long, beyond the end, of nothing or that says no bytes is refused', async () => {
    const who = seatOf(visitAt(0));
    const bytes = jpegOf([], 1000);
    const head = headOf(bytes);
    await announce(who, head);
    const wrong = Buffer.from(bytes);
    wrong[500] = 1;
    expect((await sendPart(who, head.id, 0, wrong)).body.error.message).toMatch(/传送中损坏/);
    expect((await announce(who, head)).body).toEqual({ received: 0, receipt: null });
    expect((await sendPart(who, head.id, 10, bytes)).status).toBe(400);
    expect((await sendPart(who, head.id, 0, Buffer.alloc(0))).status).toBe(400);
    expect((await sendPart(who, head.id, 0, Buffer.alloc(largestPart + 1))).status).toBe(413);
    const place = `/rating/files/${head.id}`;
    expect((await sendBytes(who, place, bytes)).status).toBe(400);
    expect((await sendBytes(who, `${place}?at=-1`, bytes)).status).toBe(400);
    expect((await sendBytes(who, `${place}?at=0`, Buffer.from('{"at":0}'), 'application/json')).status).toBe(
      400,
    );
    expect((await sendBytes(who, `${place}?at=0`, bytes, 'image/jpeg')).status).toBe(415);
    expect((await sendBytes(null, `${place}?at=0`, bytes)).status).toBe(401);
    expect((await announce(who, { ...head, id: randomUUID(), size: 6_000_000 })).status).toBe(400);
    expect((await sendPart(who, head.id, 0, bytes)).body.receipt).not.toBeNull();
  });

  test('is announced only where one has a seat, and its number belongs to one content and one person', async () => {
    const visit = visitAt(0);
    const who = seatOf(visit);
    const bytes = jpegOf();
    const head = headOf(bytes);
    expect((await announce(null, head)).status).toBe(401);
    expect((await announce(room.stranger, head)).status).toBe(403);
    expect((await announce(room.townshipOfficer, head)).body.error.code).toBe('no-seat');
    await announce(who, head);
    expect((await announce(who, { ...head, sha256: sha256(Buffer.from('x')) })).body.error.code).toBe(
      'other-content',
    );
    const neighbour = seatOf(visit, 1);
    expect((await announce(neighbour, head)).status).toBe(409);
    expect((await sendPart(neighbour, head.id, 0, bytes)).status).toBe(404);
    expect((await announce(neighbour, { ...head, id: randomUUID(), account: who.account })).status).toBe(409);
  });

  test('is seen by its panelist alone until the session is closed, then by those in whose scope the visited place lies', async () => {
    const visit = visitAt(0);
    const who = seatOf(visit);
    const bytes = jpegOf();
    const head = headOf(bytes);
    await announce(who, head);
    await sendPart(who, head.id, 0, bytes);
    const others = [seatOf(visit, 1), room.townshipOfficer, room.countyOfficer, room.elsewhere];
    for (const other of others) expect((await getBytes(other, head.id)).status).toBe(404);
    const closed = await server.call(room.townshipOfficer, 'POST', `/sessions/${room.session}/close`, {
      reason: '收工',
    });
    expect(closed.status).toBe(200);
    for (const other of [room.townshipOfficer, room.countyOfficer, pick(room.secretaries, 0)])
      expect((await getBytes(other, head.id)).status).toBe(200);
    for (const other of [room.elsewhere, room.neighbourOfficer])
      expect((await getBytes(other, head.id)).status).toBe(404);
  });
});
