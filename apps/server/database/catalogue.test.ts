import { describe, expect, test } from 'vitest';
import { withDatabase } from '../../../tests/support/database.ts';

const database = withDatabase();
const rows = async (query: string): Promise<Record<string, unknown>[]> =>
  (await database.pool.query(query)).rows;

/** Tables that belong to an organization, as the catalogue knows them. */
const ofOrganization = `
  select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity from pg_class c
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
    and (c.relname = 'organization' or exists (
      select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization' and not a.attisdropped))`;

test('there are such tables at all (this test would pass on an empty list)', async () => {
  expect((await rows(ofOrganization)).length).toBeGreaterThan(15);
});

test('a table with an organization whose row-level security is off, or spares the owner, is found', async () => {
  const open = (await rows(ofOrganization)).filter((row) => !row.relrowsecurity || !row.relforcerowsecurity);
  expect(open.map((row) => row.relname)).toEqual([]);
});

test.each(['hujian_actor', 'hujian_system'])(
  'a table with an organization that forgot a policy for %s is found',
  async (role) => {
    const without = await rows(`
    select t.relname from (${ofOrganization}) t where not exists (
      select from pg_policy p where p.polrelid = t.oid and p.polroles @> array['${role}'::regrole::oid])`);
    expect(without.map((row) => row.relname)).toEqual([]);
  },
);

test('an organization table that has no path, or no index which begins with it, is found', async () => {
  const without = await rows(`
    select t.relname from (${ofOrganization}) t where not exists (
      select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where i.indrelid = t.oid and a.attname = 'path' and i.indpred is null)`);
  expect(without.map((row) => row.relname)).toEqual([]);
});

test('a path that would be compared by another rule than byte order is found', async () => {
  const wrong = await rows(`
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'path'
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and a.attcollation <> '"C"'::regcollation`);
  expect(wrong).toEqual([]);
});

test('a foreign key without an index that serves it is found', async () => {
  const without = await rows(`
    select k.conrelid::regclass::text as relname, k.conname from pg_constraint k
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace and not exists (
      select from pg_index i where i.indrelid = k.conrelid
        and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`);
  expect(without).toEqual([]);
});

describe('the county, by which tables can be distributed', () => {
  test('a table that has it but leaves it out of its primary key is found', async () => {
    const without = await rows(`
      select c.relname from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'county' and not a.attisdropped
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not exists (
        select from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey))`);
    expect(without).toEqual([]);
  });

  test('an organization table without it, or a foreign key between two such tables without it, is found', async () => {
    const tables = await rows(`
      select t.relname from (${ofOrganization}) t where not exists (
        select from pg_attribute a where a.attrelid = t.oid and a.attname = 'county')`);
    const keys = await rows(`
      select k.conname from pg_constraint k
      join pg_attribute here on here.attrelid = k.conrelid and here.attname = 'county'
      join pg_attribute there on there.attrelid = k.confrelid and there.attname = 'county'
      where k.contype = 'f' and not (k.conkey @> array[here.attnum] and k.confkey @> array[there.attnum])`);
    expect([...tables, ...keys]).toEqual([]);
  });

  test('a unique index that leaves it out, and so could not be kept on several servers, is found', async () => {
    const wrong = await rows(`
      select i.indexrelid::regclass::text as name from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attname = 'county' and not a.attisdropped
      join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
      where i.indisunique and not a.attnum = any (i.indkey)`);
    expect(wrong).toEqual([]);
  });
});

test('a policy with a subquery, which no distributed table could have, is found', async () => {
  const wrong = await rows(`
    select polrelid::regclass::text as relname, polname from pg_policy
    where pg_get_expr(polqual, polrelid) ~* '\\yselect\\y' or pg_get_expr(polwithcheck, polrelid) ~* '\\yselect\\y'`);
  expect(wrong).toEqual([]);
});

test("the actor's role reaches no table of sign-in, and none of the law by writing", async () => {
  const reached = await rows(`
    select table_name, privilege_type from information_schema.role_table_grants
    where grantee = 'hujian_actor' and (table_name ~ '^(account|one_time_link|sign_in_guard|audit_head|assignment|migration)'
      or (table_name in ('edition', 'audit_line') and privilege_type <> 'SELECT'))`);
  expect(reached).toEqual([]);
});

test("a record's meaning that the actor's role could update is found", async () => {
  const wrong = await rows(`
    select table_name, column_name from information_schema.column_privileges
    where grantee = 'hujian_actor' and privilege_type = 'UPDATE' and column_name not in ('path', 'withdrawn_at')
      and table_name in ('person','seat','activity','attendance','figure','document','event','poll','rating','register_span',
                         'adoption','local_parameter')`);
  expect(wrong).toEqual([]);
});
