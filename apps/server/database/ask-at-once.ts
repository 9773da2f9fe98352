import type { CompiledQuery } from 'kysely';
import { escapeLiteral, type Pool, type PoolClient, type QueryResult } from 'pg';
import { keptMark, nameOfKept } from './keep-statements.ts';

const begin = 'begin; set local role hujian_system';

/** The names of the statements that a connection has read. */
const read = new WeakMap<PoolClient, Set<string>>();

/**
 * One kept question as the program itself. A connection that knows it already gets transaction, role, question and end
 * in one message: every request of every person begins with such a question. Parameters are texts, moments or nothing.
 */
export async function askAtOnce<Row>(pool: Pool, { sql, parameters }: CompiledQuery<Row>): Promise<Row[]> {
  const text = `${keptMark}${sql}`;
  const name = nameOfKept(text);
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    if (name !== undefined && read.get(client)?.has(name))
      return await execute<Row>(client, name, parameters);
    const rows = await ask<Row>(client, text, parameters);
    if (name !== undefined) read.set(client, (read.get(client) ?? new Set()).add(name));
    return rows;
  } catch (thrown) {
    // Whatever was begun ends here; a connection that cannot even do that is given up.
    await client.query('rollback').catch((failed: Error) => {
      broken = failed;
    });
    throw thrown;
  } finally {
    client.release(broken);
  }
}

async function execute<Row>(
  client: PoolClient,
  name: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  const question = `execute ${name}(${parameters.map(literal).join(', ')})`;
  const told = (await client.query(`${begin}; ${question}; commit`)) as unknown as QueryResult[];
  return (told[2]?.rows ?? []) as Row[];
}

/** In full, as each connection must be asked once. */
async function ask<Row>(client: PoolClient, text: string, parameters: readonly unknown[]): Promise<Row[]> {
  await client.query(begin);
  const { rows } = await client.query(text, [...parameters]);
  await client.query('commit');
  return rows as Row[];
}

function literal(parameter: unknown): string {
  if (parameter === null) return 'null';
  if (typeof parameter === 'string') return escapeLiteral(parameter);
  if (parameter instanceof Date) return escapeLiteral(parameter.toISOString());
  throw new Error(`a question asked at once takes texts and moments, not ${typeof parameter}`);
}
