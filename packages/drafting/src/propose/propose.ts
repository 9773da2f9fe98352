import type { Vocabulary } from '@hujian/engine';
import type { DraftEdition, Kind, Level } from '@hujian/reader';
import type { Work, WorkItem } from '../work.ts';
import { readLexicon, type VocabularyWords } from './lexicon.ts';
import { ParameterBook } from './parameter-book.ts';
import type { Bench } from './placed.ts';
import { proposeItem } from './propose-item.ts';
import { sayLeft } from './say-left.ts';
import { settle } from './settle.ts';

export interface ProposeOptions {
  /** Sentences show the numbers of this day, yyyy-mm-dd. */
  day: string;
  /** What a place or person says of the kind where the document says nothing. */
  kind?: Kind | undefined;
  /** Letters before the items' numbers; by default those of kind and level. */
  prefix?: string | undefined;
}

const KIND_LETTERS: Readonly<Record<Kind, string>> = {
  rural: 'R',
  community: 'C',
  agency: 'A',
  soe: 'S',
  private: 'P',
  school: 'X',
};
const LEVEL_LETTERS: Readonly<Record<Level, string>> = {
  basic: 'B',
  demonstration: 'D',
  'scoring-sheet': 'S',
};
const NUMERALS = '一二三四五六七八九十';

/**
 * A working edition out of what the reader read: every proposal is a check that the engine reads, with the sentence it
 * means, or says plainly why there is none. Deterministic. `words` is standards/vocabulary.yaml as it stands there.
 */
export function propose(
  draft: DraftEdition,
  vocabulary: Vocabulary,
  words: VocabularyWords,
  options: ProposeOptions,
): Work {
  const kind = draft.kind ?? options.kind ?? null;
  const book = new ParameterBook();
  const bench: Bench = { lexicon: readLexicon(words), book, kind };
  const prefix = options.prefix ?? `${kind ? KIND_LETTERS[kind] : 'X'}${LEVEL_LETTERS[draft.level]}`;
  let count = 0;
  const work: Work = {
    title: draft.title ?? '（没有标题的标准）',
    kind,
    level: draft.level,
    fullMarks: draft.fullMarks,
    parameters: book.parameters,
    chapters: draft.chapters.map((chapter, index) => ({
      number: chapter.label ?? NUMERALS.charAt(index) ?? String(index + 1),
      title: chapter.title ?? '条目',
      items: chapter.items.map((item): WorkItem => {
        count += 1;
        const code = `${prefix}-${String(count).padStart(2, '0')}`;
        const place = { key: `i${count}`, code, number: item.number ?? String(count) };
        return proposeItem(item, chapter.title ?? '', place, bench, vocabulary);
      }),
    })),
    left: draft.left.map(({ text, why, at }) => ({ text, why: sayLeft(why), at })),
  };
  settle(work, vocabulary, options.day);
  book.keepUsed(JSON.stringify(work.chapters));
  return work;
}
