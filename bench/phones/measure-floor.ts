import type { PoolClient } from 'pg';
import type { Services } from '../../apps/server/http/services.ts';
import { timeOf } from '../numbers.ts';

/** Clients at once, as many as the program's own pool opens. */
const clients = 10;

/**
 * PostgreSQL alone: the rows of the round, as they are, into the same table with its indexes and policies, one
 * transaction for each batch of a phone. Returns rows a second. They are taken out again.
 */
export async function measureFloor(services: Services, round: number): Promise<number> {
  const batches = await readBatches(services, round);
  const rows = batches.reduce((sum, { count }) => sum + count, 0);
  await remove(services, round);
  const opened = await Promise.all(Array.from({ length: clients }, () => services.pool.connect()));
  const waiting = [...batches];
  try {
    const ms = await timeOf(() =>
      Promise.all(
        opened.map(async (client) => {
          for (let batch = waiting.pop(); batch; batch = waiting.pop()) await insert(client, batch.json);
        }),
      ),
    );
    return rows / (ms / 1000);
  } finally {
    for (const client of opened) client.release();
  }
}

async function insert(client: PoolClient, json: string): Promise<void> {
  await client.query('begin');
  await client.query('set local role hujian_system');
  await client.query({
    name: 'bench-floor',
    text: 'insert into visit_entry select * from jsonb_populate_recordset(null::visit_entry, $1::jsonb)',
    values: [json],
  });
  await client.query('commit');
}

/** As the phones sent them: all of a phone's at a time. */
async function readBatches(services: Services, round: number): Promise<{ json: string; count: number }[]> {
  return asSystem(services, async (client) => {
    const { rows } = await client.query<{ json: string; count: string }>(
      `select jsonb_agg(to_jsonb(e))::text as json, count(*) as count
       from visit_entry e where round = $1 group by account`,
      [round],
    );
    return rows.map(({ json, count }) => ({ json, count: Number(count) }));
  });
}

const remove = (services: Services, round: number) =>
  asSystem(services, (client) => client.query('delete from visit_entry where round = $1', [round]));

async function asSystem<Result>(
  services: Services,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await services.pool.connect();
  try {
    await client.query('begin');
    await client.query('set local role hujian_system');
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    client.release();
  }
}
