import type { JobTask } from '../../jobs/jobs.ts';
import { rehearseTask, runRehearsal } from './run-rehearsal.ts';

export const tasks: readonly JobTask[] = [
  {
    name: rehearseTask,
    // A restored backup brings no queue: what was under way then is asked for anew by whoever wants it.
    resume: (services) =>
      services.door.asSystem('rehearsals without a job have ended', async (trx) => {
        await trx
          .updateTable('draft_rehearsal')
          .set({ state: 'failed', message: '程序重新启动，这次试算没有完成。请重新试算。' })
          .where('state', '=', 'running')
          .where('entered_at', '<', new Date(services.now().getTime() - 600_000))
          .execute();
      }),
    run: (services, payload) => runRehearsal(services, payload),
  },
];
