import { describe, expect, test } from 'vitest';
import {
  buildAccount,
  buildAdoption,
  buildCounty,
  buildRecord,
  buildTownship,
  buildVillage,
} from '../../../../tests/support/factories.ts';
import { refreshStanding } from './refresh-standing.ts';
import { today, withTwoTownships } from './testing/two-townships.ts';

const world = withTwoTownships();
const { server } = world;

describe('a standing', () => {
  test('shows every item with its checks in words, and what is missing', async () => {
    const { status, body } = await server.call(world.secretary, 'GET', `/standings/${world.village.id}`);
    expect(status).toBe(200);
    expect(body.items).toHaveLength(42);
    expect(body.standing.items).toHaveLength(42);
    const meetings = body.items.find((item: { code: string }) => item.code === 'RB-18');
    expect(meetings.checks[0].sentence).toMatch(/党员大会/);
    expect(body.standing.fullMarks - body.standing.possible).toBeGreaterThan(0);
  });

  test('of another day is computed on demand and counts only what had happened by then', async () => {
    const { id } = await world.addMeeting('2026-02-10');
    const path = (asOf: string) =>
      `/trace?organization=${world.village.id}&item=RB-18&check=general-meeting&asOf=${asOf}`;
    const before = await server.call(world.secretary, 'GET', path('2026-01-31'));
    const after = await server.call(world.secretary, 'GET', path('2026-03-31'));
    expect(before.body.rows.map((row: { id: number }) => row.id)).not.toContain(id);
    expect(after.body.rows).toContainEqual(expect.objectContaining({ table: 'activity', id, counts: true }));
    expect(after.body.bound.parameter.base.basis.document).toBeTruthy();
  });

  test('is out of reach of the neighbour, of strangers, and of days to come', async () => {
    expect((await server.call(world.elsewhere, 'GET', `/standings/${world.village.id}`)).status).toBe(404);
    expect((await server.call(world.secretary, 'GET', `/standings/${world.county.id}`)).status).toBe(404);
    expect((await server.call(null, 'GET', `/standings/${world.village.id}`)).status).toBe(401);
    expect(
      (await server.call(world.secretary, 'GET', `/standings/${world.village.id}?asOf=2099-01-01`)).status,
    ).toBe(400);
    expect(
      (await server.call(world.secretary, 'GET', `/standings/${world.village.id}?edition=no/thing`)).status,
    ).toBe(404);
    const administrator = await buildAccount(server, 'audit-admin');
    expect((await server.call(administrator, 'GET', `/standings/${world.village.id}`)).status).toBe(403);
  });

  test('is rolled back together with the record that moved it', async () => {
    const read = () =>
      server.services.door.asSystem('a test reads a standing', (trx) =>
        trx
          .selectFrom('standing')
          .select(['verdicts', 'reached', 'known_at'])
          .where('organization', '=', world.village.id)
          .where('evaluation', '=', 0)
          .execute(),
      );
    await world.refresh();
    const before = await read();
    const attempt = server.services.door.asSystem('a test fails on purpose', async (trx) => {
      await trx
        .insertInto('figure')
        .values({
          county: world.village.county,
          organization: world.village.id,
          path: world.village.path,
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
      const after = await refreshStanding(
        trx,
        { county: world.village.county, unit: world.village.id },
        today,
      );
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
      world.secretary,
      'GET',
      `/trace?organization=${world.village.id}&item=RB-18&check=party-lecture`,
    );
    expect(body.verdict).toBe('unmet');
    expect(body.missing[0].label).toMatch(/2026年第1季度/);
    const missing = await server.call(
      world.secretary,
      'GET',
      `/trace?organization=${world.village.id}&item=RB-18&check=none`,
    );
    expect(missing.status).toBe(404);
    const neighbours = `/trace?organization=${world.neighbour.id}&item=RB-18&check=party-lecture`;
    expect((await server.call(world.secretary, 'GET', neighbours)).status).toBe(404);
    expect((await server.call(null, 'GET', neighbours)).status).toBe(401);
    expect((await server.call(world.secretary, 'GET', '/trace?item=RB-18')).status).toBe(400);
  });
});

describe('a comparison', () => {
  test('stands in the order of codes, in bands, and never as places', async () => {
    await world.refresh();
    const { status, body } = await server.call(world.officer, 'GET', '/comparison');
    expect(status).toBe(200);
    const inOrder = [world.village, world.neighbour]
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map(({ id }) => id);
    expect(body.rows.map((row: { organization: { id: number } }) => row.organization.id)).toEqual(inOrder);
    expect(body.items).toHaveLength(42);
    expect(body.rows[0].cells).toHaveLength(42);
    expect(Object.values(body.bands).reduce((sum: number, count) => sum + Number(count), 0)).toBe(2);
    expect(JSON.stringify(body)).not.toMatch(/"(rank|place)"/);
    const page = await server.call(world.officer, 'GET', '/comparison?limit=1');
    expect(page.body.rows).toHaveLength(1);
    const next = await server.call(world.officer, 'GET', `/comparison?limit=1&after=${page.body.next}`);
    expect(next.body.rows[0].organization.id).toBe(inOrder[1]);
  });

  test('of townships adds up the cells of their villages', async () => {
    const { body } = await server.call(world.officer, 'GET', '/comparison?by=township');
    expect(body.rows).toHaveLength(2);
    for (const { cells } of body.rows) for (const { m, u, a, k } of cells) expect(m + u + a + k).toBe(1);
  });

  test('of a past day is computed and agrees with the stored one where nothing has changed', async () => {
    const stored = await server.call(world.officer, 'GET', '/comparison');
    const computed = await server.call(world.officer, 'GET', '/comparison?asOf=2026-11-19');
    expect(computed.body.asOf).toBe('2026-11-19');
    expect(computed.body.rows.map((row: { cells: unknown }) => row.cells)).toEqual(
      stored.body.rows.map((row: { cells: unknown }) => row.cells),
    );
  });

  test('shows only the subtree: a neighbour as scope is not found', async () => {
    const { body } = await server.call(world.townshipOfficer, 'GET', '/comparison');
    expect(body.rows.map((row: { organization: { id: number } }) => row.organization.id)).toEqual([
      world.village.id,
    ]);
    expect(
      (await server.call(world.townshipOfficer, 'GET', `/comparison?scope=${world.neighbour.id}`)).status,
    ).toBe(404);
    expect(
      (await server.call(world.townshipOfficer, 'GET', `/comparison?scope=${world.county.id}`)).status,
    ).toBe(404);
    expect((await server.call(null, 'GET', '/comparison')).status).toBe(401);
    expect((await server.call(world.officer, 'GET', '/comparison?by=person')).status).toBe(400);
  });
});
