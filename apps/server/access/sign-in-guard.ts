import { sql } from 'kysely';
import type { Door } from '../database/door.ts';
import { problems } from '../http/problem.ts';

export const allowedFailures = 5;
export const lockMinutes = 15;

/** Counts failed sign-ins by the name that was typed, in the database: it survives a restart. */
export interface SignInGuard {
  /** Counts one try before the password is looked at, so that tries side by side cannot outrun the count. */
  admit(userName: string): Promise<void>;
  /** The password was right: the name starts anew. */
  clear(userName: string): Promise<void>;
  /** The password was wrong; true when this failure locked the name. */
  fail(userName: string): Promise<boolean>;
}

export function createSignInGuard(door: Door): SignInGuard {
  return {
    admit: (userName) =>
      door.asSystem('count a sign-in', async (trx) => {
        const { rows } = await sql<{ failures: number; minutes: number | null }>`
        insert into sign_in_guard as g (user_name, failures, last_at) values (${userName}, 1, clock_timestamp())
        on conflict (user_name) do update set
          failures = case when g.locked_until > clock_timestamp() then g.failures
                          when g.locked_until is not null or g.last_at < clock_timestamp() - ${lockMinutes} * interval '1 minute' then 1
                          else g.failures + 1 end,
          last_at = clock_timestamp(),
          locked_until = case when g.locked_until > clock_timestamp() then g.locked_until end
        returning failures, ceil(extract(epoch from locked_until - clock_timestamp()) / 60)::int as minutes`.execute(
          trx,
        );
        const row = rows[0];
        if (row?.minutes) throw problems.locked(row.minutes);
        // More tries in flight than are allowed: none of the surplus gets to see a password checked.
        if (row && row.failures > allowedFailures) throw problems.locked(lockMinutes);
      }),
    clear: (userName) =>
      door.asSystem('forget failed sign-ins', async (trx) => {
        await trx.deleteFrom('sign_in_guard').where('user_name', '=', userName).execute();
      }),
    fail: (userName) =>
      door.asSystem('lock a user name', async (trx) => {
        const locked = await trx
          .updateTable('sign_in_guard')
          .set({ locked_until: sql`clock_timestamp() + ${lockMinutes} * interval '1 minute'` })
          .where('user_name', '=', userName)
          .where('failures', '>=', allowedFailures)
          .where('locked_until', 'is', null)
          .returning('user_name')
          .execute();
        return locked.length > 0;
      }),
  };
}
