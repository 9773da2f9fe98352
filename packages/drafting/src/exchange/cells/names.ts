import type { Vocabulary } from '@hujian/engine';
import type { VocabularyWords } from '../../propose/lexicon.ts';
import { getAt, listOf } from '../form/plain.ts';
import { CellProblem } from './cell-problem.ts';
import { foldWord } from './fold-word.ts';
import type { Labels } from './labels.ts';

export type WordList = Exclude<keyof Vocabulary, 'posts' | 'postGroups'> | 'holders';

/** One list of words: a code's Chinese name, and the code that a name stands for. */
export interface WordBook {
  /** The name that stands in a cell; the code itself where the name would not lead back to it. */
  write(code: string): string;
  /** Names, other names and codes are read; throws CellProblem. */
  read(text: string): string;
  /** All names, as a list to choose from. */
  names: readonly string[];
}

export type Names = (list: WordList) => WordBook;

const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** A name with one of these would be torn apart where several stand in one cell. */
const TORN = /[、，,；;：:「」\n]/;

/** The vocabulary as it stands in cells. */
export function readNames(vocabulary: Vocabulary, words: VocabularyWords | undefined): Names {
  const books = new Map<WordList, WordBook>();
  return (list) => {
    const known = books.get(list) ?? bookOf(labelsOf(list, vocabulary, words), true);
    books.set(list, known);
    return known;
  };
}

function labelsOf(list: WordList, vocabulary: Vocabulary, words: VocabularyWords | undefined): Labels {
  const lists = list === 'holders' ? (['posts', 'postGroups'] as const) : ([list] as const);
  const entries = lists.flatMap((key) =>
    Object.entries(vocabulary[key]).map(([code, { title }]) => {
      const aliases = listOf(getAt(words ?? {}, [key, code, 'aliases']));
      const others = aliases.filter((alias): alias is string => typeof alias === 'string');
      return [code, [title, ...others]] as [string, [string, ...string[]]];
    }),
  );
  return Object.fromEntries(entries);
}

/** `open`: a code that is not in the list passes, for the engine to judge. */
export function bookOf(labels: Labels, open = false): WordBook {
  const codes = Object.keys(labels);
  const byWord = new Map<string, string | null>();
  const learn = (word: string, code: string): void => {
    const key = foldWord(word);
    const known = byWord.get(key);
    byWord.set(key, known === undefined || known === code ? code : null);
  };
  for (const code of codes) learn(labels[code]?.[0] ?? code, code);
  const firsts = new Map(byWord);
  for (const code of codes) {
    for (const word of labels[code]?.slice(1) ?? []) if (!firsts.has(foldWord(word))) learn(word, code);
  }
  for (const code of codes) byWord.set(code, code);
  const write = (code: string): string => {
    const name = labels[code]?.[0];
    return name !== undefined && !TORN.test(name) && byWord.get(foldWord(name)) === code ? name : code;
  };
  return {
    write,
    names: codes.map(write),
    read: (text) => {
      const code = byWord.get(foldWord(text));
      if (code) return code;
      if (open && CODE.test(text.trim())) return text.trim();
      throw new CellProblem(explain(text, code === null, codes.map(write)));
    },
  };
}

function explain(text: string, several: boolean, names: readonly string[]): string {
  if (several) return `“${text}”可以指不止一个词，请写“可填的词”里的代码`;
  const near = names.filter(
    (name) => [...text].filter((sign) => name.includes(sign)).length * 2 > text.length,
  );
  const shown = (near.length > 0 ? near : names).slice(0, 8).join('、');
  return `不认识“${text.slice(0, 40)}”，${near.length > 0 ? '相近的有' : '可填'}：${shown}${names.length > 8 ? '；全部写法见“可填的词”' : ''}`;
}
