import type { Draft } from '@hujian/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { withServer } from '../../../../tests/support/server.ts';
import {
  buildDraftRoom,
  buildMeetings,
  type DraftRoom,
  itemOf,
  openDraft,
  readSample,
} from './testing/draft-room.ts';
import { sampleSheet } from './testing/sample-standard.ts';
import { uploadFile } from './testing/upload-file.ts';

const server = withServer();
let room: DraftRoom;

beforeAll(async () => {
  room = await buildDraftRoom(server);
  await buildMeetings(server, room);
}, 60_000);

const decide = (draft: Draft, changes: object[], who = room.officer, version = draft.version) =>
  server.call(who, 'POST', `/drafts/${draft.id}/decisions`, { version, changes });

describe('a file that is read', () => {
  test('becomes a draft whose every sentence says where its words stand', async () => {
    const draft = await readSample(server, room.officer);
    expect(draft).toMatchObject({
      kind: 'rural',
      level: 'scoring-sheet',
      items: 6,
      state: 'open',
      version: 1,
    });
    const meeting = itemOf(draft, '党员大会');
    expect(meeting).toMatchObject({
      points: 20,
      proposals: [{ state: 'proposed', words: expect.any(String) }],
    });
    const checks = Object.values(draft.checks);
    expect(checks.length).toBeGreaterThan(4);
    for (const check of checks)
      expect(check).toMatchObject({ sentence: expect.stringMatching(/。$/), errors: [] });
    const source = await server.call(room.officer, 'GET', `/drafts/${draft.id}/source`);
    const block = source.body.blocks.find(
      (one: { at: object }) => JSON.stringify(one.at) === JSON.stringify(meeting.proposals[0]?.at),
    );
    expect(block.text).toContain(meeting.proposals[0]?.words);
  });

  test('twice the same bytes are offered as the earlier draft, and read again only when asked', async () => {
    const first = await uploadFile(server, room.officer, '甲.txt', sampleSheet);
    const second = await uploadFile(server, room.officer, '乙.txt', sampleSheet);
    expect(second.body).toMatchObject({ drafts: [], earlier: [{ id: first.body.drafts[0].id }] });
    const third = await uploadFile(server, room.officer, '乙.txt', sampleSheet, { again: 'true' });
    expect(third.body.drafts[0].id).not.toBe(first.body.drafts[0].id);
    const [a, b] = [first, third].map((one) => one.body.drafts[0].id);
    expect((await openDraft(server, room.officer, a)).work).toEqual(
      (await openDraft(server, room.officer, b)).work,
    );
  });

  test('is refused in plain words when it is damaged, empty, or no standard', async () => {
    const refused = async (name: string, content: string | Uint8Array<ArrayBuffer>) => {
      const { status, body } = await uploadFile(server, room.officer, name, content);
      expect(status).toBe(422);
      return body.error.message as string;
    };
    expect(await refused('坏.docx', new Uint8Array([80, 75, 3, 4, 1, 2, 3]))).toMatch(/[\u4e00-\u9fff]/);
    expect(await refused('空.txt', '')).toMatch(/[\u4e00-\u9fff]/);
    expect(await refused('信.txt', '您好，请查收。')).toContain('没有找到条目');
    expect((await server.call(room.officer, 'POST', '/drafts', {})).status).toBeGreaterThanOrEqual(400);
  });

  test('belongs to a county: not read by a township, nor for a township, nor for a neighbour', async () => {
    const send = (who: Parameters<typeof uploadFile>[1], fields: Record<string, string> = {}) =>
      uploadFile(server, who, '别处.txt', `${sampleSheet}别处`, fields);
    expect((await send(null)).status).toBe(401);
    expect((await send(room.clerk)).status).toBe(403);
    expect((await send(room.officer, { organization: String(room.township.id) })).status).toBe(422);
    expect((await send(room.neighbour, { organization: String(room.county.id) })).status).toBe(404);
    expect((await send(room.officer, { organization: 'x' })).status).toBe(400);
  });
});

