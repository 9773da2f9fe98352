import * as z from 'zod';
import { loadActor } from '../../access/load-actor.ts';
import type { Services } from '../../http/services.ts';
import type { JobTask } from '../../jobs/jobs.ts';
import { getScope } from '../standings/find-scope.ts';
import { runImport } from './run-import.ts';

export const checkTask = 'imports.check';
export const takeTask = 'imports.take';

const payloadShape = z.object({
  county: z.number(),
  id: z.number(),
  organization: z.number(),
  account: z.string(),
  assignment: z.number().nullable(),
});
export type ImportPayload = z.output<typeof payloadShape>;

async function run(services: Services, payload: unknown, take: boolean): Promise<void> {
  const job = payloadShape.parse(payload);
  const actor = await loadActor(services.door, job.account, job.assignment);
  // whoever lost the assignment meanwhile brings nothing in
  if (!actor?.scope) return;
  const within = actor.scope.path;
  const scope = await services.door.asActor(actor, 'read', (trx) => getScope(trx, job.organization, within));
  await runImport(
    services,
    { actor, scope, work: (access, work) => services.door.asActor(actor, access, work) },
    { county: job.county, id: job.id, take },
  );
}

export const tasks: readonly JobTask[] = [
  { name: checkTask, run: (services, payload) => run(services, payload, false) },
  { name: takeTask, run: (services, payload) => run(services, payload, true) },
  {
    // A file that was refused or left lying is not kept longer than anybody needs it.
    name: 'imports.sweep',
    daily: { hour: 3, minute: 40 },
    run: (services) =>
      services.door.asSystem('drop the content of old imports', async (trx) => {
        await trx
          .updateTable('import_file')
          .set({ content: null, marked: null })
          .where('entered_at', '<', new Date(services.now().getTime() - 30 * 86_400_000))
          .where((where) => where.or([where('content', 'is not', null), where('marked', 'is not', null)]))
          .execute();
      }),
  },
];
