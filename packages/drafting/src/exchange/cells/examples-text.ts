import { Document, isCollection, isMap, parse } from 'yaml';
import { isPlain } from '../form/plain.ts';
import { CellProblem } from './cell-problem.ts';
import type { Codec } from './codec.ts';

/** What an acceptance example says in YAML, a line for each key: no cell loses anything but indentation. */
export const examplesText: Codec = {
  write: (value) => {
    const document = new Document(value, { aliasDuplicateObjects: false });
    if (isMap(document.contents))
      for (const { value: one } of document.contents.items) if (isCollection(one)) one.flow = true;
    return document.toString({ lineWidth: 0, blockQuote: false }).trim();
  },
  read: (cell) => {
    try {
      const value: unknown = parse(cell);
      if (isPlain(value)) return value;
    } catch {
      // said below: where in the cell it breaks helps nobody who did not write it
    }
    throw new CellProblem('样例的内容不再是 YAML 的写法，请改回原样，或删去这一行');
  },
};