test('a draft is seen by its county and the city above it, by nobody beside or below', async () => {
  const draft = await readSample(server, room.officer);
  const look = async (who: Parameters<typeof server.call>[0], path = '') =>
    (await server.call(who, 'GET', `/drafts/${draft.id}${path}`)).status;
  expect([await look(room.officer), await look(room.city)]).toEqual([200, 200]);
  for (const path of ['', '/source', '/lint', '/rehearsals', '/compare?with=rural-basic/2025'])
    expect([await look(room.neighbour, path), await look(room.clerk, path), await look(null, path)]).toEqual([
      404, 403, 401,
    ]);
  const listed = await server.call(room.neighbour, 'GET', '/drafts');
  expect(listed.body.rows).toEqual([]);
  const own = await server.call(room.officer, 'GET', '/drafts?limit=1');
  expect(own.body).toMatchObject({ rows: [{ items: 6, can: ['draft.manage'] }], next: expect.any(String) });
  expect((await server.call(room.officer, 'GET', '/drafts?state=lost')).status).toBe(400);
});

describe('deciding', () => {
  test('accepting, leaving to the eye and dropping are kept, with the next version', async () => {
    const draft = await readSample(server, room.officer);
    const item = itemOf(draft, '党员大会').key;
    const { status, body } = await decide(draft, [{ do: 'decide', item, proposal: 'p1', state: 'accepted' }]);
    expect([status, body.version, body.proposals.accepted]).toEqual([200, 2, 1]);
    const rest = await decide(body, [{ do: 'accept-all', restOnSite: true }]);
    expect(rest.body.proposals.proposed).toBe(0);
  });

  test('whoever saw an older version is told, and changes nothing', async () => {
    const draft = await readSample(server, room.officer);
    await decide(draft, [{ do: 'accept-all' }]);
    const late = await decide(draft, [{ do: 'change-edition', set: { title: '晚到的改名' } }]);
    expect([late.status, late.body.error.message]).toEqual([409, expect.stringContaining('刷新')]);
    expect((await openDraft(server, room.officer, draft.id)).title).not.toBe('晚到的改名');
  });

  test('a check out of the form gets its sentence, and one that is wrong is told at its field; all or nothing', async () => {
    const draft = await readSample(server, room.officer);
    const item = itemOf(draft, '党课').key;
    const check = { measure: 'activities', activity: 'party-lecture', window: 'quarter', atLeast: 2 };
    const change = (one: object) => ({ do: 'change-check', item, proposal: 'p1', check: one });
    const good = await decide(draft, [change(check)]);
    expect(itemOf(good.body, '党课').proposals[0]).toMatchObject({
      state: 'changed',
      sentence: expect.stringContaining('不少于（含）2次'),
    });
    const bad = await decide(good.body, [
      { do: 'accept-all' },
      change({ ...check, activity: 'no-such-thing', atLeast: 2 }),
    ]);
    expect([bad.status, bad.body.error.issues[0].path]).toEqual([422, 'activity']);
    expect((await openDraft(server, room.officer, draft.id)).proposals.accepted).toBe(0);
  });

  test('items, points, parameters and the edition itself are changed; what does not add up is said', async () => {
    const draft = await readSample(server, room.officer);
    const item = itemOf(draft, '党课').key;
    const { body } = await decide(draft, [
      { do: 'change-item', item, set: { points: 12, strictness: 'normally', code: 'QH-03' } },
      {
        do: 'set-parameter',
        name: 'lectures',
        parameter: {
          title: '党课次数',
          unit: '次',
          tighten: 'up',
          values: [{ from: null, value: 2, basis: null }],
        },
      },
      { do: 'add-item', chapter: 0, after: item, item: { title: '谈心谈话', points: 0 } },
      { do: 'change-edition', set: { title: '青禾县考评办法' } },
    ]);
    expect(itemOf(body, '党课')).toMatchObject({ points: 12, code: 'QH-03', strictness: 'normally' });
    expect(body).toMatchObject({ title: '青禾县考评办法', items: 7 });
    expect(body.remarks[0].text).toContain('合计 102 分，与满分 100 分不等');
    const taken = await decide(body, [
      { do: 'change-item', item: itemOf(body, '谈心谈话').key, set: { code: 'QH-03' } },
    ]);
    expect(taken.status).toBe(422);
    const removed = await decide(body, [{ do: 'remove-item', item: itemOf(body, '谈心谈话').key }]);
    expect([removed.body.items, removed.body.left]).toEqual([6, body.left + 1]);
  });

  test('not by a stranger, not beside, and not what is no decision', async () => {
    const draft = await readSample(server, room.officer);
    const changes = [{ do: 'accept-all' }];
    expect((await decide(draft, changes, room.neighbour)).status).toBe(404);
    expect((await decide(draft, changes, room.clerk)).status).toBe(403);
    expect((await decide(draft, [{ do: 'burn' }])).status).toBe(400);
    expect(
      (await decide(draft, [{ do: 'decide', item: 'i999', proposal: 'p1', state: 'dropped' }])).status,
    ).toBe(422);
    expect((await decide(draft, changes, room.city)).status).toBe(200);
  });
});

