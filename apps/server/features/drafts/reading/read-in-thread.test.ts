import { expect, test } from 'vitest';
import { readVocabulary } from '../../library/read-standards.ts';
import { sampleSheet } from '../testing/sample-standard.ts';
import { bounds, readInThread } from './read-in-thread.ts';

const { vocabulary, words } = readVocabulary();
const task = (text: string) => ({
  bytes: new TextEncoder().encode(text),
  fileName: '办法.txt',
  vocabulary,
  words,
  day: '2026-11-21',
});

test('a file that takes too long is given up with a sentence, and the program goes on', async () => {
  expect(await readInThread(task(sampleSheet), { ...bounds, limitMs: 1 })).toEqual({
    refused: expect.stringContaining('半分钟'),
  });
});

test('a file that needs too much memory ends its own thread, not the program', async () => {
  const large = Array.from(
    { length: 15_000 },
    (_, n) => `${n + 1}. 支部党员大会每季度至少召开1次，每少1次扣5分。`,
  );
  expect(await readInThread(task(large.join('\n')), { ...bounds, memoryMb: 24 })).toEqual({
    refused: expect.stringContaining('太大'),
  });
});

test('the same bytes give the same works', async () => {
  const [a, b] = [await readInThread(task(sampleSheet)), await readInThread(task(sampleSheet))];
  expect(a).toEqual(b);
});
