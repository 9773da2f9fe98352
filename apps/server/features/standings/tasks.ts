import { dayOf, type Services } from '../../http/services.ts';
import type { JobTask } from '../../jobs/jobs.ts';
import { followRecords, followTask, resumeFollowing } from './follow-records.ts';
import { refreshStandings } from './refresh-standings.ts';
import { runEvaluation } from './run-evaluation.ts';
import { evaluationTask } from './save-evaluation.ts';

export const tasks: readonly JobTask[] = [
  { name: evaluationTask, run: (services, payload) => runEvaluation(services, payload) },
  {
    name: followTask,
    run: (services, payload) => followRecords(services, payload),
    resume: (services) => resumeFollowing(services),
  },
  {
    // Time passes without any record: a quarter ends, a rating grows old, a term runs out.
    name: 'standings.follow-time',
    daily: { hour: 0, minute: 5 },
    run: (services) => followTime(services),
  },
];

/** Computes the current standings of every county anew, one county after the other. */
export async function followTime(services: Services): Promise<void> {
  const counties = await services.door.asSystem('which counties are there', (trx) =>
    trx
      .selectFrom('organization')
      .select(['county', 'path'])
      .where('level', '=', 'county')
      .orderBy('path')
      .execute(),
  );
  const today = dayOf(services.now());
  for (const { county, path } of counties) {
    await services.door.asSystem('standings follow the calendar', (trx) =>
      refreshStandings(trx, { county, scopePath: path }, today),
    );
  }
}
