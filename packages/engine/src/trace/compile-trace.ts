import { type CompiledQuery, sql } from 'kysely';
import { allSteps } from '../sql/compile-evaluation.ts';
import { compileSteps } from '../sql/compiler.ts';
import type { TraceRow } from './trace-row.ts';
import { type Traced, traceSql } from './trace-step.ts';

/** A record entered more than so many days after it happened is told as late. */
const LATE_DAYS = 30;

export interface TracePaging {
  readonly limit: number;
  /** `next` of the page before. */
  readonly after?: string;
}

/** One row of the answer: the whole page as JSON. */
export interface TraceAnswer {
  readonly page: {
    readonly rows: readonly TraceRow[];
    readonly total: number;
    readonly counted: number;
    readonly late: number;
  };
}

/** One statement for one page of the records behind a check, oldest first, with the totals over all pages. */
export function compileTrace(traced: Traced, paging: TracePaging): CompiledQuery<TraceAnswer> {
  const after = parseKey(paging.after);
  const steps = [
    ...allSteps(traced.plan, traced.target),
    { name: 'trace_row', materialized: true as const, body: traceSql(traced) },
    {
      name: 'trace_page',
      body: sql`select r.*, coalesce((r.entered_at at time zone 'Asia/Shanghai')::date > r.day + ${LATE_DAYS}::int, false) as late
  from trace_row r
  where (coalesce(r.day, '0001-01-01'::date), r.id) > (${after.day}::date, ${after.id}::bigint)
  order by coalesce(r.day, '0001-01-01'::date), r.id limit ${paging.limit}::int`,
    },
  ];
  const row = sql`json_build_object('table', p."table", 'id', p.id, 'day', p.day, 'kind', p.kind, 'title', p.title,
    'counts', p.counts, 'note', p.note, 'amount', p.amount, 'late', p.late)`;
  return compileSteps<TraceAnswer>(
    steps,
    sql`select json_build_object(
  'rows', coalesce((select json_agg(${row} order by coalesce(p.day, '0001-01-01'::date), p.id) from trace_page p), '[]'),
  'total', (select count(*) from trace_row),
  'counted', (select count(*) from trace_row r where r.counts),
  'late', (select count(*) from trace_row r
    where (r.entered_at at time zone 'Asia/Shanghai')::date > r.day + ${LATE_DAYS}::int)
) as page`,
  );
}

function parseKey(after: string | undefined): { day: string; id: number } {
  const match = /^(\d{4}-\d{2}-\d{2})_(\d+)$/.exec(after ?? '');
  return match ? { day: match[1] ?? '', id: Number(match[2]) } : { day: '0001-01-01', id: -1 };
}

/** The key of the page after these rows; null when they are the last. */
export function nextKey(rows: readonly TraceRow[], paging: TracePaging): string | null {
  const last = rows[rows.length - 1];
  if (!last || rows.length < paging.limit) return null;
  return `${last.day ?? '0001-01-01'}_${last.id}`;
}

/** Where an organization came from, nearest first, as far as a day knows. */
export interface LineageRow {
  readonly organization: number;
  readonly name: string;
  readonly way: string;
  readonly on: string;
}

export function compileLineage(
  organization: number,
  asOf: string,
): CompiledQuery<{ lineage: readonly LineageRow[] }> {
  const steps = [
    {
      name: 'line',
      body: sql`select g.county, g.predecessor, g.way, g.happened_on, 1 as depth from lineage g
  where g.organization = ${organization}::bigint and g.happened_on <= ${asOf}::date
  union
  select g.county, g.predecessor, g.way, g.happened_on, l.depth + 1 from line l
    join lineage g on g.county = l.county and g.organization = l.predecessor
  where g.happened_on <= ${asOf}::date and l.depth < 20`,
    },
  ];
  return compileSteps<{ lineage: readonly LineageRow[] }>(
    steps,
    sql`select coalesce(json_agg(json_build_object('organization', l.predecessor, 'name', o.name, 'way', l.way,
  'on', l.happened_on) order by l.depth, l.happened_on desc, l.predecessor), '[]') as lineage
from line l join organization o on o.county = l.county and o.id = l.predecessor`,
  );
}
