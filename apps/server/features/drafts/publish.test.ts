import type { Draft } from '@hujian/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildAccount } from '../../../../tests/support/factories.ts';
import { withServer } from '../../../../tests/support/server.ts';
import {
  buildDraftRoom,
  buildMeetings,
  type DraftRoom,
  itemOf,
  openDraft,
  readSample,
} from './testing/draft-room.ts';

const server = withServer();
let room: DraftRoom;
const basis = [
  { document: '关于印发考评办法的通知', number: '青组〔2026〕9号', issuer: '县委组织部', date: '2026-01-05' },
];

beforeAll(async () => {
  room = await buildDraftRoom(server);
  await buildMeetings(server, room);
}, 60_000);

/** Everything is decided: what has a check is accepted, the rest is for the eye. */
async function readDecided(who = room.officer): Promise<Draft> {
  const draft = await readSample(server, who);
  const changes = [{ do: 'accept-all', restOnSite: true }];
  return (
    await server.call(who, 'POST', `/drafts/${draft.id}/decisions`, { version: draft.version, changes })
  ).body;
}

const publish = (draft: Draft, label: string, more: object = {}, who = room.officer) =>
  server.call(who, 'POST', `/drafts/${draft.id}/publish`, {
    version: draft.version,
    standard: 'rural-scoring',
    label,
    inForce: '2026-01-10',
    basis,
    ...more,
  });

describe('publishing', () => {
  test('a decided draft becomes an edition of its county, seen below it and from above, not beside', async () => {
    const draft = await readDecided();
    const made = await publish(draft, '2026');
    expect([made.status, made.body]).toEqual([
      201,
      { edition: `rural-scoring/2026-${room.county.id}`, revision: 1 },
    ]);
    const page = await server.call(room.clerk, 'GET', `/editions/${made.body.edition}`);
    expect(page.body).toMatchObject({ owner: { id: room.county.id, name: room.county.name }, revision: 1 });
    expect(page.body.edition.chapters[0].items[0]).toMatchObject({
      code: 'RS-01',
      title: '党员大会',
      points: 20,
    });
    expect(page.body.sentences['RS-01/general-meeting'].sentence).toContain('支部党员大会');
    const seen = async (who: Parameters<typeof server.call>[0]) => {
      const { body } = await server.call(who, 'GET', '/editions');
      return body.rows.some((row: { id: string }) => row.id === made.body.edition);
    };
    const secretary = await buildAccount(server, 'branch-secretary', room.villages[0]);
    expect([
      await seen(room.officer),
      await seen(room.clerk),
      await seen(secretary),
      await seen(room.city),
    ]).toEqual([true, true, true, true]);
    expect(await seen(room.neighbour)).toBe(false);
    expect((await server.call(room.neighbour, 'GET', `/editions/${made.body.edition}`)).status).toBe(404);
    const after = await openDraft(server, room.officer, draft.id);
    expect(after).toMatchObject({ state: 'published', edition: made.body.edition, can: [] });
  });

  test('numbers become parameters with the document as basis, so that a township may ask for more', async () => {
    const { body } = await publish(await readDecided(), 'parameters');
    const { edition } = (await server.call(room.officer, 'GET', `/editions/${body.edition}`)).body;
    const area = Object.entries<{ title: string; tighten: string; values: object[] }>(
      edition.parameters,
    ).find(([, one]) => one.values.some((value) => 'value' in value && value.value === 120));
    expect(area?.[1]).toMatchObject({
      tighten: 'up',
      values: [{ from: '2026-01-10', basis: { number: basis[0]?.number } }],
    });
  });

  test('its county adopts it and its villages are judged by it; a neighbour and the city cannot', async () => {
    const { body } = await publish(await readDecided(), 'adopted');
    const adopt = (who: Parameters<typeof server.call>[0], organization: number) =>
      server.call(who, 'POST', '/adoptions', {
        organization,
        edition: body.edition,
        validFrom: '2026-01-10',
        basis: basis[0],
      });
    const neighbourCounty = (await server.call(room.neighbour, 'GET', '/me')).body.scope.id;
    expect((await adopt(room.neighbour, neighbourCounty)).status).toBe(404);
    const made = await adopt(room.officer, room.county.id);
    expect(made.status).toBe(201);
    const file = await server.call(room.clerk, 'GET', `/organizations/${room.villages[0].id}`);
    expect(file.body.standing).toMatchObject({ edition: body.edition });
    expect((await server.call(room.officer, 'POST', `/adoptions/${made.body.id}/withdraw`)).status).toBe(200);
    const above = await server.services.door.asSystem('a test promotes an officer', (trx) =>
      trx
        .selectFrom('organization')
        .selectAll()
        .where('id', '=', room.county.parent ?? 0)
        .executeTakeFirstOrThrow(),
    );
    const higher = await buildAccount(server, 'county-officer', above);
    const refused = await adopt(higher, above.id);
    expect([refused.status, refused.body.error.message]).toEqual([
      422,
      expect.stringContaining('下级组织发布的'),
    ]);
  });

  test('not with anything undecided, not without a basis, not stale, not twice under one name', async () => {
    const open = await readSample(server, room.officer);
    expect((await publish(open, '2027')).body.error.message).toContain('没有定');
    const draft = await readDecided();
    expect((await publish(draft, '2027', { basis: [] })).status).toBe(400);
    expect((await publish(draft, '2027', { basis: [{ document: '通知' }] })).status).toBe(400);
    expect((await publish(draft, '坏名')).status).toBe(400);
    expect((await publish(draft, '2027', { version: draft.version - 1 })).status).toBe(409);
    expect((await publish(draft, '2027', { follows: 'no/such' })).status).toBe(404);
    expect((await publish(draft, '2027', {}, room.neighbour)).status).toBe(404);
    expect((await publish(draft, '2027', {}, room.clerk)).status).toBe(403);
    expect((await publish(draft, '2027')).status).toBe(201);
    expect((await publish(draft, '2027')).status).toBe(409);
    const again = await publish(await readDecided(), '2027');
    expect([again.status, again.body.error.message]).toEqual([409, expect.stringContaining('已经发布过')]);
  });

  test('not while points do not add up: every error says where', async () => {
    const draft = await readDecided();
    const changes = [{ do: 'change-item', item: itemOf(draft, '党课').key, set: { points: 11 } }];
    const { body } = await server.call(room.officer, 'POST', `/drafts/${draft.id}/decisions`, {
      version: draft.version,
      changes,
    });
    const refused = await publish(body, 'sums');
    expect([refused.status, refused.body.error.issues[0].path]).toEqual([422, 'fullMarks']);
  });

  test('leaves a line in the audit trail that names the edition, its hash and its basis', async () => {
    const { body } = await publish(await readDecided(), 'audited');
    const lines = await server.services.door.asSystem('a test reads the trail', (trx) =>
      trx.selectFrom('audit_line').selectAll().where('object', '=', `edition/${body.edition}`).execute(),
    );
    expect(lines).toMatchObject([
      {
        act: 'edition.publish',
        details: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), inForce: '2026-01-10' },
      },
    ]);
  });
});

