import { parentPort, workerData } from 'node:worker_threads';
import { propose } from '@hujian/drafting';
import { openSource, readDraft, SourceProblem } from '@hujian/reader';
import type { Reading, ReadingTask } from './read-file.ts';

/** Runs beside the server: whatever a file does to the reader, the server goes on answering. */
async function read({ bytes, fileName, vocabulary, words, day }: ReadingTask): Promise<Reading> {
  try {
    const { format, blocks, notes } = await openSource(bytes, fileName);
    const works = readDraft({ format, blocks, notes })
      .filter(({ chapters }) => chapters.some(({ items }) => items.length > 0))
      .map((draft) => propose(draft, vocabulary, words, { day }));
    return { file: { format, blocks, notes, works } };
  } catch (thrown) {
    if (thrown instanceof SourceProblem) return { refused: thrown.message };
    throw thrown;
  }
}

parentPort?.postMessage(await read(workerData as ReadingTask));
