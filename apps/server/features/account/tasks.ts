import { sql } from 'kysely';
import type { JobTask } from '../../jobs/jobs.ts';

/** Nightly: what sign-in leaves behind. */
export const tasks: readonly JobTask[] = [
  {
    name: 'account.sweep',
    daily: { hour: 3, minute: 20 },
    run: (services) =>
      services.door.asSystem('sweep spent sign-ins', async (trx) => {
        await trx.deleteFrom('account_session').where('expires_at', '<', sql<Date>`now()`).execute();
        await trx.deleteFrom('account_verification').where('expires_at', '<', sql<Date>`now()`).execute();
        await trx
          .deleteFrom('sign_in_guard')
          .where('last_at', '<', sql<Date>`now() - interval '1 day'`)
          .execute();
      }),
  },
];
