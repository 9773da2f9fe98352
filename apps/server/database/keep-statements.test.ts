import { expect, test } from 'vitest';
import { withDatabase } from '../../../tests/support/database.ts';
import { keptMark } from './keep-statements.ts';
import { openPool } from './open-pool.ts';

const database = withDatabase();

test('a marked statement that is planned anew for every branch, or one that changes another query', async () => {
  const pool = openPool(database.url, { max: 1 });
  try {
    const kept = `${keptMark}select $1::int + 1 as n`;
    for (const n of [1, 2]) expect((await pool.query(kept, [n])).rows).toEqual([{ n: n + 1 }]);
    expect((await pool.query('select $1::int as n', [5])).rows).toEqual([{ n: 5 }]);
    expect((await pool.query({ text: 'select 7 as n' })).rows).toEqual([{ n: 7 }]);
    const prepared = await pool.query(
      `select count(*)::int as n from pg_prepared_statements where starts_with(statement, '${keptMark}')`,
    );
    expect(prepared.rows).toEqual([{ n: 1 }]);
    await expect(pool.query(`${keptMark}select 1 / $1::int`, [0])).rejects.toMatchObject({ code: '22012' });
  } finally {
    await pool.end();
  }
});
