import { createHash } from 'node:crypto';
import { runMigrations } from 'graphile-worker';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildAccount,
  buildAdoption,
  buildCounty,
  buildRecord,
  buildTownship,
  buildVillage,
  type Signed,
} from '../../../../tests/support/factories.ts';
import { withServer } from '../../../../tests/support/server.ts';
import type { Place } from '../organizations/get-place.ts';
import { fillEvaluation } from './fill-evaluation.ts';
import { hashPacket } from './packet.ts';
import { refreshStanding } from './refresh-standing.ts';
import { refreshStandings } from './refresh-standings.ts';
import { runEvaluation } from './run-evaluation.ts';

const today = '2026-11-20';
const server = withServer({ work: false, now: () => new Date(`${today}T04:00:00Z`) });
let county: Place;
let township: Place;
let village: Place;
let neighbour: Place;
let secretary: Signed;
let officer: Signed;
let townshipOfficer: Signed;
let elsewhere: Signed;

beforeAll(async () => {
  await runMigrations({ pgPool: server.services.pool });
  county = await buildCounty(server);
  await buildAdoption(server, county);
  township = await buildTownship(server, county);
  const other = await buildTownship(server, county);
  village = await buildVillage(server, township);
  neighbour = await buildVillage(server, other);
  for (const place of [village, neighbour]) {
    for (const of of ['activities', 'figures', 'documents'] as const) {
      await buildRecord(server, place, 'registers', { of, keptFrom: '2020-01-01' });
    }
  }
  secretary = await buildAccount(server, 'branch-secretary', village);
  officer = await buildAccount(server, 'county-officer', county);
  townshipOfficer = await buildAccount(server, 'township-officer', township);
  elsewhere = await buildAccount(server, 'township-officer', other);
  await refresh();
});

const refresh = () =>
  server.services.door.asSystem('a test refreshes the county', (trx) =>
    refreshStandings(trx, { county: county.county, scopePath: county.path }, today),
  );

const addMeeting = (happenedOn: string) =>
  buildRecord(server, village, 'activities', {
    kind: 'general-meeting',
    title: '党员大会',
    happenedOn,
    tags: [],
    stages: [],
    concentrated: false,
    complete: true,
  });

describe('a standing', () => {
  test('shows every item with its checks in words, and what is missing', async () => {
    const { status, body } = await server.call(secretary, 'GET', `/standings/${village.id}`);
    expect(status).toBe(200);
    expect(body.items).toHaveLength(42);
    expect(body.standing.items).toHaveLength(42);
    const meetings = body.items.find((item: { code: string }) => item.code === 'RB-18');
    expect(meetings.checks[0].sentence).toMatch(/党员大会/);
    expect(body.standing.fullMarks - body.standing.possible).toBeGreaterThan(0);
  });

  test('of another day is computed on demand and counts only what had happened by then', async () => {
    const { id } = await addMeeting('2026-02-10');
    const path = (asOf: string) =>
      `/trace?organization=${village.id}&item=RB-18&check=general-meeting&asOf=${asOf}`;
    const before = await server.call(secretary, 'GET', path('2026-01-31'));
    const after = await server.call(secretary, 'GET', path('2026-03-31'));
    expect(before.body.rows.map((row: { id: number }) => row.id)).not.toContain(id);
    expect(after.body.rows).toContainEqual(expect.objectContaining({ table: 'activity', id, counts: true }));
    expect(after.body.bound.parameter.base.basis.document).toBeTruthy();
  });

  test('is out of reach of the neighbour, of strangers, and of days to come', async () => {
    expect((await server.call(elsewhere, 'GET', `/standings/${village.id}`)).status).toBe(404);
    expect((await server.call(secretary, 'GET', `/standings/${county.id}`)).status).toBe(404);
    expect((await server.call(null, 'GET', `/standings/${village.id}`)).status).toBe(401);
    expect((await server.call(secretary, 'GET', `/standings/${village.id}?asOf=2099-01-01`)).status).toBe(
      400,
    );
    expect((await server.call(secretary, 'GET', `/standings/${village.id}?edition=no/thing`)).status).toBe(
      404,
    );
    const administrator = await buildAccount(server, 'audit-admin');
    expect((await server.call(administrator, 'GET', `/standings/${village.id}`)).status).toBe(403);
  });

  test('is rolled back together with the record that moved it', async () => {
    const read = () =>
      server.services.door.asSystem('a test reads a standing', (trx) =>
        trx
          .selectFrom('standing')
          .select(['verdicts', 'reached', 'known_at'])
          .where('organization', '=', village.id)
          .where('evaluation', '=', 0)
          .execute(),
      );
    await refresh();
    const before = await read();
    const attempt = server.services.door.asSystem('a test fails on purpose', async (trx) => {
      await trx
        .insertInto('figure')
        .values({
          county: village.county,
          organization: village.id,
          path: village.path,
          figure: 'venue-area',
          counted_on: '2026-01-01',
          value: 400,
          source_key: 'rolled-back',
          entered_by: '',
          source: null,
          batch: null,
          withdrawn_at: null,
        })
        .execute();
      const after = await refreshStanding(trx, { county: village.county, unit: village.id }, today);
      expect(after?.edition).toBe('rural-basic/2019');
      throw new Error('on purpose');
    });
    await expect(attempt).rejects.toThrow('on purpose');
    expect(await read()).toEqual(before);
  });
});

