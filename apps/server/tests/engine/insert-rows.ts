import type { Rows } from '@hujian/engine';
import type { PoolClient } from 'pg';

const TABLES = {
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

/** What the tables demand beside what a standing depends on. */
const DEMANDED: Readonly<Partial<Record<keyof Rows, object>>> = {
  persons: { name: '某人' },
  documents: { title: '文件' },
  events: { confirmed_by: '县委组织部', confirmed_on: '2020-01-01' },
  ratings: { panelists: 5 },
};

/** Inserts generated rows in one statement a table. */
export async function insertRows(client: PoolClient, rows: Rows): Promise<void> {
  const paths = new Map(rows.organizations.map((o) => [o.id, o.path]));
  const spans = new Map(rows.spans.map((s) => [s.organization, s]));
  for (const key of Object.keys(TABLES) as (keyof Rows)[]) {
    const list = rows[key].map((row) => complete(key, { ...row }, paths, spans));
    const [first] = list;
    if (!first) continue;
    const columns = Object.keys(first).join(', ');
    const table = TABLES[key];
    await client.query(
      `insert into ${table} (${columns}) overriding system value
       select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(list)],
    );
  }
}

function complete(
  key: keyof Rows,
  row: Record<string, unknown>,
  paths: ReadonlyMap<number, string>,
  spans: ReadonlyMap<number, Rows['spans'][number]>,
): Record<string, unknown> {
  if (key === 'organizations') {
    const { name, form, kind, level, parent, unit } = spans.get(Number(row.id)) ?? {};
    return { ...row, code: `C${String(row.id)}`, name, form, kind, level, parent, unit };
  }
  const place = { county: 1, path: paths.get(Number(row.organization)) };
  if (key === 'spans') return { ...row, ...place };
  if (key === 'lineages') return { ...row, ...place, way: 'merge' };
  if (key === 'attendances') return { ...row, ...place };
  return {
    ...row,
    ...place,
    ...DEMANDED[key],
    source_key: row.source_key ?? `k${String(row.id)}`,
    entered_by: '试验',
  };
}
