import type { Client } from 'pg';

interface Definition {
  name: string;
  definition: string;
}

/** The indexes and foreign keys of a table, taken off for a bulk load and put back unchanged afterwards. */
export interface Stripped {
  putBack(): Promise<void>;
}

/**
 * Millions of rows go in several times faster when each index is built once, from all of them. In the caller's
 * transaction, so nobody ever sees the table without its keys.
 */
export async function stripTable(client: Client, table: string): Promise<Stripped> {
  const keys = await list(
    client,
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where conrelid = $1::regclass and contype in ('f', 'p', 'u') order by contype desc, conname`,
    table,
  );
  const indexes = await list(
    client,
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = $1::regclass and not exists
       (select from pg_constraint where conindid = indexrelid and conrelid = indrelid and contype in ('p', 'u'))
     order by 1`,
    table,
  );
  for (const { name } of keys.filter(isForeign))
    await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  for (const { name } of keys.filter((key) => !isForeign(key))) {
    await client.query(`alter table ${table} drop constraint ${name}`);
  }
  return {
    putBack: async () => {
      await client.query(`set local maintenance_work_mem = '256MB'`);
      for (const key of [...keys].sort((a, b) => Number(isForeign(a)) - Number(isForeign(b)))) {
        await client.query(`alter table ${table} add constraint ${key.name} ${key.definition}`);
      }
      for (const { definition } of indexes) await client.query(definition);
    },
  };
}

function isForeign({ definition }: Definition): boolean {
  return definition.startsWith('FOREIGN KEY');
}

async function list(client: Client, query: string, table: string): Promise<Definition[]> {
  return (await client.query<{ name: string; definition: string }>(query, [table])).rows;
}