describe('trying a check', () => {
  const check = { measure: 'activities', activity: 'general-meeting', window: 'quarter', atLeast: 1 };
  const attempt = (draft: Draft, body: object, who = room.officer) =>
    server.call(who, 'POST', `/drafts/${draft.id}/try`, { item: null, organizations: [], ...body });

  test('says what it means, and gives each branch its verdict by what is recorded', async () => {
    const draft = await readSample(server, room.officer);
    const item = itemOf(draft, '党员大会').key;
    const organizations = room.villages.map(({ id }) => id);
    const { body } = await attempt(draft, { check, item, organizations, asOf: '2025-12-31' });
    expect(body).toMatchObject({
      errors: [],
      sentence: '每个季度“支部党员大会”不少于（含）1次。',
      bound: expect.stringContaining('含'),
      results: [
        { organization: { name: '上河村' }, verdict: 'met', points: 20, of: 20 },
        { organization: { name: '下河村' }, verdict: 'unmet', points: 0, of: 20 },
      ],
    });
    expect(body.results[1].lines.join()).toContain('第1季度');
  });

  test('a check that is not right yet is answered with its errors, not with a failure', async () => {
    const draft = await readSample(server, room.officer);
    const { status, body } = await attempt(draft, { check: { ...check, window: 'week' } });
    expect([status, body.sentence, body.errors[0].path]).toEqual([200, null, 'window']);
    expect(body.errors[0].message).not.toMatch(/^条目/);
  });

  test('not on a neighbour, not for more than three, not by a township', async () => {
    const draft = await readSample(server, room.officer);
    const [village] = room.villages;
    expect((await attempt(draft, { check, organizations: [village.id] }, room.neighbour)).status).toBe(404);
    expect((await attempt(draft, { check, organizations: [village.id] }, room.clerk)).status).toBe(403);
    expect((await attempt(draft, { check, organizations: [1, 2, 3, 4] })).status).toBe(400);
    const own = await readSample(server, room.neighbour);
    expect((await attempt(own, { check, organizations: [village.id] }, room.neighbour)).status).toBe(404);
    expect((await attempt(draft, { check, asOf: '2999-01-01' })).status).toBe(400);
  });
});

test('a draft stands beside an edition, and the linter says what stands in the way of publishing', async () => {
  const draft = await readSample(server, room.officer);
  const compared = await server.call(
    room.officer,
    'GET',
    `/drafts/${draft.id}/compare?with=rural-basic/2025`,
  );
  expect(compared.body.a.id).toBe('rural-basic/2025');
  expect(compared.body.comparison.items.map((one: { change: string }) => one.change)).toContain('added');
  expect((await server.call(room.officer, 'GET', `/drafts/${draft.id}/compare?with=x/1`)).status).toBe(404);
  const lint = await server.call(room.officer, 'GET', `/drafts/${draft.id}/lint`);
  expect(lint.body).toMatchObject({ undecided: draft.proposals.proposed, errors: [] });
  const changes = [{ do: 'change-edition', set: { fullMarks: 90 } }];
  await decide(draft, changes);
  const after = await server.call(room.officer, 'GET', `/drafts/${draft.id}/lint`);
  expect(after.body.errors[0].message).toContain('满分');
  expect(after.body.findings.map(({ rule }: { rule: string }) => rule)).not.toContain('points-sum');
});
