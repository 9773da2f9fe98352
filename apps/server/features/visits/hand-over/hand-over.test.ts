import { createCipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Signed } from '../../../../../tests/support/factories.ts';
import { withServer } from '../../../../../tests/support/server.ts';
import { buildRoundRoom, type RoundRoom, seatOf, today } from '../../rounds/testing/round-room.ts';
import { emptyRoom, pick } from '../testing/empty-room.ts';
import { jpegOf } from '../testing/images.ts';
import { openPhone } from '../testing/phone.ts';

const server = withServer({ work: false, now: () => new Date(`${today}T04:00:00Z`) });
let room: RoundRoom;
beforeAll(async () => {
  room = await buildRoundRoom(server, { villages: 2, neighbours: 1 });
}, 120_000);
beforeEach(() => emptyRoom(room));

/** As the phone writes it, with the key of its pack. */
async function writeFile(who: Signed, content: object, more: object = {}, keyOf = who): Promise<string> {
  const { body: pack } = await server.call(keyOf, 'GET', '/rating/pack');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(pack.handOverKey, 'base64url'), nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(content)), cipher.final(), cipher.getAuthTag()]);
  return JSON.stringify({
    hujian: 'hand-over/1',
    account: who.account,
    round: room.round,
    nonce: nonce.toString('base64url'),
    sealed: sealed.toString('base64url'),
    ...more,
  });
}
async function handOver(who: Signed | null, text: string, round = room.round) {
  const form = new FormData();
  form.append('file', new Blob([text]), '代交.hujian');
  const answer = await fetch(`${server.url}/api/rounds/${round}/hand-over`, {
    method: 'POST',
    headers: who ? { cookie: who.cookie } : {},
    body: form,
  });
  return { status: answer.status, body: await answer.json() };
}
const countEntries = () =>
  server.services.door.asSystem('a test counts', async (trx) => {
    const rows = await trx
      .selectFrom('visit_entry')
      .select(['by_file', 'account'])
      .where('round', '=', room.round)
      .execute();
    return rows;
  });

/** A panelist's sheet and photograph. */
function contentOf(who: Signed) {
  const visit = pick(room.visits, 0);
  const phone = openPhone(server, who);
  const bytes = jpegOf([], 5000);
  const photo = {
    id: randomUUID(),
    visit: visit.id,
    media: 'image/jpeg',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    base64: bytes.toString('base64'),
  };
  return { entries: phone.fill(visit.id, room.items, 77), files: [photo] };
}

describe('a file that a broken phone wrote', () => {
  test('is taken whole from the officer, who learns how much but not what, again as often as he likes', async () => {
    const who = seatOf(pick(room.visits, 0));
    const content = contentOf(who);
    const text = await writeFile(who, content);
    const first = await handOver(room.townshipOfficer, text);
    expect(first).toMatchObject({
      status: 200,
      body: { entries: content.entries.length, added: content.entries.length, files: 1, refused: [] },
    });
    expect(JSON.stringify(first.body)).not.toContain('77');
    expect((await handOver(room.townshipOfficer, text)).body).toMatchObject({
      added: 0,
      files: 1,
      refused: [],
    });
    const rows = await countEntries();
    expect(rows).toHaveLength(content.entries.length);
    for (const row of rows)
      expect(row).toEqual({ by_file: room.townshipOfficer.account, account: who.account });
    expect((await server.call(who, 'GET', '/rating/pack')).body.entries).toHaveLength(rows.length);
    const line = await server.services.door.asSystem('a test looks', (trx) =>
      trx
        .selectFrom('audit_line')
        .select(['details', 'account'])
        .where('act', '=', 'rating.hand-over')
        .where('object', '=', `round/${room.round}`)
        .orderBy('number')
        .executeTakeFirst(),
    );
    expect(line).toMatchObject({
      account: room.townshipOfficer.account,
      details: { added: content.entries.length },
    });
  });

  test('that was changed, is sealed with another key, of another round, or no such file at all is refused, and nothing taken', async () => {
    const visit = pick(room.visits, 0);
    const who = seatOf(visit);
    const content = contentOf(who);
    const refused = async (text: string) => {
      const answer = await handOver(room.townshipOfficer, text);
      expect(answer.status).toBe(422);
      return answer.body.error.message as string;
    };
    const text = await writeFile(who, content);
    const at = text.indexOf('"sealed":"') + 30;
    const changed = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
    expect(await refused(changed)).toMatch(/打不开/);
    expect(await refused(await writeFile(who, content, {}, seatOf(visit, 1)))).toMatch(/打不开/);
    expect(await refused(await writeFile(who, content, { round: room.round + 1 }))).toMatch(/另一轮/);
    expect(await refused(await writeFile(who, { entries: 'x' }))).toMatch(/不是手机评议页面导出/);
    expect(await refused('{"a":1}')).toMatch(/不是手机评议页面导出/);
    expect(await refused('')).toMatch(/不是手机评议页面导出/);
    expect(await refused(await writeFile(room.townshipOfficer, content))).toMatch(/名单/);
    expect(await countEntries()).toEqual([]);
  });

  test('refuses entry by entry what has no seat, and takes the rest; a damaged photograph does not keep the sheet out', async () => {
    const who = seatOf(pick(room.visits, 0));
    const content = contentOf(who);
    const stray = openPhone(server, who).submit(987_654_321);
    const photo = { ...pick(content.files, 0), base64: 'AAAA' };
    const text = await writeFile(who, { entries: [...content.entries, stray], files: [photo] });
    expect((await handOver(room.townshipOfficer, text)).body).toMatchObject({
      added: content.entries.length,
      files: 0,
      refused: [{ id: stray.id }, { id: photo.id }],
    });
  });

  test('is taken by the holder of the round alone', async () => {
    const who = seatOf(pick(room.visits, 0));
    const text = await writeFile(who, contentOf(who));
    expect((await handOver(null, text)).status).toBe(401);
    expect((await handOver(room.stranger, text)).status).toBe(403);
    expect((await handOver(who, text)).status).toBe(403);
    expect((await handOver(room.countyOfficer, text)).status).toBe(403);
    expect((await handOver(room.elsewhere, text)).status).toBe(404);
    expect((await handOver(room.neighbourOfficer, text)).status).toBe(404);
    expect(await countEntries()).toEqual([]);
  });
});
