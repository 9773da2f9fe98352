import { describe, expect, test } from 'vitest';
import { inTransaction, withDatabase } from './database.ts';

describe('withDatabase', () => {
  const database = withDatabase();
  test('works as an ordinary login: row-level security would not hold for a superuser', async () => {
    const { rows } = await database.pool.query(
      'select rolsuper, rolbypassrls from pg_roles where rolname = current_user',
    );
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
  });
  test('counts days in China: a test on another time zone would place midnight wrongly', async () => {
    const { rows } = await database.pool.query(
      `select timestamptz '2026-01-01 00:00+08' = '2026-01-01'::timestamptz as same`,
    );
    expect(rows).toEqual([{ same: true }]);
  });
  test('inTransaction leaves nothing behind', async () => {
    await inTransaction(database.pool, (client) => client.query('create table left_behind (n int)'));
    const { rows } = await database.pool.query(`select to_regclass('left_behind') as it`);
    expect(rows).toEqual([{ it: null }]);
  });
});