describe('a village that came out of another', () => {
  test('answers for what its predecessor did, also when its own secretary enters the next record', async () => {
    const there = await buildCounty(server);
    await buildAdoption(server, there);
    const old = await buildVillage(server, await buildTownship(server, there));
    const merged = await buildVillage(server, await buildTownship(server, there));
    const own = await buildAccount(server, 'branch-secretary', merged);
    for (const of of ['events', 'activities'] as const) {
      await buildRecord(server, merged, 'registers', { of, keptFrom: '2015-01-01' });
    }
    await server.services.door.asSystem('a test merges two villages', async (trx) => {
      const { county, id: organization, path } = merged;
      const lineage = { county, organization, path, predecessor: old.id, happened_on: '2025-01-01' };
      await trx
        .insertInto('lineage')
        .values({ ...lineage, way: 'merge' as const })
        .execute();
      await trx
        .insertInto('event')
        .values({
          county,
          organization: old.id,
          path: old.path,
          event: 'clan-or-evil-forces',
          happened_on: '2024-06-01',
          ended_on: null,
          told: null,
          confirmed_by: '县委组织部',
          confirmed_on: '2024-06-10',
          source_key: 'old-event',
          batch: null,
          entered_by: '',
          withdrawn_at: null,
        })
        .execute();
    });
    const path = `/organizations/${merged.id}/records/activities`;
    const entered = { kind: 'general-meeting', title: '党员大会', happenedOn: '2026-03-02' };
    const { body } = await server.call(own, 'POST', path, entered);
    expect(body.standing.blocked).toEqual(['RB-42']);
    const traced = `/trace?organization=${merged.id}&item=RB-42&check=no-evil-forces`;
    const trace = await server.call(own, 'GET', traced);
    expect(trace.body).toMatchObject({ verdict: 'unmet', lineage: [{ organization: old.id, way: 'merge' }] });
    expect(trace.body.rows).toHaveLength(1);
  });
});

describe('a trace', () => {
  test('says what is missing, quarter by quarter, and refuses what is not there', async () => {
    const { body } = await server.call(
      secretary,
      'GET',
      `/trace?organization=${village.id}&item=RB-18&check=party-lecture`,
    );
    expect(body.verdict).toBe('unmet');
    expect(body.missing[0].label).toMatch(/2026年第1季度/);
    const missing = await server.call(
      secretary,
      'GET',
      `/trace?organization=${village.id}&item=RB-18&check=none`,
    );
    expect(missing.status).toBe(404);
    const neighbours = `/trace?organization=${neighbour.id}&item=RB-18&check=party-lecture`;
    expect((await server.call(secretary, 'GET', neighbours)).status).toBe(404);
    expect((await server.call(null, 'GET', neighbours)).status).toBe(401);
    expect((await server.call(secretary, 'GET', '/trace?item=RB-18')).status).toBe(400);
  });
});

