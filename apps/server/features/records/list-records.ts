import type { Page, RecordRegister, RecordView, recordsQuery } from '@hujian/contract';
import { type RawBuilder, sql } from 'kysely';
import type * as z from 'zod';
import { decodeCursor, toPage } from '../../http/list-page.ts';
import type { Context } from '../../http/route.ts';
import { getPlace } from '../organizations/get-place.ts';
import { codesOf } from './kinds/activities.ts';
import { type AnyKind, kindOf } from './kinds/kinds.ts';
import { prepareShowing, type RecordRow } from './record-row.ts';

type Query = z.output<typeof recordsQuery>;
type In = Context<{ id: number; register: RecordRegister }, Query, unknown>;

/** Records of one organization in one register, the latest first; a page is a handful of statements, whatever its length. */
export async function listRecords(context: In): Promise<Page<RecordView>> {
  const { trx, params, query, actor } = context;
  const place = await getPlace(trx, params.id, actor);
  const kind = kindOf(params.register);
  const day = sql.ref(`r.${kind.day}`);
  const { rows } = await sql<RecordRow>`
    select r.* from ${sql.table(kind.table)} as r
    where r.county = ${place.county} and r.organization = ${place.id} and r.path = ${place.path}
      and ${join(narrow(kind, query, codesFor(context)))}
    order by ${day} desc, r.id desc limit ${query.limit + 1}`.execute(trx);
  const showing = await prepareShowing(context, kind, rows.slice(0, query.limit));
  return toPage(
    rows,
    query.limit,
    (row) => [dayOfRow(row, kind), row.id],
    (row) => kind.present(row as never, showing),
  );
}

/** Activities and trainings lie in one table; each register shows its own kinds. */
function codesFor({ params, services }: In): string[] | undefined {
  if (params.register !== 'activities' && params.register !== 'trainings') return undefined;
  return codesOf(services, params.register);
}

function narrow(kind: AnyKind, query: Query, codes: string[] | undefined): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = [];
  const day = sql.ref(`r.${kind.day}`);
  if (!query.withdrawn) conditions.push(sql`r.withdrawn_at is null`);
  if (codes) conditions.push(sql`r.kind = any (${codes}::text[])`);
  if (query.kind && kind.code) conditions.push(sql`${sql.ref(`r.${kind.code}`)} = ${query.kind}`);
  if (query.year !== undefined) {
    conditions.push(
      sql`${day} >= make_date(${query.year}, 1, 1) and ${day} < make_date(${query.year + 1}, 1, 1)`,
    );
  }
  if (query.q) conditions.push(search(kind, query.q));
  const after = decodeCursor(query.after, 2);
  if (after) conditions.push(sql`(${day}, r.id) < (${String(after[0])}::date, ${Number(after[1])}::bigint)`);
  return conditions.length > 0 ? conditions : [sql`true`];
}

/** A register without searched columns finds by the names of the persons it points at, or nothing. */
function search(kind: AnyKind, text: string): RawBuilder<unknown> {
  const like = `%${text.replaceAll(/[%_\\]/g, '\\$&')}%`;
  const found = kind.searched.map((column) => sql`${sql.ref(`r.${column}`)} ilike ${like}`);
  if (kind.table === 'seat') {
    found.push(sql`exists (select from person p where p.county = r.county and p.id = r.person
      and (p.name ilike ${like} or p.initials ilike ${like}))`);
  }
  return found.length > 0 ? sql`(${sql.join(found, sql` or `)})` : sql`false`;
}

const join = (conditions: RawBuilder<unknown>[]): RawBuilder<unknown> => sql.join(conditions, sql` and `);

const dayOfRow = (row: RecordRow, kind: AnyKind): string => String(row[kind.day]);
