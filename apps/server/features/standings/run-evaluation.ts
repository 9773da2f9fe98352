import * as z from 'zod';
import type { Actor } from '../../access/actor.ts';
import { loadActor } from '../../access/load-actor.ts';
import type { Trx } from '../../database/door.ts';
import type { Services } from '../../http/services.ts';
import { fillEvaluation } from './fill-evaluation.ts';
import type { EvaluationRow } from './find-evaluation.ts';
import { allowResults } from './locks.ts';

const payloadShape = z.object({
  county: z.number(),
  evaluation: z.number(),
  account: z.string(),
  assignment: z.number().nullable(),
});

/**
 * Runs a saved evaluation in one transaction: its standings, its hash and the word 'done' appear together or not at
 * all. A process that is killed leaves 'running'; the queue runs it again, by the same moment of knowledge.
 */
export async function runEvaluation(services: Services, payload: unknown): Promise<void> {
  const job = payloadShape.parse(payload);
  const actor = await loadActor(services.door, job.account, job.assignment);
  if (!actor?.scope) return;
  try {
    await writeResults(services, actor, async (trx) => {
      const row = await findRow(trx, job);
      if (row?.state !== 'running') return;
      await fillEvaluation(trx, row, (done) => sayProgress(services, actor, row, done));
    });
  } catch (thrown) {
    services.log(
      `考评 ${job.evaluation} 没有完成：${thrown instanceof Error ? thrown.message : String(thrown)}`,
    );
    await giveUp(services, actor, job);
  }
}

function writeResults<Result>(
  services: Services,
  actor: Actor,
  work: (trx: Trx) => Promise<Result>,
): Promise<Result> {
  return services.door.asActor(actor, 'read', async (trx) => {
    await allowResults(trx);
    return work(trx);
  });
}

function findRow(trx: Trx, job: { county: number; evaluation: number }): Promise<EvaluationRow | undefined> {
  return trx
    .selectFrom('evaluation')
    .selectAll()
    .where('county', '=', job.county)
    .where('id', '=', job.evaluation)
    .executeTakeFirst();
}

/** Progress is told from outside the run's own transaction, or nobody could see it before the end. */
async function sayProgress(
  services: Services,
  actor: Actor,
  row: EvaluationRow,
  done: number,
): Promise<void> {
  await writeResults(services, actor, (trx) =>
    trx
      .updateTable('evaluation')
      .set({ done })
      .where('county', '=', row.county)
      .where('id', '=', row.id)
      .where('state', '=', 'running')
      .execute(),
  );
}

async function giveUp(
  services: Services,
  actor: Actor,
  job: { county: number; evaluation: number },
): Promise<void> {
  const message = '考评没有完成，没有留下任何结果。请稍后重新发起；如仍不成功，请告诉系统管理员查看日志。';
  await writeResults(services, actor, (trx) =>
    trx
      .updateTable('evaluation')
      .set({ state: 'failed', message })
      .where('county', '=', job.county)
      .where('id', '=', job.evaluation)
      .where('state', '=', 'running')
      .execute(),
  );
}
