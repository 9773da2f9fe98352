import { Kysely, PostgresDialect } from 'kysely';
import { expect, test } from 'vitest';
import { withDatabase } from '../../../tests/support/database.ts';
import { askAtOnce } from './ask-at-once.ts';
import { openPool } from './open-pool.ts';
import type { Tables } from './tables.ts';

const database = withDatabase();

test('a question that reads other people’s words as statements, answers otherwise the second time, or leaves its role behind', async () => {
  const pool = openPool(database.url, { max: 1 });
  const from = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const names = ["o'brien", 'back\\slash', '老张"\'; rollback; --', '$1'];
  try {
    const client = await pool.connect();
    await client.query('begin; set local role hujian_system');
    for (const name of names)
      await client.query('insert into account (id, name, user_name, email) values ($1, $1, $1, $1)', [name]);
    await client.query('commit');
    client.release();
    const ask = (name: string) =>
      askAtOnce(pool, from.selectFrom('account').select('name').where('user_name', '=', name).compile());
    for (const turn of [1, 2])
      for (const name of names) expect(await ask(name), `${name}, turn ${turn}`).toEqual([{ name }]);
    expect(await ask('nobody')).toEqual([]);
    const wrong = from
      .selectFrom('account')
      .select('id')
      .where(({ cast, val }) => cast<boolean>(val('x'), 'boolean'))
      .compile();
    for (const _turn of [1, 2]) await expect(askAtOnce(pool, wrong)).rejects.toMatchObject({ code: '22P02' });
    expect((await pool.query('show role')).rows).toEqual([{ role: 'none' }]);
    expect(await ask(names[0] ?? '')).toHaveLength(1);
  } finally {
    await pool.end();
  }
});
