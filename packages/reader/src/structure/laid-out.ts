import type { ItemWords, Kind, LeftOver, Level } from '../draft/draft.ts';
import type { At } from '../source/source.ts';

/** An item as the layout shows it; what its words mean is read by others. */
export interface LaidItem {
  number: string | null;
  title: string | null;
  /** Its own wording, without number and heading; paragraphs are joined by \n. */
  text: string;
  points: number | null;
  at: At;
  words: ItemWords;
}

export interface LaidChapter {
  label: string | null;
  title: string | null;
  /** The chapter's printed total. */
  points: number | null;
  items: LaidItem[];
  at: At;
}

/** One edition, laid out. */
export interface LaidOut {
  title: string | null;
  kind: Kind | null;
  level: Level;
  fullMarks: number | null;
  chapters: LaidChapter[];
  left: LeftOver[];
}

/** An item before its edition is known. */
export interface RawItem {
  number: string | null;
  title: string | null;
  points: number | null;
  passages: ItemWords['passages'];
  at: At;
}

export interface RawChapter {
  label: string | null;
  title: string | null;
  points: number | null;
  items: RawItem[];
  at: At;
}

/** What a part of a file was made into. */
export interface RawBody {
  chapters: RawChapter[];
  left: LeftOver[];
  /** Full marks that a row of totals printed. */
  total: number | null;
}