test('a dropped draft keeps no bytes, is not changed any more, and the same file can be read anew', async () => {
  const draft = await readSample(server, room.officer);
  const drop = (version: number, who = room.officer) =>
    server.call(who, 'POST', `/drafts/${draft.id}/drop`, { version });
  expect((await drop(draft.version, room.neighbour)).status).toBe(404);
  expect((await drop(draft.version, room.clerk)).status).toBe(403);
  expect((await drop(9)).status).toBe(409);
  expect((await drop(draft.version)).body).toMatchObject({ state: 'dropped', can: [] });
  expect((await drop(draft.version + 1)).status).toBe(409);
  const kept = await server.services.door.asSystem('a test looks for bytes', (trx) =>
    trx.selectFrom('draft_file').select('content').where('sha256', '=', draft.sha256).execute(),
  );
  expect(kept).toEqual([{ content: null }]);
});

describe('words of the locality', () => {
  const say = (who: Parameters<typeof server.call>[0], more: object = {}) =>
    server.call(who, 'POST', '/terms', {
      organization: room.county.id,
      chinese: '三单制',
      meaning: '问题单、任务单、回音单三张单子。',
      ...more,
    });
  const read = async (who: Parameters<typeof server.call>[0], chinese = '三单制') => {
    const { body } = await server.call(who, 'GET', '/terms');
    return body.rows.find((row: { chinese: string }) => row.chinese === chinese);
  };

  test('a county says how it reads a word; below it the word reads so, beside it as before, and it can be taken back', async () => {
    const before = (await read(room.neighbour)).meaning;
    const made = await say(room.officer);
    expect([made.status, made.body.own.base]).toEqual([201, before]);
    expect(await read(room.clerk)).toMatchObject({
      meaning: made.body.meaning,
      own: { base: before },
      can: [],
    });
    expect(await read(room.neighbour)).toMatchObject({ meaning: before, own: null });
    await say(room.officer, { meaning: '改过的说法' });
    expect((await read(room.officer)).meaning).toBe('改过的说法');
    const { id } = (await read(room.officer)).own;
    const withdraw = (who: Parameters<typeof server.call>[0]) =>
      server.call(who, 'POST', `/terms/${id}/withdraw`);
    expect([(await withdraw(room.neighbour)).status, (await withdraw(room.clerk)).status]).toEqual([
      404, 403,
    ]);
    expect([(await withdraw(room.officer)).status, (await withdraw(room.officer)).status]).toEqual([
      200, 409,
    ]);
    expect((await read(room.clerk)).meaning).toBe(before);
  });

  test('a word of its own is added; one that means the same everywhere is not changed; nobody speaks for a neighbour', async () => {
    await say(room.officer, { chinese: '青禾三步法', meaning: '先议、再定、后评。' });
    expect(await read(room.clerk, '青禾三步法')).toMatchObject({
      meaning: '先议、再定、后评。',
      local: true,
    });
    expect(await read(room.neighbour, '青禾三步法')).toBeUndefined();
    expect((await say(room.officer, { chinese: '三务公开' })).status).toBe(422);
    expect((await say(room.neighbour)).status).toBe(404);
    expect((await say(room.clerk)).status).toBe(403);
    expect((await say(null)).status).toBe(401);
    expect((await say(room.officer, { meaning: '' })).status).toBe(400);
  });
});
