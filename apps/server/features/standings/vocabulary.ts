import type { Vocabulary } from '@hujian/engine';
import { readVocabulary } from '../library/read-standards.ts';

let read: Vocabulary | undefined;

/** The names of the codes; a file of the program, so it is the same as long as the process lives. */
export function getVocabulary(): Vocabulary {
  read ??= readVocabulary().vocabulary;
  return read;
}
