import type { Pool, PoolClient } from 'pg';

/** Runs the task as the program itself (row-level security shows it everything) and commits. */
export async function asSystem<T>(pool: Pool, task: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('set local role hujian_system');
    const result = await task(client);
    await client.query('commit');
    return result;
  } catch (thrown) {
    await client.query('rollback').catch(() => undefined);
    throw thrown;
  } finally {
    client.release();
  }
}

/** A county with so many villages below it, each with its first span, ids from 2 on; the county's id is 1. */
export async function fillCounty(pool: Pool, villages: number): Promise<void> {
  await asSystem(pool, async (client) => {
    const columns = 'county, id, path, parent, code, name, form, level, founded_on';
    await client.query(`insert into organization (${columns})
      values (1, 1, '1.', null, '01', '甲县', 'committee', 'county', '1990-01-01')`);
    await client.query(
      `insert into organization (${columns})
       select 1, n, '1.' || n || '.', 1, 'V' || n, E'村\\t' || n || E'\\n第二行', 'branch', 'village', '1990-01-01'
       from generate_series(2, $1::int + 1) n`,
      [villages],
    );
    await client.query(`insert into organization_span (county, organization, path, parent, name, form, level, valid_from)
      select county, id, path, parent, name, form, level, founded_on from organization`);
  });
}

/** How many rows a table holds, whoever may see them. */
export async function countRows(pool: Pool, table: 'organization' | 'organization_span'): Promise<number> {
  return asSystem(pool, async (client) => {
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`);
    return rows[0]?.n ?? 0;
  });
}
