import type { Rows } from '@hujian/engine';
import { sql } from 'kysely';
import { listPathsAbove, type Trx } from '../../database/door.ts';

const sources = {
  organizations: 'organization',
  spans: 'organization_span',
  lineages: 'lineage',
  registers: 'register_span',
  persons: 'person',
  seats: 'seat',
  activities: 'activity',
  attendances: 'attendance',
  figures: 'figure',
  documents: 'document',
  events: 'event',
  polls: 'poll',
  ratings: 'rating',
} as const satisfies Record<keyof Rows, string>;

/** Everything that one organization's standing may depend on: its own rows, those above it, those it came from. */
export async function readRows(trx: Trx, path: string): Promise<Rows> {
  const moment = (column: string) =>
    sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  const read: Record<string, unknown> = {};
  for (const [name, table] of Object.entries(sources)) {
    const told = ['spans', 'lineages'].includes(name)
      ? sql`to_jsonb(t)`
      : sql`to_jsonb(t) || jsonb_build_object('entered_at', ${moment('t.entered_at')})`;
    const withdrawn = ['organizations', 'spans', 'lineages'].includes(name)
      ? sql`'{}'::jsonb`
      : sql`jsonb_build_object('withdrawn_at', ${moment('t.withdrawn_at')})`;
    const { rows } = await sql<{ rows: unknown }>`
      select coalesce(jsonb_agg((${told}) || ${withdrawn}), '[]') as rows from ${sql.table(table)} t
      where (t.path >= ${path} and t.path < ${`${path}~`}) or t.path = any(${listPathsAbove(path)}::text[])
        or t.path in (select o.path from lineage g join organization s on s.id = g.organization
          join organization o on o.id = g.predecessor where s.path = ${path})`.execute(trx);
    read[name] = rows[0]?.rows;
  }
  return read as unknown as Rows;
}
