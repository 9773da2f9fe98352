import { beforeEach, expect, test } from 'vitest';
import { buildAccount, buildCounty, type Signed } from '../../../tests/support/factories.ts';
import { withServer } from '../../../tests/support/server.ts';
import type { Place } from '../features/organizations/get-place.ts';
import { canonicalJson, chainStart, hashLine } from './chain.ts';

const server = withServer();
let county: Place;
let auditor: Signed;

/** Lines of one county's chain, and the audit administrator to read them. */
beforeEach(async () => {
  county = await buildCounty(server);
  auditor ??= await buildAccount(server, 'audit-admin');
  for (let number = 1; number <= 3; number += 1) {
    await server.services.door.asSystem('a test does something', async (_trx, note) =>
      note({
        act: 'record.create',
        county: county.id,
        object: `figure/${number}`,
        details: { 数: number, 甲: null },
      }),
    );
  }
});

const verify = async () => (await server.call(auditor, 'POST', '/audit/verify')).body;

/** What somebody with full power over the server could do: switch the guards off. */
async function tamper(statement: string): Promise<void> {
  const client = await server.services.pool.connect();
  try {
    await client.query('begin');
    await client.query('alter table audit_line disable trigger user');
    await client.query('alter table audit_line no force row level security');
    await client.query(statement);
    await client.query('alter table audit_line force row level security');
    await client.query('alter table audit_line enable trigger user');
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** The trail is made whole again for the next test: its broken county is taken out of it. */
async function repair(): Promise<void> {
  await tamper(`delete from audit_line where county = ${county.id}`);
  await server.services.pool.query(`delete from audit_head where county = ${county.id}`);
}

test('an untouched chain is proved', async () => {
  const verdict = await verify();
  expect(verdict.ok).toBe(true);
  expect(verdict.checked).toBeGreaterThanOrEqual(3);
});

test.each([
  [
    'a changed detail',
    `update audit_line set details = '{"数": 9}' where number = 2 and county = $`,
    2,
    '内容被改动',
  ],
  [
    'a changed time',
    `update audit_line set at = at - interval '1 day' where number = 3 and county = $`,
    3,
    '内容被改动',
  ],
  [
    'a changed account',
    `update audit_line set account = 'x' where number = 1 and county = $`,
    1,
    '内容被改动',
  ],
  ['a line taken out of the middle', `delete from audit_line where number = 2 and county = $`, 2, '不见了'],
  ['a line cut off at the end', `delete from audit_line where number = 3 and county = $`, 3, '被删去'],
  [
    'a hash made anew without the chain',
    `update audit_line set hash = sha256('x') where number = 1 and county = $`,
    1,
    '改动',
  ],
])('%s is found, and the first broken link is named', async (_what, statement, number, message) => {
  await tamper(statement.replace('$', String(county.id)));
  const verdict = await verify();
  expect(verdict).toMatchObject({ ok: false, firstBroken: { county: county.id, number } });
  expect(verdict.firstBroken.message).toContain(message);
  await repair();
});

test('a chain whose end was taken away altogether is found', async () => {
  await server.services.pool.query(`delete from audit_head where county = ${county.id}`);
  expect(await verify()).toMatchObject({ ok: false, firstBroken: { county: county.id } });
  await repair();
});

test('the database refuses to change, delete or empty the trail, even for the owner of the tables', async () => {
  const { pool } = server.services;
  await expect(pool.query('truncate audit_line')).rejects.toThrow('refused');
  for (const role of ['hujian_actor', 'hujian_system']) {
    for (const statement of [`update audit_line set act = 'x'`, 'delete from audit_line']) {
      const client = await pool.connect();
      try {
        await client.query(`begin; set local role ${role}`);
        await expect(client.query(statement)).rejects.toThrow(/permission denied|refused/);
      } finally {
        await client.query('rollback');
        client.release();
      }
    }
  }
});

test('writers side by side make one chain without gaps', async () => {
  await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      server.services.door.asSystem('a test does much at once', async (_trx, note) =>
        note({ act: 'record.create', county: county.id, object: `figure/${index}` }),
      ),
    ),
  );
  expect((await verify()).ok).toBe(true);
});

test('an auditor reads the lines of the own subtree only; without the permission nobody does', async () => {
  const other = await buildCounty(server);
  const local = await buildAccount(server, 'auditor', other);
  await server.services.door.asSystem('a test does something there', async (_trx, note) =>
    note({ act: 'record.create', county: other.id, path: other.path, object: 'figure/77' }),
  );
  const lines = await server.call(local, 'GET', '/audit?act=record.create');
  expect(lines.body.rows).toMatchObject([{ object: 'figure/77', actTitle: '录入记录' }]);
  const officer = await buildAccount(server, 'county-officer', other);
  expect((await server.call(officer, 'GET', '/audit')).status).toBe(403);
  expect((await server.call(null, 'GET', '/audit')).status).toBe(401);
});

test('the trail is paged by time without loss, and filtered by object', async () => {
  const seen: string[] = [];
  let after = '';
  do {
    const page = await server.call(auditor, 'GET', `/audit?limit=5${after}`);
    seen.push(
      ...page.body.rows.map((line: { county: number; number: number }) => `${line.county}/${line.number}`),
    );
    after = page.body.next ? `&after=${page.body.next}` : '';
  } while (after);
  expect(new Set(seen).size).toBe(seen.length);
  const { rows } = await server.services.door.asSystem('a test counts', async (trx) => ({
    rows: await trx.selectFrom('audit_line').select('number').execute(),
  }));
  expect(seen.length).toBeGreaterThanOrEqual(rows.length - 1);
  expect((await server.call(auditor, 'GET', '/audit?object=figure/nothing')).body.rows).toEqual([]);
});

test('a hash does not depend on the order in which keys were written', () => {
  expect(canonicalJson({ b: [1, { d: null, c: '字' }], a: undefined })).toBe('{"b":[1,{"c":"字","d":null}]}');
  const line = {
    county: 0,
    number: 1,
    at: new Date(0),
    account: null,
    act: 'x',
    object: null,
    organization: null,
    path: '',
  };
  const one = hashLine(chainStart, { ...line, details: { a: 1, b: 2 } });
  expect(one.equals(hashLine(chainStart, { ...line, details: { b: 2, a: 1 } }))).toBe(true);
});
