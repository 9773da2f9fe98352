import { dayOf } from '../../http/services.ts';
import type { JobTask } from '../../jobs/jobs.ts';

export const tasks: readonly JobTask[] = [
  {
    name: 'results.end-notices',
    daily: { hour: 0, minute: 20 },
    run: (services) =>
      services.door.asSystem('notices end when their last day is over', async (trx) => {
        await trx
          .updateTable('public_notice')
          .set({ state: 'ended' })
          .where('state', '=', 'open')
          .where('until_day', '<', dayOf(services.now()))
          .execute();
      }),
  },
];
