import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ResultFull } from '@hujian/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withServer } from '../../../../tests/support/server.ts';
import { runLine } from '../../cli/testing/run-line.ts';
import { buildRoundRoom, type RoundRoom, today } from '../rounds/testing/round-room.ts';
import { tasks } from './tasks.ts';
import { takeSteps, unitOf } from './testing/result-steps.ts';

const clock = { now: new Date(`${today}T04:00:00Z`) };
const server = withServer({ work: false, now: () => clock.now });
const onDay = (day: string) => {
  clock.now = new Date(`${day}T04:00:00Z`);
};
const { post, compute, look, step, giveBasis } = takeSteps(server);
const folder = mkdtempSync(join(tmpdir(), 'hujian-results-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const notice = { title: '第四季度三互活动结果公示', workingDays: 5, contact: '某乡组织办 0000-1234567' };

let room: RoundRoom;
beforeAll(async () => {
  room = await buildRoundRoom(server, {
    villages: 4,
    neighbours: 1,
    score: (visit, panelist) => 92 - 5 * visit - (panelist % 3),
    revealed: true,
  });
  await giveBasis(room);
});

/** As the result stands now. */
const now = async (): Promise<ResultFull> => (await look(room)).body;
const at = async (name: string, who = room.townshipOfficer, more: object = {}) => {
  const { id, version } = await now();
  return post(who, `/results/${id}/${name}`, { version, ...more });
};
const refused = async (answer: ReturnType<typeof at>): Promise<[number, string]> => {
  const { status, body } = await answer;
  return [status, body.error?.message ?? ''];
};
const slugOf = async (): Promise<string> => (await now()).notices[0]?.slug ?? '';
const objecting = (about = '该村活动记录与实际不符') => ({
  unit: room.villages[3]?.code ?? null,
  about,
  person: '',
  contact: '13800000000',
});

describe('from below upwards', () => {
  test('a draft can be neither accepted, nor shown, nor published', async () => {
    const { body } = await compute(room);
    expect(body.can).toEqual(expect.arrayContaining(['result.compute', 'result.adjust', 'result.submit']));
    expect(await refused(at('accept', room.countyOfficer))).toEqual([
      409,
      expect.stringContaining('还在拟定'),
    ]);
    expect((await at('notice', room.townshipOfficer, notice)).status).toBe(409);
    expect((await at('publish')).status).toBe(409);
  });

  test('the level above accepts: not the holder himself, not a neighbour; each sees only what waits for him', async () => {
    const submitted = await step(room.townshipOfficer, await now(), 'submit', { note: '请审定' });
    expect(submitted.can).not.toContain('result.accept');
    expect(await refused(at('accept'))).toEqual([403, expect.stringContaining('不能审定自己的结果')]);
    expect((await at('accept', room.neighbourOfficer)).status).toBe(404);
    expect((await at('accept', room.elsewhere)).status).toBe(404);
    expect((await at('accept', room.secretaries[0])).status).toBe(403);
    expect((await compute(room)).body.error.message).toContain('已经报送上级');
    const waiting = async (who: typeof room.countyOfficer) =>
      (await server.call(who, 'GET', '/results/waiting')).body.rows;
    expect(await waiting(room.countyOfficer)).toMatchObject([
      { organization: { id: room.township.id }, units: 4 },
    ]);
    expect(await waiting(room.cityOfficer)).toEqual([]);
    expect(await waiting(room.neighbourOfficer)).toEqual([]);
  });

  test('returned with a reason it is changed and submitted again; accepted it is locked', async () => {
    expect((await at('return', room.countyOfficer)).status).toBe(400);
    const returned = await step(room.countyOfficer, await now(), 'return', { note: '请核对第二个村' });
    expect(returned.state).toBe('returned');
    expect((await compute(room)).body.state).toBe('draft');
    await step(room.townshipOfficer, await now(), 'submit');
    expect((await look(room, room.countyOfficer)).body.can).toEqual(['result.accept', 'result.return']);
    expect((await step(room.countyOfficer, await now(), 'accept')).state).toBe('accepted');
    expect(await refused(compute(room))).toEqual([409, expect.stringContaining('审定后的结果不能再改')]);
    const change = server.services.door.asSystem('a test tries to change what was accepted', (trx) =>
      trx.updateTable('round_result').set({ packet: '{}' }).where('round', '=', room.round).execute(),
    );
    await expect(change).rejects.toMatchObject({ code: 'HJ001' });
  });
});

describe('before everybody', () => {
  test('a notice shows organizations and bands, and no points and no people', async () => {
    expect((await at('notice', room.townshipOfficer, { ...notice, workingDays: 2 })).status).toBe(400);
    expect((await at('notice', room.townshipOfficer, { ...notice, fromDay: '2026-11-01' })).status).toBe(400);
    const noticed = await step(room.townshipOfficer, await now(), 'notice', notice);
    // 2026-11-20 is a Friday: five working days end on the next
    expect(noticed.notices).toMatchObject([{ fromDay: today, untilDay: '2026-11-27', state: 'open' }]);
    const { status, body } = await server.call(null, 'GET', `/public/notices/${await slugOf()}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'open',
      published: false,
      sha256: noticed.sha256,
      title: notice.title,
    });
    expect(body.bands[0].title).toBe('A档');
    expect(body.bands.flatMap(({ units }: { units: object[] }) => units)).toHaveLength(4);
    expect(JSON.stringify(body)).not.toMatch(/评议员|"(?:total|score|fair|severity|person|by)"|p1/);
    expect((await server.call(null, 'GET', '/public/notices/AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404);
  });

  test('the villages see their own part, and of the others the bands', async () => {
    const { status, body } = await look(room, room.secretaries[1]);
    expect(status).toBe(200);
    expect(unitOf(body, room.villages[1]).rating).not.toBeNull();
    expect(unitOf(body, room.villages[0])).toMatchObject({ total: null, rating: null, adjustments: [] });
    expect(unitOf(body, room.villages[0]).band).toBe('A');
    expect(body).toMatchObject({ panelists: null, steps: [], objections: [], can: [] });
    const file = await server.call(room.secretaries[1] ?? null, 'GET', `/results/${body.id}/packet`);
    expect(file.status).toBe(404);
  });

  test('an objection of anybody opens a case; the contact stays sealed, and a look at it leaves its line', async () => {
    const made = await post(null, `/public/notices/${await slugOf()}/objections`, objecting());
    expect([made.status, made.body]).toEqual([201, { code: expect.stringMatching(/^(\w{4}-){3}\w{4}$/) }]);
    const objected = await now();
    expect(objected).toMatchObject({ state: 'objected', objections: [{ hasContact: true, state: 'open' }] });
    expect(JSON.stringify(objected)).not.toContain('13800000000');
    const id = objected.objections[0]?.id;
    const ask = { reason: '电话核实情况' };
    expect((await post(room.countyOfficer, `/objections/${id}/contact`, ask)).status).toBe(403);
    expect((await post(room.neighbourOfficer, `/objections/${id}/contact`, ask)).status).toBe(404);
    expect((await post(room.townshipOfficer, `/objections/${id}/contact`, ask)).body).toEqual({
      contact: '13800000000',
    });
    const lines = await server.services.door.asSystem('a test reads the trail', (trx) =>
      trx
        .selectFrom('audit_line')
        .select(['details', 'object'])
        .where('act', '=', 'objection.contact')
        .execute(),
    );
    expect(lines).toMatchObject([{ object: `objection/${id}`, details: { reason: '电话核实情况' } }]);
    expect(JSON.stringify(lines)).not.toContain('13800000000');
    expect((await post(null, '/public/objections', made.body)).body).toMatchObject({
      state: 'open',
      answer: null,
    });
    expect((await post(null, '/public/objections', { code: 'AAAA-BBBB-CCCC-DDDD' })).status).toBe(404);
  });

  test('upheld, the notice is withdrawn and shows only that, and all begins again', async () => {
    const slug = await slugOf();
    await post(null, `/public/notices/${slug}/objections`, objecting('另一件事情也不符合实际'));
    const [second, first] = (await now()).objections;
    const answer = { upheld: true, answer: '情况属实，重新核算' };
    expect((await post(room.countyOfficer, `/objections/${first?.id}/answer`, answer)).status).toBe(403);
    const { body } = await post(room.townshipOfficer, `/objections/${first?.id}/answer`, answer);
    expect(body).toMatchObject({ state: 'draft', notices: [{ state: 'withdrawn' }] });
    expect((await post(room.townshipOfficer, `/objections/${first?.id}/answer`, answer)).status).toBe(409);
    const shown = (await server.call(null, 'GET', `/public/notices/${slug}`)).body;
    expect(shown).toMatchObject({ state: 'withdrawn', bands: [], practices: [], published: false });
    expect((await post(null, `/public/notices/${slug}/objections`, objecting())).status).toBe(409);
    // the second is still open: it holds the acceptance back
    await compute(room);
    await step(room.townshipOfficer, await now(), 'submit');
    expect(await refused(at('accept', room.countyOfficer))).toEqual([
      409,
      expect.stringContaining('还有1件异议没有答复'),
    ]);
    const rejected = { upheld: false, answer: '经查不属实' };
    await post(room.townshipOfficer, `/objections/${second?.id}/answer`, rejected);
    await step(room.countyOfficer, await now(), 'accept');
    expect((await step(room.townshipOfficer, await now(), 'notice', notice)).state).toBe('noticed');
  });
});

describe('after the last day', () => {
  test('an open objection stops publication even when the notice has ended; answered, nothing does', async () => {
    const slug = await slugOf();
    onDay('2026-11-27');
    const made = await post(null, `/public/notices/${slug}/objections`, objecting());
    expect(made.status).toBe(201);
    onDay('2026-11-28');
    expect(
      (await post(null, `/public/notices/${slug}/objections`, objecting())).body.error.message,
    ).toContain('已于2026-11-27结束');
    expect(await refused(at('publish'))).toEqual([409, expect.stringContaining('还有1件异议没有答复')]);
    const [open] = (await now()).objections;
    const answer = { upheld: false, answer: '经核对原始记录，与事实相符' };
    const { body } = await post(room.townshipOfficer, `/objections/${open?.id}/answer`, answer);
    expect(body).toMatchObject({ state: 'noticed', can: expect.arrayContaining(['result.publish']) });
    onDay('2026-11-27');
    expect(await refused(at('publish'))).toEqual([409, expect.stringContaining('公示到2026-11-27为止')]);
    onDay('2026-11-28');
    expect((await post(null, '/public/objections', made.body)).body).toMatchObject({
      state: 'rejected',
      answer: answer.answer,
    });
  });

  test('the nightly job ends the notice, run twice it changes nothing', async () => {
    for (const task of [...tasks, ...tasks]) await task.run(server.services, {}, undefined);
    const states = await server.services.door.asSystem('a test reads notices', (trx) =>
      trx.selectFrom('public_notice').select('state').orderBy('id').execute(),
    );
    expect(states).toEqual([{ state: 'withdrawn' }, { state: 'ended' }]);
  });

  test('published it never changes: a correction stands beside it, for everybody to see', async () => {
    const published = await step(room.townshipOfficer, await now(), 'publish');
    expect(published).toMatchObject({
      state: 'published',
      notices: [{ state: 'ended' }, { state: 'withdrawn' }],
    });
    for (const name of ['publish', 'submit']) expect((await at(name)).status).toBe(409);
    expect((await compute(room)).body.error.message).toContain('另附更正');
    const correction = {
      organization: room.villages[0]?.id,
      before: '旧称',
      after: '新称',
      reason: '名称有误',
    };
    const { body } = await post(room.townshipOfficer, `/results/${published.id}/correct`, correction);
    expect(body).toMatchObject({ sha256: published.sha256, corrections: [{ after: '新称' }] });
    const shown = (await server.call(null, 'GET', `/public/notices/${await slugOf()}`)).body;
    expect(shown).toMatchObject({
      published: true,
      corrections: [{ before: '旧称', unit: room.villages[0]?.name }],
    });
    expect(body.steps.map((one: { step: string }) => one.step).slice(-4)).toEqual([
      'objection',
      'answer',
      'publish',
      'correct',
    ]);
  });

  test('the file that leaves proves itself, and one changed digit does not pass', async () => {
    const result = await now();
    const { body, headers } = await server.call(room.countyOfficer, 'GET', `/results/${result.id}/packet`);
    expect(headers.get('content-disposition')).toContain('.json');
    expect(body.sha256).toBe(result.sha256);
    expect(JSON.stringify(body)).not.toContain('评议员');
    const check = (content: string) => {
      const path = join(folder, 'packet.json');
      writeFileSync(path, content);
      return runLine('result', 'check', path);
    };
    const text = JSON.stringify(body);
    expect(await check(text)).toMatchObject({ exitCode: 0, out: expect.stringContaining('一字不差') });
    expect((await check(text.replace('"score":9', '"score":8'))).exitCode).toBe(1);
    expect((await check(text.replace('"total":9', '"total":8'))).exitCode).toBe(1);
  });

  test('a flood of objections from one address is braked', async () => {
    const slug = await slugOf();
    const answers = [];
    for (let n = 0; n < 12; n += 1)
      answers.push((await post(null, `/public/notices/${slug}/objections`, objecting())).status);
    expect(answers).toContain(429);
    const long = { ...objecting(), about: '长'.repeat(2001) };
    expect((await post(null, `/public/notices/${slug}/objections`, long)).status).toBe(400);
  });
});
