import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { withDatabase } from '../../../../tests/support/database.ts';
import type { Trx } from '../../database/door.ts';
import { createSmallCounty, type SmallCounty } from '../imports/testing/small-county.ts';

const database = withDatabase();
let small: SmallCounty;
beforeAll(async () => {
  small = await createSmallCounty(database.url);
  await small.door.asSystem('persons for a test', (trx) => enter(trx, [village()]));
  return () => small.pool.end();
});

const village = (): number => small.villages[0]?.id ?? 0;
const nowhere = 999_999;
const missing = { code: '23503' };

async function enter(trx: Trx, organizations: number[]): Promise<void> {
  await sql`insert into person (county, organization, path, name, joined_on, source_key, entered_by)
    select ${small.county.county}::bigint, o, ${`${small.county.path}${village()}.`}::text, '张' || nth, '2020-01-01',
      gen_random_uuid()::text, 'test'
    from unnest(${organizations}::bigint[]) with ordinality as given (o, nth)`.execute(trx);
}
const asSystem = (work: (trx: Trx) => Promise<unknown>) => small.door.asSystem('test', work);

test('one person of many in a statement whose organization is not there is found, as an actor and as the program', async () => {
  const many = [...Array<number>(50).fill(village()), nowhere];
  await expect(asSystem((trx) => enter(trx, many))).rejects.toMatchObject(missing);
  await expect(small.door.asActor(small.officer, 'write', (trx) => enter(trx, many))).rejects.toMatchObject(
    missing,
  );
  expect(await small.count('person', 'true')).toBe(1);
});

test('an organization of another county of the same number does not count', async () => {
  const wrong = asSystem((trx) => sql`update person set county = county + 1`.execute(trx));
  await expect(wrong).rejects.toMatchObject(missing);
});

test('a person that would be moved to an organization which is not there stays', async () => {
  const move = (to: number) =>
    asSystem((trx) =>
      sql`update person set organization = ${to} where organization = ${village()}`.execute(trx),
    );
  await expect(move(nowhere)).rejects.toMatchObject(missing);
  await expect(move(village())).resolves.toBeDefined();
});

test('an organization that persons belong to can neither go nor change its number', async () => {
  const change = (statement: string) =>
    asSystem((trx) => sql.raw(`${statement} where id = ${village()}`).execute(trx));
  await asSystem((trx) => sql`delete from organization_span where organization = ${village()}`.execute(trx));
  await expect(change('delete from organization')).rejects.toMatchObject(missing);
  await expect(change(`update organization set id = ${nowhere}`)).rejects.toMatchObject(missing);
});

test('an organization under which a person is being entered waits with its end until that is decided', async () => {
  const [id] = [small.villages[2]?.id ?? 0];
  await asSystem((trx) => sql`delete from organization_span where organization = ${id}`.execute(trx));
  let removal: Promise<unknown> = Promise.resolve();
  await asSystem(async (trx) => {
    await enter(trx, [id]);
    removal = asSystem((other) => sql`delete from organization where id = ${id}`.execute(other));
    removal.catch(() => undefined);
    await sql`select pg_sleep(0.3)`.execute(trx);
  });
  await expect(removal).rejects.toMatchObject(missing);
});