describe('a comparison', () => {
  test('stands in the order of codes, in bands, and never as places', async () => {
    await refresh();
    const { status, body } = await server.call(officer, 'GET', '/comparison');
    expect(status).toBe(200);
    const inOrder = [village, neighbour].sort((a, b) => (a.code < b.code ? -1 : 1)).map(({ id }) => id);
    expect(body.rows.map((row: { organization: { id: number } }) => row.organization.id)).toEqual(inOrder);
    expect(body.items).toHaveLength(42);
    expect(body.rows[0].cells).toHaveLength(42);
    expect(Object.values(body.bands).reduce((sum: number, count) => sum + Number(count), 0)).toBe(2);
    expect(JSON.stringify(body)).not.toMatch(/"(rank|place)"/);
    const page = await server.call(officer, 'GET', '/comparison?limit=1');
    expect(page.body.rows).toHaveLength(1);
    const next = await server.call(officer, 'GET', `/comparison?limit=1&after=${page.body.next}`);
    expect(next.body.rows[0].organization.id).toBe(inOrder[1]);
  });

  test('of townships adds up the cells of their villages', async () => {
    const { body } = await server.call(officer, 'GET', '/comparison?by=township');
    expect(body.rows).toHaveLength(2);
    for (const { cells } of body.rows) for (const { m, u, a, k } of cells) expect(m + u + a + k).toBe(1);
  });

  test('of a past day is computed and agrees with the stored one where nothing has changed', async () => {
    const stored = await server.call(officer, 'GET', '/comparison');
    const computed = await server.call(officer, 'GET', '/comparison?asOf=2026-11-19');
    expect(computed.body.asOf).toBe('2026-11-19');
    expect(computed.body.rows.map((row: { cells: unknown }) => row.cells)).toEqual(
      stored.body.rows.map((row: { cells: unknown }) => row.cells),
    );
  });

  test('shows only the subtree: a neighbour as scope is not found', async () => {
    const { body } = await server.call(townshipOfficer, 'GET', '/comparison');
    expect(body.rows.map((row: { organization: { id: number } }) => row.organization.id)).toEqual([
      village.id,
    ]);
    expect((await server.call(townshipOfficer, 'GET', `/comparison?scope=${neighbour.id}`)).status).toBe(404);
    expect((await server.call(townshipOfficer, 'GET', `/comparison?scope=${county.id}`)).status).toBe(404);
    expect((await server.call(null, 'GET', '/comparison')).status).toBe(401);
    expect((await server.call(officer, 'GET', '/comparison?by=person')).status).toBe(400);
  });
});

describe('a saved evaluation', () => {
  const order = () => ({ scope: county.id, edition: 'rural-basic/2019', asOf: today });
  const run = (id: number) =>
    runEvaluation(server.services, {
      county: county.county,
      evaluation: id,
      account: officer.account,
      assignment: officer.assignment,
    });
  const save = async () => {
    const { status, body } = await server.call(officer, 'POST', '/evaluations', order());
    expect(status).toBe(202);
    expect(body.state).toBe('running');
    return body.id as number;
  };

  test('stays the same, hash and all, after later records, and is found again at its two moments', async () => {
    const id = await save();
    await run(id);
    const saved = await server.call(officer, 'GET', `/evaluations/${id}`);
    expect(saved.body).toMatchObject({ state: 'done', done: 2, total: 2 });
    const read = () => server.call(officer, 'GET', `/standings/${village.id}?evaluation=${id}`);
    const before = (await read()).body.standing;
    await addMeeting('2026-08-15');
    await refresh();
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
    const now = await server.call(officer, 'GET', `/standings/${village.id}`);
    expect(now.body.standing.items).not.toEqual(before.items);
  });

  test('leaves as a packet whose hash anybody can check', async () => {
    const id = await save();
    await run(id);
    const { body, headers } = await server.call(officer, 'GET', `/evaluations/${id}/packet`);
    expect(headers.get('content-disposition')).toContain('attachment');
    const response = await fetch(`${server.url}/api/evaluations/${id}/packet`, {
      headers: { cookie: officer.cookie },
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
    expect((await server.call(officer, 'GET', `/evaluations/${id}`)).body.state).toBe('running');
    await run(id);
    expect(await countStandings(id)).toBe(2);
    await run(id);
    expect((await server.call(officer, 'GET', `/evaluations/${id}`)).body.state).toBe('done');
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
    expect((await server.call(secretary, 'POST', '/evaluations', order())).status).toBe(403);
    expect((await server.call(elsewhere, 'GET', `/evaluations/${id}`)).status).toBe(404);
    expect((await server.call(elsewhere, 'POST', '/evaluations', order())).status).toBe(404);
    const tomorrow = { ...order(), asOf: '2099-01-01' };
    expect((await server.call(officer, 'POST', '/evaluations', tomorrow)).status).toBe(400);
    expect((await server.call(officer, 'POST', '/evaluations', { scope: county.id })).status).toBe(400);
    expect((await server.call(officer, 'GET', `/evaluations/${id}/packet`)).status).toBe(409);
    expect((await server.call(null, 'GET', '/evaluations')).status).toBe(401);
    const list = await server.call(officer, 'GET', '/evaluations?limit=1');
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
