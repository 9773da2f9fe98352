import type { Account, accountsQuery, Page } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Actor } from '../../access/actor.ts';
import { isRole, roles } from '../../access/roles.ts';
import type { Trx } from '../../database/door.ts';
import { decodeCursor, toPage } from '../../http/list-page.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';

const selectAccounts = (trx: Trx) =>
  trx
    .selectFrom('account as a')
    .leftJoin('sign_in_guard as g', 'g.user_name', 'a.user_name')
    .select(['a.id', 'a.user_name', 'a.name', 'a.disabled_at', 'a.totp_on', 'a.created_at', 'g.locked_until'])
    .select((select) =>
      select
        .exists(
          select
            .selectFrom('account_credential as c')
            .select('c.id')
            .whereRef('c.account', '=', 'a.id')
            .where('c.usable', '=', true),
        )
        .as('password_set'),
    );
type Row = Awaited<ReturnType<ReturnType<typeof selectAccounts>['execute']>>[number];

/** Accounts by user name, each with the roles it holds. */
export async function listAccounts(
  context: Context<unknown, z.output<typeof accountsQuery>, unknown>,
): Promise<Page<Account>> {
  const { trx, query, actor, services } = context;
  const after = decodeCursor(query.after, 1);
  const like = query.q ? `%${query.q.replaceAll(/[%_\\]/g, '\\$&')}%` : undefined;
  const rows = await selectAccounts(trx)
    .$if(like !== undefined, (select) =>
      select.where((where) =>
        where.or([where('a.user_name', 'ilike', like ?? ''), where('a.name', 'ilike', like ?? '')]),
      ),
    )
    .$if(after !== undefined, (select) => select.where('a.user_name', '>', String(after?.[0])))
    .orderBy('a.user_name')
    .limit(query.limit + 1)
    .execute();
  const held = await listHeld(
    trx,
    rows.map((row) => row.id),
  );
  return toPage(
    rows,
    query.limit,
    (row) => [row.user_name],
    (row) => present(row, held, actor, services.now()),
  );
}

/** One account; throws not-found. */
export async function getAccount(trx: Trx, id: string, actor: Actor, now: Date): Promise<Account> {
  const row = await selectAccounts(trx).where('a.id', '=', id).executeTakeFirst();
  if (!row) throw problems.notFound('这个账号');
  return present(row, await listHeld(trx, [id]), actor, now);
}

async function listHeld(trx: Trx, accounts: string[]) {
  if (accounts.length === 0) return [];
  return trx
    .selectFrom('assignment as s')
    .leftJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 's.county').onRef('o.id', '=', 's.organization'),
    )
    .select(['s.id', 's.account', 's.role', 'o.id as organization', 'o.name'])
    .where('s.account', 'in', accounts)
    .where('s.ended_at', 'is', null)
    .orderBy('s.id')
    .execute();
}

function present(row: Row, held: Awaited<ReturnType<typeof listHeld>>, actor: Actor, now: Date): Account {
  const manage = actor.can.has('account.manage');
  return {
    id: row.id,
    userName: row.user_name ?? '',
    name: row.name,
    disabled: row.disabled_at !== null,
    lockedUntil: row.locked_until && row.locked_until > now ? row.locked_until.toISOString() : null,
    passwordSet: Boolean(row.password_set),
    totpOn: row.totp_on,
    createdAt: row.created_at.toISOString(),
    assignments: held
      .filter((one) => one.account === row.id)
      .flatMap((one) =>
        isRole(one.role)
          ? [
              {
                id: one.id,
                role: one.role,
                roleTitle: roles[one.role].title,
                organization:
                  one.organization === null ? null : { id: one.organization, name: one.name ?? '' },
              },
            ]
          : [],
      ),
    can: [
      ...(manage && row.id !== actor.account ? ['account.manage'] : []),
      ...(actor.can.has('role.manage') && row.id !== actor.account ? ['role.manage'] : []),
    ],
  };
}

/** Whether the account exists; `for update`, so that two changes of it queue. */
export async function lockAccount(trx: Trx, id: string): Promise<void> {
  const found = await trx
    .selectFrom('account')
    .select(sql`1`.as('it'))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw problems.notFound('这个账号');
}
