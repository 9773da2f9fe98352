import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';

const makeId = (): string => randomBytes(16).toString('hex');

/** Makes an account whose password nobody knows yet. Throws conflict when the user name is taken. Needs the system's role. */
export async function createAccount(trx: Trx, person: { userName: string; name: string }): Promise<string> {
  const id = makeId();
  const made = await trx
    .insertInto('account')
    .values({
      id,
      name: person.name,
      user_name: person.userName,
      // The authenticator shows it beside the code, so it carries the user name.
      email: `${person.userName}@hujian.invalid`,
      image: null,
      disabled_at: null,
    })
    .onConflict((conflict) => conflict.column('user_name').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) throw problems.conflict(`用户名“${person.userName}”已经有人使用，请换一个。`);
  await trx
    .insertInto('account_credential')
    .values({ ...unknownPassword(), id: makeId(), account: id, provider: 'credential', provider_account: id })
    .execute();
  return id;
}

/** Looks like a scrypt hash, so that signing in without a password set is as slow as with a wrong one. */
const unknownPassword = () => ({
  password: `${randomBytes(16).toString('hex')}:${randomBytes(64).toString('hex')}`,
  usable: false,
});

/** From now on nobody knows the account's password. */
export async function forgetPassword(trx: Trx, account: string): Promise<void> {
  await trx.updateTable('account_credential').set(unknownPassword()).where('account', '=', account).execute();
}

/** Sets the password's hash, ends every session of the account and forgets its failed sign-ins. */
export async function setPassword(trx: Trx, account: string, hash: string): Promise<void> {
  await trx
    .updateTable('account_credential')
    .set({ password: hash, usable: true, updated_at: sql`now()` })
    .where('account', '=', account)
    .where('provider', '=', 'credential')
    .execute();
  await endSessions(trx, account);
  await trx
    .deleteFrom('sign_in_guard')
    .where('user_name', '=', trx.selectFrom('account').select('user_name').where('id', '=', account))
    .execute();
}

export async function endSessions(trx: Trx, account: string): Promise<void> {
  await trx.deleteFrom('account_session').where('account', '=', account).execute();
}
