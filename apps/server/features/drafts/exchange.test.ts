import type { Draft } from '@hujian/contract';
import { beforeAll, expect, test } from 'vitest';
import type { Caller } from '../../../../tests/support/server.ts';
import { withServer } from '../../../../tests/support/server.ts';
import { buildDraftRoom, type DraftRoom, openDraft, readSample } from './testing/draft-room.ts';
import { uploadFile } from './testing/upload-file.ts';

const server = withServer();
let room: DraftRoom;

beforeAll(async () => {
  room = await buildDraftRoom(server);
}, 60_000);

async function download(who: Caller | null, path: string) {
  const response = await fetch(`${server.url}/api${path}`, { headers: who ? { cookie: who.cookie } : {} });
  return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
}

/** What the checks say, whatever way their file writes them. */
const saidBy = ({ work, checks }: Draft) => [
  work.chapters.flatMap(({ items }) => items.map(({ code, points, text }) => [code, points, text])),
  Object.values(checks),
];

test.each(['yaml', 'xlsx', 'docx'])(
  'a library edition leaves as %s, and the drop zone takes it back with everything accepted',
  async (as) => {
    const { status, bytes } = await download(room.officer, `/editions/rural-basic/2025/edition.${as}`);
    expect(status).toBe(200);
    const made = await uploadFile(server, room.officer, `标准.${as}`, bytes);
    expect(made.status).toBe(201);
    const draft = await openDraft(server, room.officer, made.body.drafts[0].id);
    expect(draft).toMatchObject({
      title: expect.stringContaining('基本标准'),
      items: 42,
      proposals: { proposed: 0 },
    });
    expect(draft.header).toMatchObject({ standard: 'rural-basic', label: '2025' });
    const published = await server.call(room.officer, 'POST', `/drafts/${draft.id}/publish`, {
      version: draft.version,
      standard: 'rural-basic',
      label: `own-${as}`,
      inForce: '2026-01-01',
      basis: [{ document: '通知', issuer: '县委组织部', date: '2026-01-01' }],
    });
    expect(published.status).toBe(201);
    const compared = await server.call(
      room.officer,
      'GET',
      `/editions/compare?a=rural-basic/2025&b=${published.body.edition}`,
    );
    const changes = compared.body.comparison.items.map((one: { change: string }) => one.change);
    expect(new Set(changes)).toEqual(new Set(['same']));
  },
);

test('a draft leaves as it is so far and comes back the same', async () => {
  const draft = await readSample(server, room.officer);
  const { body } = await server.call(room.officer, 'POST', `/drafts/${draft.id}/decisions`, {
    version: draft.version,
    changes: [{ do: 'accept-all', restOnSite: true }],
  });
  const { bytes } = await download(room.officer, `/drafts/${draft.id}/edition.yaml`);
  const made = await uploadFile(server, room.officer, '草案.yaml', bytes);
  const back = await openDraft(server, room.officer, made.body.drafts[0].id);
  expect([back.title, back.kind, back.level]).toEqual([body.title, body.kind, body.level]);
  expect(saidBy(back)).toEqual(saidBy(body));
});

test('a file of ours that was broken is refused with the place of what is broken', async () => {
  const { bytes } = await download(room.officer, '/editions/rural-basic/2025/edition.yaml');
  const broken = `${new TextDecoder().decode(bytes)}\nchapters: [`;
  const refused = await uploadFile(server, room.officer, '坏.yaml', broken);
  expect([refused.status, refused.body.error.message]).toEqual([422, expect.stringContaining('行')]);
});

test('drafts leave only for those who see them, editions for whoever reads the library, and only in known forms', async () => {
  const draft = await readSample(server, room.officer);
  const status = async (who: Caller | null, path: string) => (await download(who, path)).status;
  expect(await status(room.neighbour, `/drafts/${draft.id}/edition.yaml`)).toBe(404);
  expect(await status(room.clerk, `/drafts/${draft.id}/edition.yaml`)).toBe(403);
  expect(await status(null, `/drafts/${draft.id}/edition.yaml`)).toBe(401);
  expect(await status(room.officer, `/drafts/${draft.id}/edition.exe`)).toBe(400);
  expect(await status(room.clerk, '/editions/rural-basic/2019/edition.yaml')).toBe(200);
  expect(await status(null, '/editions/rural-basic/2019/edition.yaml')).toBe(401);
  expect(await status(room.clerk, '/editions/rural-basic/1900/edition.yaml')).toBe(404);
});

test('an old edition is held against the rules in force: its term of three years is told with the basis', async () => {
  const { body } = await server.call(room.clerk, 'GET', '/editions/rural-basic/2019/lint');
  expect(body.findings.find((one: { text: string }) => one.text.includes('5年'))).toMatchObject({
    basis: { document: expect.any(String) },
  });
  expect((await server.call(null, 'GET', '/editions/rural-basic/2019/lint')).status).toBe(401);
  expect((await server.call(room.clerk, 'GET', '/editions/rural-basic/1900/lint')).status).toBe(404);
});
