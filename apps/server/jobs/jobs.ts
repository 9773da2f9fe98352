import { sql } from 'kysely';
import type { Trx } from '../database/door.ts';
import type { Services } from '../http/services.ts';

/** A kind of background work. A feature exports a list of them; all-tasks.ts joins the lists. */
export interface JobTask {
  /** 'imports.take' */
  name: string;
  /** Every day at this time in China. */
  daily?: { hour: number; minute: number };
  /** Before the first job: queues again what the tables say is waiting (a restored backup brings no queue). */
  resume?(services: Services): Promise<void>;
  /** Must be able to run twice: a killed process leaves the job to the next one. `signal` says that the program stops. */
  run(services: Services, payload: unknown, signal: AbortSignal | undefined): Promise<void>;
}

/** The queue, as the features see it. */
export interface Jobs {
  /** Puts a job in the queue within the transaction; a waiting job of the same key is replaced. */
  add(trx: Trx, task: string, payload: Record<string, unknown>, key?: string): Promise<void>;
}

export const jobs: Jobs = {
  async add(trx, task, payload, key) {
    await sql`select enqueue_job(${task}, ${JSON.stringify(payload)}::json, ${key ?? null})`.execute(trx);
  },
};
