import { Worker } from 'node:worker_threads';
import type { Plan } from '@hujian/panel';
import { problems } from '../../../http/problem.ts';
import type { PlanTask } from './plan-task.ts';

/** 200 villages and 60 panelists need three seconds. */
const limitMs = 60_000;

/** Plans in a thread of its own; throws unprocessable when it takes too long. */
export async function planInThread(task: PlanTask): Promise<Plan> {
  const worker = new Worker(new URL('./planning-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 64 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Plan>((resolve, reject) => {
      timer = setTimeout(
        () =>
          reject(
            problems.unprocessable(
              '观摩单位和人员太多，一分钟内没有编排出来。请分成几个轮次，或减少观摩日期后再试。',
            ),
          ),
        limitMs,
      );
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the planning thread ended with ${code}`)));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
