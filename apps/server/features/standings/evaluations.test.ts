import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fillEvaluation } from './fill-evaluation.ts';
import { hashPacket } from './packet.ts';
import { runEvaluation } from './run-evaluation.ts';
import { today, withTwoTownships } from './testing/two-townships.ts';

const world = withTwoTownships();
const { server } = world;

describe('a saved evaluation', () => {
  const order = () => ({ scope: world.county.id, edition: 'rural-basic/2019', asOf: today });
  const run = (id: number) =>
    runEvaluation(server.services, {
      county: world.county.county,
      evaluation: id,
      account: world.officer.account,
      assignment: world.officer.assignment,
    });
  const save = async () => {
    const { status, body } = await server.call(world.officer, 'POST', '/evaluations', order());
    expect(status).toBe(202);
    expect(body.state).toBe('running');
    return body.id as number;
  };

  test('stays the same, hash and all, after later records, and is found again at its two moments', async () => {
    const id = await save();
    await run(id);
    const saved = await server.call(world.officer, 'GET', `/evaluations/${id}`);
    expect(saved.body).toMatchObject({ state: 'done', done: 2, total: 2 });
    const read = () => server.call(world.officer, 'GET', `/standings/${world.village.id}?evaluation=${id}`);
    const before = (await read()).body.standing;
    await world.addMeeting('2026-08-15');
    await world.refresh();
    expect((await read()).body.standing).toEqual(before);
    const again = await server.services.door.asSystem('a test hashes again', async (trx) => {
      const row = await trx
        .selectFrom('evaluation')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const copy = await trx
        .insertInto('evaluation')
        .values({ ...withoutId(row), state: 'running', sha256: null })
        .returningAll()
        .executeTakeFirstOrThrow();
      return (await fillEvaluation(trx, copy, async () => undefined)).sha256;
    });
    expect(again).toBe(saved.body.sha256);
    const now = await server.call(world.officer, 'GET', `/standings/${world.village.id}`);
    expect(now.body.standing.items).not.toEqual(before.items);
  });

  test('leaves as a packet whose hash anybody can check', async () => {
    const id = await save();
    await run(id);
    const { body, headers } = await server.call(world.officer, 'GET', `/evaluations/${id}/packet`);
    expect(headers.get('content-disposition')).toContain('attachment');
    const response = await fetch(`${server.url}/api/evaluations/${id}/packet`, {
      headers: { cookie: world.officer.cookie },
    });
    const text = await response.text();
    const packet = text.slice(text.indexOf('"packet":') + '"packet":'.length, text.lastIndexOf('}'));
    expect(createHash('sha256').update(packet).digest('hex')).toBe(body.sha256);
    expect(body.packet.standings).toHaveLength(2);
  });

  test('that breaks off in the middle leaves nothing half-done, and the queue finishes it', async () => {
    const id = await save();
    const broken = server.services.door.asSystem('a test kills an evaluation', async (trx) => {
      const row = await trx
        .selectFrom('evaluation')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      await fillEvaluation(trx, row, () => Promise.reject(new Error('killed')));
    });
    await expect(broken).rejects.toThrow('killed');
    const left = await countStandings(id);
    expect(left).toBe(0);
    expect((await server.call(world.officer, 'GET', `/evaluations/${id}`)).body.state).toBe('running');
    await run(id);
    expect(await countStandings(id)).toBe(2);
    await run(id);
    expect((await server.call(world.officer, 'GET', `/evaluations/${id}`)).body.state).toBe('done');
  });

  test('can be rewritten by nobody', async () => {
    const id = await save();
    await run(id);
    const tamper = server.services.door.asSystem('a test tampers', (trx) =>
      trx.updateTable('standing').set({ points: 100 }).where('evaluation', '=', id).execute(),
    );
    await expect(tamper).rejects.toThrow(/frozen/);
    const row = await server.services.door.asSystem('a test reads', (trx) =>
      trx.selectFrom('evaluation').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    );
    const hash = await server.services.door.asSystem('a test hashes', (trx) => hashPacket(trx, row));
    expect(hash).toBe(row.sha256);
  });

  test('is refused to the secretary, hidden from the neighbour, and asked for in order', async () => {
    const id = await save();
    expect((await server.call(world.secretary, 'POST', '/evaluations', order())).status).toBe(403);
    expect((await server.call(world.elsewhere, 'GET', `/evaluations/${id}`)).status).toBe(404);
    expect((await server.call(world.elsewhere, 'POST', '/evaluations', order())).status).toBe(404);
    const tomorrow = { ...order(), asOf: '2099-01-01' };
    expect((await server.call(world.officer, 'POST', '/evaluations', tomorrow)).status).toBe(400);
    expect(
      (await server.call(world.officer, 'POST', '/evaluations', { scope: world.county.id })).status,
    ).toBe(400);
    expect((await server.call(world.officer, 'GET', `/evaluations/${id}/packet`)).status).toBe(409);
    expect((await server.call(null, 'GET', '/evaluations')).status).toBe(401);
    const list = await server.call(world.officer, 'GET', '/evaluations?limit=1');
    expect(list.body.rows[0].id).toBe(id);
  });

  function countStandings(id: number): Promise<number> {
    return server.services.door.asSystem('a test counts', async (trx) => {
      const rows = await trx
        .selectFrom('standing')
        .select('organization')
        .where('evaluation', '=', id)
        .execute();
      return rows.length;
    });
  }

  function withoutId<Row extends { id: number }>({ id: _id, ...row }: Row): Omit<Row, 'id'> {
    return row;
  }
});
