import type { Basis } from '../grammar/basis.ts';
import type { BoundWord } from '../grammar/bound.ts';
import type { Verdict } from '../judge/standing.ts';
import type { Measured } from '../measure/measured.ts';
import type { MissingLine } from '../sentence/missing-lines.ts';

export interface TracedValue {
  readonly value: number;
  readonly from: string;
  readonly basis: Basis;
}

export interface TracedParameter {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly base: TracedValue;
  readonly local?: TracedValue & { readonly organization: number };
}

export interface TracedBound {
  readonly word: BoundWord;
  readonly value: number;
  readonly inclusive: boolean;
  readonly parameter?: TracedParameter;
}

export interface TracedPeriod {
  readonly label: string;
  readonly from: string;
  readonly until: string;
  readonly covered: boolean;
  readonly count: number;
}

/** The facts, and their sums in the words that a reader looks for. */
export interface TracedMeasure extends Measured {
  readonly count?: number;
  readonly part?: number;
  readonly whole?: number;
  readonly value?: number;
  readonly subjects?: { readonly total: number; readonly reached: number };
}

export interface TracedRow {
  readonly table: string;
  readonly id: number;
  readonly day: string | null;
  readonly title: string;
  readonly counts: boolean;
  readonly note?: string;
}

/** Why a verdict is what it is, down to the records. */
export interface Trace {
  readonly edition: { readonly id: string; readonly title: string; readonly revision: number };
  readonly asOf: string;
  readonly item: string;
  readonly itemTitle: string;
  readonly check: string;
  readonly checkTitle: string;
  readonly sentence: string;
  readonly formula: string;
  readonly window: {
    readonly label: string;
    readonly from: string | null;
    readonly until: string | null;
    readonly periods: readonly TracedPeriod[];
  };
  /** The first bound; all of them stand in `bounds`. */
  readonly bound: TracedBound | null;
  readonly bounds: readonly TracedBound[];
  /** All bounds in Chinese, and whether the number itself counts; null where another number is the bound. */
  readonly boundary: string | null;
  /** What was found, in Chinese; null where `why` stands. */
  readonly facts: string | null;
  readonly measured: TracedMeasure;
  /** In Chinese, why it does not apply or is not known; absent when it is decided. */
  readonly why?: string;
  readonly verdict: Verdict;
  readonly points: number;
  readonly of: number;
  readonly rows: readonly TracedRow[];
  readonly rowsTotal: number;
  readonly missing: readonly MissingLine[];
  readonly late: number;
  readonly next: string | null;
}
