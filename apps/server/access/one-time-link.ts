import { createHash, randomBytes } from 'node:crypto';
import type { Trx } from '../database/door.ts';
import type { OneTimeLinkTable } from '../database/tables.ts';
import { problems } from '../http/problem.ts';

type Purpose = OneTimeLinkTable['purpose'];

export const linkHours = 24;

/** Makes a one-time link; only its hash stays here. Earlier links of the same purpose and account end. */
export async function createLink(
  trx: Trx,
  link: { purpose: Purpose; account?: string; madeBy?: string; now: Date },
): Promise<{ path: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(link.now.getTime() + linkHours * 3_600_000);
  await trx
    .updateTable('one_time_link')
    .set({ used_at: link.now })
    .where('purpose', '=', link.purpose)
    .where('account', link.account ? '=' : 'is', link.account ?? null)
    .where('used_at', 'is', null)
    .execute();
  await trx
    .insertInto('one_time_link')
    .values({
      token_hash: hashToken(token),
      purpose: link.purpose,
      account: link.account ?? null,
      made_by: link.madeBy ?? null,
      expires_at: expiresAt,
      used_at: null,
    })
    .execute();
  return { path: `/first?token=${token}`, expiresAt };
}

/** What an unused link is for; throws link-spent. */
export async function getLink(trx: Trx, token: string, now: Date) {
  const link = await trx
    .selectFrom('one_time_link as l')
    .leftJoin('account as a', 'a.id', 'l.account')
    .select(['l.purpose', 'l.account', 'l.made_by', 'a.user_name', 'a.name'])
    .where('l.token_hash', '=', hashToken(token))
    .where('l.used_at', 'is', null)
    .where('l.expires_at', '>', now)
    .executeTakeFirst();
  if (!link) throw problems.linkSpent();
  return link;
}

/** Uses the link up; throws link-spent when another request was faster. */
export async function spendLink(trx: Trx, token: string, now: Date): Promise<void> {
  const spent = await trx
    .updateTable('one_time_link')
    .set({ used_at: now })
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('purpose')
    .executeTakeFirst();
  if (!spent) throw problems.linkSpent();
}

const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
