import { expect, test } from 'vitest';
import { buildAccount } from '../../../../tests/support/factories.ts';
import type { Scope } from '../../access/actor.ts';
import type { Place } from '../organizations/get-place.ts';
import { followRecords, followSoon, type TouchedUnits } from './follow-records.ts';
import { today, withTwoTownships } from './testing/two-townships.ts';

const world = withTwoTownships();
const { server } = world;

const bringIn = (place: Place, units: TouchedUnits) =>
  server.services.door.asSystem('a test brings records in', (trx) =>
    followSoon(
      trx,
      { county: place.county, scope: place as unknown as Scope, account: 'a-test' },
      units,
      today,
    ),
  );
const waiting = async (who: Parameters<typeof server.call>[0]) =>
  (await server.call(who, 'GET', '/standings/waiting')).body.since;
const queued = async () =>
  (
    await server.services.pool.query(
      "select count(*)::int as n from graphile_worker.jobs where task_identifier = 'standings.follow-records'",
    )
  ).rows[0].n;
const knownAt = () =>
  server.services.door.asSystem('a test reads when', (trx) =>
    trx
      .selectFrom('standing')
      .select('known_at')
      .where('organization', '=', world.village.id)
      .executeTakeFirstOrThrow(),
  );

test('records for many branches are waited for on the screens of their own subtree only, until they are counted', async () => {
  expect(await waiting(world.secretary)).toBeNull();
  const before = await knownAt();
  await bringIn(world.township, 'all');
  expect(await waiting(world.secretary)).not.toBeNull();
  expect(await waiting(world.townshipOfficer)).not.toBeNull();
  expect(await waiting(world.officer)).not.toBeNull();
  expect(await waiting(world.elsewhere)).toBeNull();
  expect(await queued()).toBe(1);
  await followRecords(server.services, { county: world.county.county });
  expect(await waiting(world.secretary)).toBeNull();
  expect((await knownAt()).known_at.getTime()).toBeGreaterThan(before.known_at.getTime());
});

test('a few branches are counted in the same breath; the same work twice does nothing', async () => {
  const before = await knownAt();
  await bringIn(world.township, [world.village.id]);
  expect(await waiting(world.secretary)).toBeNull();
  const after = await knownAt();
  expect(after.known_at.getTime()).toBeGreaterThan(before.known_at.getTime());
  await followRecords(server.services, { county: world.county.county });
  expect(await knownAt()).toEqual(after);
});

test('whether records wait is not told to strangers, nor to whoever may not see results', async () => {
  expect((await server.call(null, 'GET', '/standings/waiting')).status).toBe(401);
  const administrator = await buildAccount(server, 'audit-admin');
  expect((await server.call(administrator, 'GET', '/standings/waiting')).status).toBe(403);
  expect((await server.call(world.secretary, 'GET', '/standings/waiting?x=1')).status).toBeLessThan(500);
});
