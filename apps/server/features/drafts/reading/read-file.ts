import type { VocabularyWords, Work } from '@hujian/drafting';
import type { Vocabulary } from '@hujian/engine';
import type { Block, SourceNote } from '@hujian/reader';

/** What the reading thread is given. */
export interface ReadingTask {
  bytes: Uint8Array;
  fileName: string;
  vocabulary: Vocabulary;
  /** The vocabulary's file as it is written: names and aliases. */
  words: VocabularyWords;
  /** Sentences show the numbers of this day. */
  day: string;
}

/** A file, read: in reading order, and one work for each standard in it. */
export interface ReadFile {
  format: 'docx' | 'xlsx' | 'text' | 'yaml';
  blocks: Block[];
  notes: SourceNote[];
  works: Work[];
}

/** What the reading thread answers; a refusal is the sentence that the person sees. */
export type Reading = { file: ReadFile } | { refused: string };
