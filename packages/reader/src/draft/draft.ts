import type { At } from '../source/source.ts';

/** The draft edition as `hujian read --json` prints it. */

export type Kind = 'rural' | 'community' | 'agency' | 'soe' | 'private' | 'school';
export type Level = 'basic' | 'demonstration' | 'scoring-sheet';
export type Strictness = 'must' | 'normally' | 'encouraged';
export type Per = 'month' | 'quarter' | 'half-year' | 'year' | 'two-years' | 'term' | 'once';

/** What was read at one place, and the very words it was read from. `words` is for the screen: it is not printed. */
export interface Read {
  at: At;
  words: string;
}

export interface Bounds {
  atLeast?: number;
  atMost?: number;
  /** The words exclude the number itself: 超过, 不足, 低于. */
  exclusive?: true;
}

export type DraftCheck = Read &
  (
    | ({ measure: 'activities'; activity: string; per: Per } & Bounds)
    | ({ measure: 'hours'; who: string; per: Per } & Bounds)
    | ({ measure: 'headcount'; who: string } & Bounds)
    | ({ measure: 'share'; who: string; among: string } & Bounds)
    | ({ measure: 'figure'; figure: string; unit: string } & Bounds)
    | ({ measure: 'poll'; about: string; answer: 'satisfied' | 'dissatisfied' } & Bounds)
    | { measure: 'document'; document: string }
    | { measure: 'on-site'; look: string }
    | { measure: 'event'; event: string; lookback: 'term' | 'year' | 'now' }
  );

/** How points move. */
export type DraftMovement = Read & {
  for: string;
  points: number | [number, number] | 'all';
  per: 'once' | 'each' | 'judgement';
  /** occurrence · person · item · household · percentage-point · year-of-age · day · other:<words> */
  unit?: string;
  step?: number;
  cap?: number;
};

export interface DraftItem {
  number: string | null;
  title: string | null;
  text: string;
  points: number | null;
  strictness: Strictness;
  veto: boolean;
  checks: DraftCheck[];
  deductions: DraftMovement[];
  bonuses: DraftMovement[];
  at: At;
}

export interface DraftChapter {
  label: string | null;
  title: string | null;
  items: DraftItem[];
  at: At;
}

/** A paragraph that is in no item and no heading, with the reason. */
export interface LeftOver {
  text: string;
  why: string;
  at: At;
}

export interface DraftEdition {
  title: string | null;
  kind: Kind | null;
  level: Level;
  fullMarks: number | null;
  chapters: DraftChapter[];
  left: LeftOver[];
}

/** One stretch of an item's words: a paragraph of its text, or a cell of its scoring or method column. */
export interface Passage {
  role: 'text' | 'scoring' | 'method';
  text: string;
  at: At;
}

/** What the grammar of words is given: one item, laid out. */
export interface ItemWords {
  kind: Kind | null;
  level: Level;
  /** The chapter's heading, for words such as 加分项 or 一票否决. */
  chapter: string | null;
  title: string | null;
  points: number | null;
  passages: Passage[];
}
