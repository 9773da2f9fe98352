import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildCounty,
  buildPerson,
  buildRecord,
  buildTownship,
  buildVillage,
} from '../../../tests/support/factories.ts';
import { withServer } from '../../../tests/support/server.ts';
import type { Actor } from '../access/actor.ts';
import type { Place } from '../features/organizations/get-place.ts';
import { listPathsAbove } from './door.ts';

const server = withServer();
let county: Place;
let village: Place;
let neighbour: Place;

beforeAll(async () => {
  county = await buildCounty(server);
  const township = await buildTownship(server, county);
  village = await buildVillage(server, township);
  neighbour = await buildVillage(server, township);
  await buildPerson(server, village);
  await buildPerson(server, neighbour);
  await buildRecord(server, county, 'figures', { figure: 'population', countedOn: '2025-12-31', value: 1 });
  await buildRecord(server, neighbour, 'figures', {
    figure: 'population',
    countedOn: '2025-12-31',
    value: 2,
  });
});

const actorAt = (place: Place | null): Actor => ({
  account: "o'brien",
  name: '',
  userName: '',
  totpOn: true,
  totpRequired: false,
  assignment: 1,
  role: 'branch-secretary',
  scope: place && {
    id: place.id,
    county: place.county,
    path: place.path,
    name: place.name,
    level: place.level,
  },
  can: new Set(),
});
const persons = (actor: Actor) =>
  server.services.door.asActor(actor, 'read', (trx) =>
    trx.selectFrom('person').select('organization').execute(),
  );

describe('who sees what', () => {
  test('a query that forgets the door sees nothing, not even as the owner of the tables', async () => {
    const { rows } = await server.services.pool.query('select from person');
    expect(rows).toEqual([]);
  });

  test('an actor without a scope is nobody, also when the setting was used and left empty', async () => {
    expect(await persons(actorAt(null))).toEqual([]);
    const client = await server.services.pool.connect();
    try {
      await client.query(
        `begin; set local role hujian_actor; set local hujian.scope = '${county.path}'; commit`,
      );
      await client.query('begin');
      await client.query('set local role hujian_actor');
      const { rows: setting } = await client.query(`select current_setting('hujian.scope', true) as it`);
      expect(setting[0].it).toBe('');
      expect((await client.query('select from person')).rows).toEqual([]);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  test('an actor sees the own subtree and no neighbour', async () => {
    expect(await persons(actorAt(village))).toEqual([{ organization: village.id }]);
    expect(await persons(actorAt(county))).toHaveLength(2);
  });

  test('a subtree ends at the dot: 1.2. does not see 1.20.', async () => {
    const short = { ...village, path: village.path.replace(/\d\.$/, '.') };
    expect(await persons(actorAt(short))).toEqual([]);
  });

  test("figures and names of superiors are readable from below, a neighbour's are not", async () => {
    const seen = await server.services.door.asActor(actorAt(village), 'read', async (trx) => ({
      figures: await trx.selectFrom('figure').select('organization').execute(),
      organizations: await trx.selectFrom('organization').select('id').execute(),
    }));
    expect(seen.figures).toEqual([{ organization: county.id }]);
    expect(seen.organizations.map(({ id }) => id)).toContain(county.id);
    expect(seen.organizations.map(({ id }) => id)).not.toContain(neighbour.id);
  });

  test('one connection used by two actors in turn shows each his own', async () => {
    for (const place of [village, neighbour, village]) {
      expect(await persons(actorAt(place))).toEqual([{ organization: place.id }]);
    }
  });
});

describe('who writes what', () => {
  const register = (place: Place, into: Place, access: 'read' | 'write') =>
    server.services.door.asActor(actorAt(place), access, (trx) =>
      trx
        .insertInto('register_span')
        .values({
          county: into.county,
          organization: into.id,
          path: into.path,
          register: 'roster',
          kept_from: '2020-01-01',
          kept_until: null,
          source_key: crypto.randomUUID(),
          batch: null,
          entered_by: '',
          withdrawn_at: null,
        })
        .execute(),
    );

  test('a transaction opened for reading writes nothing', async () => {
    await expect(register(village, village, 'read')).rejects.toThrow('row-level security');
  });

  test('a row for the neighbour, or for a superior, is refused by the database', async () => {
    await expect(register(village, neighbour, 'write')).rejects.toThrow('row-level security');
    await expect(register(village, county, 'write')).rejects.toThrow('row-level security');
    await register(village, village, 'write');
  });

  test('what fails leaves nothing behind, neither row nor audit line', async () => {
    const { door } = server.services;
    const count = () =>
      door.asSystem('a test counts', async (trx) => {
        const { rows } = await sql<{ n: number }>`select count(*) as n from audit_line`.execute(trx);
        return rows[0]?.n;
      });
    const before = await count();
    await expect(
      door.asActor(actorAt(village), 'write', async (_trx, note) => {
        note({ act: 'record.create', county: village.county });
        throw new Error('half way');
      }),
    ).rejects.toThrow('half way');
    expect(await count()).toBe(before);
  });
});

test('the paths above a path are its prefixes, without itself', () => {
  expect(listPathsAbove('1.12.345.')).toEqual(['1.', '1.12.']);
  expect(listPathsAbove('1.')).toEqual([]);
});
