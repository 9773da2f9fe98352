import type { DraftCheck } from '../../draft/draft.ts';
import type { Framed, FramedSentence, Reading } from '../frame.ts';
import type { Quantity } from '../quantities.ts';

type Distribute<T> = T extends unknown ? Omit<T, 'at' | 'words'> : never;
/** A check without its place in the file. */
export type CheckBody = Distribute<DraftCheck>;

/** A check and the stretch of folded text that it was read from. */
export interface Found {
  check: CheckBody;
  start: number;
  end: number;
}

/** All that a rule may look at: one number in its clause, its sentence and what was said before. */
export interface Place {
  reading: Reading;
  sentence: FramedSentence;
  framed: Framed;
  /** Index of the clause in its sentence. */
  at: number;
  q: Quantity;
}
