import { parentPort, workerData } from 'node:worker_threads';
import { detectEdition, importEdition, propose } from '@hujian/drafting';
import { openSource, readDraft, type Source, SourceProblem } from '@hujian/reader';
import type { Reading, ReadingTask } from './read-file.ts';

/** Runs beside the server: whatever a file does to the reader, the server goes on answering. */
async function read(task: ReadingTask): Promise<Reading> {
  try {
    const { bytes, fileName } = task;
    const own = await detectEdition(bytes, fileName);
    return own ? await readOwn(task) : readWritten(task, await openSource(bytes, fileName));
  } catch (thrown) {
    if (thrown instanceof SourceProblem) return { refused: thrown.message };
    throw thrown;
  }
}

/** A written standard: what it says is proposed. */
function readWritten({ vocabulary, words, day }: ReadingTask, source: Source): Reading {
  const { format, blocks, notes } = source;
  const works = readDraft(source)
    .filter(({ chapters }) => chapters.some(({ items }) => items.length > 0))
    .map((draft) => propose(draft, vocabulary, words, { day }));
  return { file: { format, blocks, notes, works } };
}

/** An edition that went out of this program, or one like it: everything in it is accepted already. */
async function readOwn({ bytes, fileName, vocabulary, words, day }: ReadingTask): Promise<Reading> {
  const read = await importEdition(bytes, { vocabulary, words, day });
  if ('problems' in read) return { refused: read.problems.join('\n') };
  const { blocks, notes } = await openSource(bytes, fileName);
  const errors = read.errors.map((text) => ({ text }));
  return { file: { format: read.format, blocks, notes: [...notes, ...errors], works: [read.work] } };
}

parentPort?.postMessage(await read(workerData as ReadingTask));
