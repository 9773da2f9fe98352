export interface Subject {
  readonly kind: 'group' | 'person' | 'document' | 'figure';
  readonly key: number | string;
  /** The name of a group; documents and figures have theirs in the vocabulary. */
  readonly title?: string;
}

/** One thing that was counted: in a period, or for one subject, or on the as-of day. */
export interface Reading {
  readonly from?: string;
  readonly until?: string;
  readonly subject?: Subject;
  /** The count, the value, the score; of a ratio the part. Absent: nothing is recorded at all. */
  readonly count?: number;
  /** The whole of a ratio. */
  readonly of?: number;
  /** Persons who may belong to the part (count) or the whole: their attributes are not recorded. */
  readonly maybe?: number;
  readonly maybeOf?: number;
  /** The register was not kept over all of it, so there may be more than was counted. */
  readonly open?: true;
  /** The organization was founded in the course of it: only upper bounds are asked. */
  readonly founding?: true;
  /** What a comparison is held against, instead of a number of the rule. */
  readonly against?: number;
  /** The alternative (of `anyOf`) that it answers. */
  readonly test?: number;
}

export type Why =
  | 'condition' // a condition of `when` does not hold
  | 'condition-not-known'
  | 'nothing-due' // the organization is too young: no period is judged
  | 'no-subject' // no group, no committee member
  | 'empty' // a share of nothing
  | 'no-term' // no re-election is recorded
  | 'register' // the register is not kept
  | 'no-row' // no figure, no poll, no rating
  | 'few-slips';

/** The facts of one check for one organization. */
export interface Measured {
  /** yes: decided by records · partly: some of it lies where no register was kept · no: nothing to decide by. */
  readonly known: 'yes' | 'partly' | 'no';
  readonly applies: boolean;
  readonly why?: Why;
  readonly readings: readonly Reading[];
}
