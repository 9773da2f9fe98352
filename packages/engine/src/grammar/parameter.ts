import type { Basis } from './basis.ts';

export interface DatedValue {
  readonly from: string;
  readonly value: number;
  readonly basis: Basis;
}

/** A dated number; `tighten` is the only direction in which a locality may move it. */
export interface Parameter {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly tighten: 'up' | 'down' | 'never';
  /** Oldest first; the newest that has begun is in force. */
  readonly values: readonly DatedValue[];
}

/** A number in a rule: written out, or the name of a parameter. */
export type Amount = number | { readonly parameter: string };
