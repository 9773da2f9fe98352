import type { Names, WordList } from './names.ts';

/** What words and numbers in cells may refer to. */
export interface CellTerms {
  names: Names;
  /** Titles of the parameters by name. */
  parameters: ReadonlyMap<string, string>;
}

/** How one kind of value stands in a cell. `read` throws CellProblem with what is wrong and what to write. */
export interface Codec {
  write(value: unknown, terms: CellTerms): string | number;
  read(text: string, terms: CellTerms): unknown;
  /** What to choose from in a cell that holds one word. */
  choices?: (terms: CellTerms) => readonly string[];
  /** Other words than the choices are refused. */
  closed?: boolean;
  /** Names the column of all words in the list of words. */
  list?: WordList;
}
