import { type Client, escapeIdentifier } from 'pg';
import type { TableHead } from './backup-format.ts';

/** A table of ours as the catalogue has it. */
export interface CatalogueTable extends TableHead {
  primaryKey: string[];
  /** Row-level security binds even the owner, so reading needs the system's role. */
  forced: boolean;
}

/** Our tables (graphile-worker's live in a schema of their own), each after the tables that it refers to. */
export async function listTables(client: Client): Promise<CatalogueTable[]> {
  const { rows } = await client.query<CatalogueTable & { needs: string[] }>(`
    select c.relname as name, c.relforcerowsecurity as forced,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select array_agg(a.attname::text order by array_position(k.conkey, a.attnum)) from pg_constraint k
       join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey)
       where k.conrelid = c.oid and k.contype = 'p'), '{}') as "primaryKey",
      coalesce((select array_agg(distinct r.relname::text) from pg_constraint k join pg_class r on r.oid = k.confrelid
       where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid), '{}') as needs
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> 'migration'
      and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')
    order by c.relname`);
  return sortByNeed(rows);
}

/** Throws when tables refer to each other in a circle: no order of loading would satisfy them. */
export function sortByNeed<T extends { name: string; needs: string[] }>(tables: T[]): T[] {
  const sorted: T[] = [];
  const done = new Set<string>();
  const waiting = [...tables];
  while (waiting.length > 0) {
    const ready = waiting.findIndex(({ needs }) => needs.every((name) => done.has(name)));
    if (ready === -1)
      throw new Error(`tables refer to each other: ${waiting.map(({ name }) => name).join(', ')}`);
    const [table] = waiting.splice(ready, 1);
    if (table) sorted.push(table);
    if (table) done.add(table.name);
  }
  return sorted;
}

/** The next value of every sequence of ours. */
export async function listSequences(client: Client): Promise<{ name: string; next: number }[]> {
  const { rows } = await client.query<{ name: string; step: string }>(
    `select sequencename as name, increment_by::text as step from pg_sequences where schemaname = 'public' order by 1`,
  );
  const sequences = [];
  for (const { name, step } of rows) {
    // pg_sequences hides the value of a sequence that was set but not yet drawn from; the sequence itself tells.
    const value = `select last_value + case when is_called then ${BigInt(step)} else 0 end as next from ${escapeIdentifier(name)}`;
    const answer = await client.query<{ next: string }>(value);
    sequences.push({ name, next: Number(answer.rows[0]?.next) });
  }
  return sequences;
}

/** Which migrations the database has run. */
export async function listMigrations(client: Client): Promise<{ name: string; sha256: string }[]> {
  const { rows } = await client.query('select name, sha256 from migration order by name');
  return rows;
}

/** Makes values read and write the same text on every server, whatever its settings. */
export const textSettings = `set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local timezone = 'UTC'; set local extra_float_digits = 1; set local bytea_output = 'hex'`;
