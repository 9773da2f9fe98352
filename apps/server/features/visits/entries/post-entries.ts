import type { EntriesTaken, entriesBody, entriesQuery } from '@hujian/contract';
import type * as z from 'zod';
import { problems } from '../../../http/problem.ts';
import type { Context } from '../../../http/route.ts';
import { signReceipt } from './sign-receipt.ts';
import { takeEntries } from './take-entries.ts';

type In = Context<unknown, z.output<typeof entriesQuery>, z.output<typeof entriesBody>>;

/** POST /rating/entries */
export async function postEntries(context: In): Promise<EntriesTaken> {
  const { trx, actor, body, query, services } = context;
  const now = services.now().toISOString();
  requireOwner(body.account, actor.account);
  const { account } = actor;
  const elsewhere = {
    devices: [...new Set(body.entries.map(({ device }) => String(device)))],
    known: query.known,
  };
  const taken = await takeEntries(trx, { account, byFile: null, elsewhere }, body.entries);
  const { lines, refused, told, others } = taken;
  return { receipt: signReceipt(services, account, lines), refused, told, others, now };
}

/** What one person put down must not become another's because they share a phone. */
export function requireOwner(owner: string | undefined, account: string): void {
  if (owner !== undefined && owner !== account)
    throw problems.conflict('这些记录是另一个账号在这部手机上填写的，没有收下。请用原来的账号登录后再同步。');
}
