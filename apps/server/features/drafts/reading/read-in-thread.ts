import { Worker } from 'node:worker_threads';
import type { Reading, ReadingTask } from './read-file.ts';

/** A standard of fifty pages needs two seconds; whatever takes so long is not one. */
export const bounds = { limitMs: 30_000, memoryMb: 768 };

const refusals = {
  late: '这个文件读了半分钟还没有读完，已停止。请删去附件、图片和与标准无关的内容，另存后再试。',
  memory: '这个文件展开后太大，已停止读取。请只保留标准的正文，另存后再试。',
};

/** Reads a file in a thread of its own, with bounds of time and memory; never throws because of what the file holds. */
export async function readInThread(
  task: ReadingTask,
  { limitMs, memoryMb }: typeof bounds = bounds,
): Promise<Reading> {
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 64 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Reading>((resolve, reject) => {
      timer = setTimeout(() => resolve({ refused: refusals.late }), limitMs);
      worker.once('message', resolve);
      worker.once('error', (error: Error & { code?: string }) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ refused: refusals.memory }) : reject(error),
      );
      worker.once('exit', (code) => reject(new Error(`the reading thread ended with ${code}`)));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
