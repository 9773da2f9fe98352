import type { At, DraftCheck } from '@hujian/reader';
import type { CheckSource } from '../work.ts';

/** A proposal in the making. */
export interface Making {
  /** What the reader found; null for a deduction or bonus that makes a proposal of its own. */
  found: DraftCheck | null;
  words: string;
  at: At;
  /** What the check's id should be. */
  id: string;
  check: CheckSource | null;
  why: string | null;
  movement?: string;
}

/** Adds to what is doubtful about it. */
export function doubt(making: Making, why: string): void {
  making.why = making.why === null ? why : `${making.why}${why}`;
}

/** Gives it its way of moving points; only what must be holds points. */
export function move(making: Making, moves: Record<string, unknown>, words: string): void {
  if (!making.check) return;
  making.check = { ...making.check, moves, strictness: 'must' };
  making.movement = making.movement === undefined ? words : `${making.movement}；${words}`;
}

export const hasMoves = ({ check, found }: Making): boolean =>
  check !== null && check.moves !== undefined && found?.measure !== 'event';
