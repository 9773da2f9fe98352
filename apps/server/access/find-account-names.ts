import { asSystemWithin, type Trx } from '../database/door.ts';

/** The names behind account ids, in one statement. An id without an account stands for itself (the demo, a command). */
export async function findAccountNames(
  trx: Trx,
  accounts: readonly string[],
): Promise<(account: string) => string> {
  const ids = [...new Set(accounts)];
  const rows =
    ids.length === 0
      ? []
      : await asSystemWithin(trx, 'whoever may see a record may see who entered it', () =>
          trx.selectFrom('account').select(['id', 'name']).where('id', 'in', ids).execute(),
        );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (account) => names.get(account) ?? account;
}
