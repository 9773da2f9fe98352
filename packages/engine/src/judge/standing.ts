import type { BoundWord } from '../grammar/bound.ts';
import type { Measured } from '../measure/measured.ts';

/** met 达标 · unmet 未达标 · not-applicable 不适用 · not-known 缺数据 */
export type Verdict = 'met' | 'unmet' | 'not-applicable' | 'not-known';

export interface CheckStanding {
  readonly check: string;
  readonly verdict: Verdict;
  /** Points reached and reachable through this check (its own share of the item; 0 of 0 when it moves none). */
  readonly points: number;
  readonly of: number;
  /** Points lost by this check. */
  readonly lost: number;
  /** Points added beyond full marks. */
  readonly bonus: number;
  /** A `normally` check that falls short: a reason can answer it. */
  readonly warning: boolean;
  readonly measured: Measured;
  /** The number that the measure was held against, in force for this organization. */
  readonly bound: readonly BoundValue[];
  /** How much is missing, in the check's unit; absent when nothing is. */
  readonly missing?: number;
  /** The same in Chinese words. */
  readonly short?: string;
}

export interface BoundValue {
  readonly word: BoundWord;
  readonly value: number;
  readonly parameter?: string;
}

export interface ItemStanding {
  readonly item: string;
  readonly verdict: Verdict;
  readonly points: number;
  readonly of: number;
  readonly bonus: number;
  readonly warnings: number;
  readonly checks: readonly CheckStanding[];
}

/** The verdicts and points of one organization against an edition at a date. */
export interface Standing {
  readonly organization: number;
  readonly path: string;
  readonly edition: string;
  readonly revision: number;
  readonly asOf: string;
  readonly knownAt: string;
  readonly points: number;
  readonly possible: number;
  /** Of all items that apply. */
  readonly fullMarks: number;
  readonly bonus: number;
  readonly met: number;
  readonly unmet: number;
  readonly notApplicable: number;
  readonly notKnown: number;
  readonly warnings: number;
  /** Codes of the items whose hard veto blocks titles. */
  readonly blocked: readonly string[];
  readonly items: readonly ItemStanding[];
}
