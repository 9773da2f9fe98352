import type { Amount } from './parameter.ts';

export const BOUND_WORDS = ['atLeast', 'moreThan', 'atMost', 'lessThan'] as const;
export type BoundWord = (typeof BOUND_WORDS)[number];

/** 以上/以下/不低于 include the number (atLeast, atMost); 超过/低于/不足 do not (moreThan, lessThan). */
export interface Bound {
  readonly word: BoundWord;
  readonly value: Amount;
}

/** Lower bounds want more of something, upper bounds want less. */
export const isLower = (word: BoundWord): boolean => word === 'atLeast' || word === 'moreThan';
export const isInclusive = (word: BoundWord): boolean => word === 'atLeast' || word === 'atMost';
