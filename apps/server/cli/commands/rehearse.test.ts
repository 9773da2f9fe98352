import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withServer } from '../../../../tests/support/server.ts';
import {
  buildDraftRoom,
  buildMeetings,
  type DraftRoom,
  readSample,
} from '../../features/drafts/testing/draft-room.ts';
import { sampleSheet } from '../../features/drafts/testing/sample-standard.ts';
import type { CommandAnswer, CommandContext, ReadyCommand } from '../command.ts';
import { command as publish } from './publish.ts';
import { command as rehearse } from './rehearse.ts';

const server = withServer();
const folder = mkdtempSync(join(tmpdir(), 'hujian-commands-'));
const file = join(folder, '办法.txt');
let room: DraftRoom;

beforeAll(async () => {
  writeFileSync(file, sampleSheet);
  room = await buildDraftRoom(server);
  await buildMeetings(server, room);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a command on the test's database. */
async function run(command: ReadyCommand, given: Record<string, unknown>): Promise<CommandAnswer> {
  const prepared = command.prepare(given);
  if (!('run' in prepared)) throw new Error(JSON.stringify(prepared.issues));
  const context: CommandContext = {
    json: true,
    say: () => undefined,
    stopped: new AbortController().signal,
    answer: () => undefined,
    openDatabase: async () => ({
      url: server.database.url,
      dataFolder: folder,
      cluster: null,
      close: async () => undefined,
    }),
  };
  const answer = await prepared.run(context);
  if (!answer) throw new Error('the command answered nothing');
  return answer;
}

test('a written standard is rehearsed from its file, and a place that does not exist is told', async () => {
  const { json, text } = await run(rehearse, { draft: file, at: room.county.name });
  expect(json).toMatchObject({ against: null, periods: { length: 4 }, items: { length: 6 } });
  expect(text).toContain('台账查不出来的条目');
  await expect(run(rehearse, { draft: file, at: '没有这个县' })).rejects.toThrow('没有代码或名称');
  await expect(run(rehearse, { draft: join(folder, '无.txt'), at: room.county.name })).rejects.toThrow(
    '读不出文件',
  );
});

test('a draft is rehearsed by its number and published once it is decided, with the basis that is written', async () => {
  const draft = await readSample(server, room.officer);
  const rehearsed = await run(rehearse, { draft: String(draft.id), at: room.township.name });
  expect(rehearsed.json).toMatchObject({ title: draft.title, items: { length: 6 } });
  const said = { draft: String(draft.id), inForce: '2026-01-10', basis: '考评通知；县委组织部；2026-01-05' };
  await expect(run(publish, said)).rejects.toThrow('没有定');
  await server.call(room.officer, 'POST', `/drafts/${draft.id}/decisions`, {
    version: draft.version,
    changes: [{ do: 'accept-all', restOnSite: true }],
  });
  await expect(run(publish, { ...said, basis: '只有文件名' })).rejects.toThrow('依据要写全');
  const { json } = await run(publish, { ...said, label: '2026' });
  expect(json).toEqual({ edition: `rural-scoring/2026-${room.county.id}`, revision: 1 });
  await expect(run(publish, said)).rejects.toThrow('已经发布');
});
