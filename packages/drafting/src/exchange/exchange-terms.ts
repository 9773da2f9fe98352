import type { Vocabulary } from '@hujian/engine';
import type { VocabularyWords } from '../propose/lexicon.ts';

/** What an edition's words are written and read with. */
export interface ExchangeOptions {
  vocabulary: Vocabulary;
  /** The vocabulary's file as it is written: its other names are read too. */
  words?: VocabularyWords | undefined;
  /** Sentences show the numbers of this day; left out: the day from which the edition is in force. */
  day?: string | undefined;
}

export type EditionFormat = 'yaml' | 'xlsx' | 'docx';
