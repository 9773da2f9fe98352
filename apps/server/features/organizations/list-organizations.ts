import type { OrganizationRow, organizationsQuery, Page } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import { decodeCursor, encodeCursor } from '../../http/list-page.ts';
import type { Context } from '../../http/route.ts';
import { presentOrganizations } from './present-organization.ts';

type Query = z.output<typeof organizationsQuery>;

/**
 * The tree, level by level: `parent` gives its children, `q` searches the whole subtree by name, code and initials,
 * neither gives the actor's own organization. With `asOf` the tree stands as it stood on that day.
 * Rows stand in the order of their codes.
 */
export async function listOrganizations(
  context: Context<unknown, Query, unknown>,
): Promise<Page<OrganizationRow>> {
  const { trx, query, actor } = context;
  const scope = actor.scope;
  if (!scope) return { rows: [], next: null };
  const after = decodeCursor(query.after, 2);
  const rows = await selectTree(context)
    .$if(query.parent !== undefined, (select) => select.where('t.parent', '=', query.parent ?? 0))
    .$if(query.q !== undefined, (select) => select.where(search(query.q ?? '')))
    .$if(query.parent === undefined && isPlain(query), (select) => select.where('t.id', '=', scope.id))
    .$if(query.level !== undefined, (select) => select.where('t.level', '=', query.level ?? 'village'))
    .$if(query.kind !== undefined, (select) => select.where('t.kind', '=', query.kind ?? 'rural'))
    .$if(query.form !== undefined, (select) => select.where('t.form', '=', query.form ?? 'branch'))
    .$if(after !== undefined, (select) =>
      select.where(sql<boolean>`(t.code, t.id) > (${String(after?.[0])}, ${Number(after?.[1])}::bigint)`),
    )
    .orderBy('t.code')
    .orderBy('t.id')
    .limit(query.limit + 1)
    .execute();
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    rows: await presentOrganizations(trx, shown),
    next: rows.length > query.limit && last ? encodeCursor([last.code, last.id]) : null,
  };
}

const isPlain = (query: Query): boolean =>
  query.q === undefined && query.level === undefined && query.kind === undefined && query.form === undefined;

/** Open organizations of the own subtree, today or as their spans tell of a day. */
function selectTree({ trx, query, actor }: Context<unknown, Query, unknown>) {
  const path = actor.scope?.path ?? '';
  const now = sql<boolean>`o.closed_on is null`;
  const then = sql<boolean>`s.valid_from <= ${query.asOf ?? null}::date
    and (s.valid_until is null or s.valid_until > ${query.asOf ?? null}::date)`;
  const tree = query.asOf
    ? trx
        .selectFrom('organization_span as s')
        .innerJoin('organization as o', (join) =>
          join.onRef('o.county', '=', 's.county').onRef('o.id', '=', 's.organization'),
        )
        .select(['o.county', 'o.id', 'o.path', 's.parent', 'o.code', 's.name', 's.form', 's.kind', 's.level'])
        .select(['o.initials', 'o.founded_on', 'o.closed_on'])
        .where(then)
    : trx
        .selectFrom('organization as o')
        .select(['o.county', 'o.id', 'o.path', 'o.parent', 'o.code', 'o.name', 'o.form', 'o.kind', 'o.level'])
        .select(['o.initials', 'o.founded_on', 'o.closed_on'])
        .where(now);
  return trx
    .selectFrom(tree.where('o.path', '>=', path).where('o.path', '<', `${path}~`).as('t'))
    .selectAll('t');
}

function search(text: string) {
  const like = `%${text.replaceAll(/[%_\\]/g, '\\$&')}%`;
  return sql<boolean>`(t.name ilike ${like} or t.code ilike ${like} or t.initials like ${like.toLowerCase()})`;
}
