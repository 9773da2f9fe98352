import type { Account, accountBody, accountLink, accountLinkBody } from '@hujian/contract';
import type * as z from 'zod';
import { createLink } from '../../access/one-time-link.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { createAccount, endSessions, forgetPassword } from './create-account.ts';
import { getAccount, lockAccount } from './list-accounts.ts';

type OnAccount<Body = unknown> = Context<{ id: string }, unknown, Body>;
type LinkAnswer = z.input<typeof accountLink>;

/** A new account without a password, and the link with which its owner sets one. */
export async function openAccount(
  context: Context<unknown, unknown, z.output<typeof accountBody>>,
): Promise<LinkAnswer> {
  const { trx, body, actor, services, note } = context;
  const account = await createAccount(trx, body);
  const link = await createLink(trx, {
    purpose: 'set-password',
    account,
    madeBy: actor.account,
    now: services.now(),
  });
  note({ object: `account/${account}`, details: { userName: body.userName } });
  return {
    account: await getAccount(trx, account, actor, services.now()),
    path: link.path,
    expiresAt: link.expiresAt.toISOString(),
  };
}

/** A new link to set a password; the old password and all sessions end at once. */
export async function makeAccountLink(
  context: OnAccount<z.output<typeof accountLinkBody>>,
): Promise<LinkAnswer> {
  const { trx, params, body, actor, services, note } = context;
  requireOther(context);
  await lockAccount(trx, params.id);
  if (body.resetTotp) {
    await trx.deleteFrom('account_totp').where('account', '=', params.id).execute();
    await trx.updateTable('account').set({ totp_on: false }).where('id', '=', params.id).execute();
  }
  await forgetPassword(trx, params.id);
  await endSessions(trx, params.id);
  const link = await createLink(trx, {
    purpose: 'set-password',
    account: params.id,
    madeBy: actor.account,
    now: services.now(),
  });
  note({ object: `account/${params.id}`, details: { resetTotp: body.resetTotp } });
  return {
    account: await getAccount(trx, params.id, actor, services.now()),
    path: link.path,
    expiresAt: link.expiresAt.toISOString(),
  };
}

export async function disableAccount(context: OnAccount): Promise<Account> {
  const { trx, params, services } = context;
  requireOther(context);
  await lockAccount(trx, params.id);
  await trx
    .updateTable('account')
    .set({ disabled_at: services.now() })
    .where('id', '=', params.id)
    .where('disabled_at', 'is', null)
    .execute();
  await endSessions(trx, params.id);
  return answer(context);
}

export async function enableAccount(context: OnAccount): Promise<Account> {
  const { trx, params } = context;
  await lockAccount(trx, params.id);
  await trx.updateTable('account').set({ disabled_at: null }).where('id', '=', params.id).execute();
  return answer(context);
}

function answer({ trx, params, actor, services, note }: OnAccount): Promise<Account> {
  note({ object: `account/${params.id}` });
  return getAccount(trx, params.id, actor, services.now());
}

/** Nobody locks themselves out, or slips past the second factor, with a link of their own making. */
function requireOther({ params, actor }: OnAccount): void {
  if (params.id === actor.account)
    throw problems.conflict('不能对自己的账号做这项操作，请由另一位系统管理员办理。');
}
