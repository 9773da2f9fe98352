import type { Assignment, assignable, assignableQuery, assignmentsQuery, Page } from '@hujian/contract';
import type * as z from 'zod';
import type { Actor } from '../../access/actor.ts';
import { isRole, roles } from '../../access/roles.ts';
import type { Trx } from '../../database/door.ts';
import { decodeCursor, toPage } from '../../http/list-page.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';

const selectAssignments = (trx: Trx) =>
  trx
    .selectFrom('assignment as s')
    .innerJoin('account as a', 'a.id', 's.account')
    .leftJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 's.county').onRef('o.id', '=', 's.organization'),
    )
    .select(['s.id', 's.role', 's.made_at', 's.ended_at', 'a.id as account', 'a.user_name', 'a.name'])
    .select(['o.id as organization', 'o.name as organization_name']);
type Row = Awaited<ReturnType<ReturnType<typeof selectAssignments>['execute']>>[number];

/** Assignments, newest first, ended ones too. */
export async function listAssignments({
  trx,
  query,
  actor,
}: Context<unknown, z.output<typeof assignmentsQuery>, unknown>): Promise<Page<Assignment>> {
  const after = decodeCursor(query.after, 1);
  const rows = await selectAssignments(trx)
    .$if(query.account !== undefined, (select) => select.where('s.account', '=', query.account ?? ''))
    .$if(after !== undefined, (select) => select.where('s.id', '<', Number(after?.[0])))
    .orderBy('s.id', 'desc')
    .limit(query.limit + 1)
    .execute();
  return toPage(
    rows,
    query.limit,
    (row) => [row.id],
    (row) => present(row, actor),
  );
}

/** One assignment; throws not-found. */
export async function getAssignment(trx: Trx, id: number, actor: Actor): Promise<Assignment> {
  const row = await selectAssignments(trx).where('s.id', '=', id).executeTakeFirst();
  if (!row) throw problems.notFound('这条角色授予');
  return present(row, actor);
}

function present(row: Row, actor: Actor): Assignment {
  if (!isRole(row.role)) throw new Error(`assignment ${row.id} has an unknown role`);
  const mayEnd = row.ended_at === null && actor.can.has('role.manage') && row.account !== actor.account;
  return {
    id: row.id,
    account: { id: row.account, userName: row.user_name ?? '', name: row.name },
    role: row.role,
    roleTitle: roles[row.role].title,
    organization:
      row.organization === null ? null : { id: row.organization, name: row.organization_name ?? '' },
    since: row.made_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    can: mayEnd ? ['role.manage'] : [],
  };
}

/** Names of organizations for whoever grants roles; nothing else of them. */
export async function listAssignable({
  trx,
  query,
}: Context<unknown, z.output<typeof assignableQuery>, unknown>): Promise<z.input<typeof assignable>> {
  const like = `%${query.q.replaceAll(/[%_\\]/g, '\\$&')}%`;
  const rows = await trx
    .selectFrom('organization as o')
    // Counties hang on organizations of another county key, so a parent is found by its id alone.
    .leftJoin('organization as p', 'p.id', 'o.parent')
    .select(['o.id', 'o.name', 'p.name as parent_name'])
    .where((where) =>
      where.or([
        where('o.name', 'ilike', like),
        where('o.initials', 'ilike', like),
        where('o.code', 'ilike', like),
      ]),
    )
    .where('o.closed_on', 'is', null)
    .orderBy('o.path')
    .limit(20)
    .execute();
  return { rows: rows.map((row) => ({ id: row.id, name: row.name, parentName: row.parent_name })) };
}
