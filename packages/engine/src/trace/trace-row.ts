/** One record behind a check, as the database answers it. */
export interface TraceRow {
  readonly table: 'activity' | 'person' | 'figure' | 'document' | 'poll' | 'rating' | 'event';
  readonly id: number;
  readonly day: string | null;
  /** Code in the vocabulary: the activity, figure, document, event, poll. */
  readonly kind: string | null;
  readonly title: string | null;
  /** Whether it is among what was counted (of a ratio: in the part). */
  readonly counts: boolean;
  readonly note: TraceNote | null;
  /** Hours, value, score, slips: what the record says in a number. */
  readonly amount: number | null;
  readonly late: boolean;
}

export type TraceNote =
  | 'attribute-unknown' // birth day, education or sex is not recorded
  | 'hours'
  | 'whole' // only in the whole of the ratio
  | 'part' // in the part of the ratio
  | 'same-kind' // counted once already (distinct)
  | 'other-day' // too far from the fixed day
  | 'compared' // what the value is compared with
  | 'predecessor';

export interface TracePage {
  readonly rows: readonly TraceRow[];
  readonly total: number;
  readonly counted: number;
  readonly late: number;
  /** For the next page; null at the end. */
  readonly next: string | null;
}
