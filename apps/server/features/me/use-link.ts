import type { FirstDone, firstBody, firstLink } from '@hujian/contract';
import type * as z from 'zod';
import { createLink, getLink, spendLink } from '../../access/one-time-link.ts';
import { requireStrongPassword } from '../../access/password-policy.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { createAccount, setPassword } from '../account/create-account.ts';
import { requireVacant } from './require-vacant.ts';

type Body = z.output<typeof firstBody>;

/** What an unused link is for. */
export async function describeLink({
  trx,
  query,
  services,
}: Context<unknown, { token: string }, unknown>): Promise<z.input<typeof firstLink>> {
  const link = await getLink(trx, query.token, services.now());
  return { ok: true, purpose: link.purpose, userName: link.user_name, name: link.name };
}

/** Uses the link: an administrator's account comes to be, or the account's password is set. */
export async function useLink(context: Context<unknown, unknown, Body>): Promise<FirstDone> {
  const { trx, body, services, note } = context;
  const link = await getLink(trx, body.token, services.now());
  const userName = link.user_name ?? body.userName;
  if (!userName) throw problems.badInput([{ path: 'userName', message: '请填写用户名。' }]);
  requireStrongPassword(body.password, userName);
  await spendLink(trx, body.token, services.now());
  const hash = await (await services.auth.$context).password.hash(body.password);
  if (link.purpose === 'set-password') {
    if (!link.account) throw problems.linkSpent();
    await setPassword(trx, link.account, hash);
    note({ act: 'account.password', object: `account/${link.account}` });
    return { ok: true, userName, links: [] };
  }
  if (!body.name) throw problems.badInput([{ path: 'name', message: '请填写姓名。' }]);
  const role = link.purpose === 'first-administrator' ? 'system-admin' : link.purpose;
  await requireVacant(trx, role);
  const account = await createAccount(trx, { userName, name: body.name });
  await setPassword(trx, account, hash);
  await trx
    .insertInto('assignment')
    .values({ account, role, organization: null, made_by: null, ended_at: null })
    .execute();
  note({ act: 'account.first', object: `account/${account}`, details: { role } });
  return { ok: true, userName, links: role === 'system-admin' ? await makeOtherLinks(context, account) : [] };
}

/** The first administrator hands these to two other people. */
async function makeOtherLinks(
  { trx, services }: Context<unknown, unknown, Body>,
  madeBy: string,
): Promise<FirstDone['links']> {
  const security = await createLink(trx, { purpose: 'security-admin', madeBy, now: services.now() });
  const audit = await createLink(trx, { purpose: 'audit-admin', madeBy, now: services.now() });
  return [
    { purpose: 'security-admin', title: '安全管理员', path: security.path },
    { purpose: 'audit-admin', title: '审计管理员', path: audit.path },
  ];
}
