import type { At, Kind, Level, Strictness } from '@hujian/reader';

/** What an edition's YAML file holds, as plain JSON: `parseEdition` reads it once it is written as YAML (or JSON). */
export type EditionSource = Record<string, unknown>;

/** One check as an edition file writes it: id, title, measure and the measure's own keys (see docs/rules.md). */
export type CheckSource = Record<string, unknown>;

export interface WorkBasis {
  document: string;
  number?: string | undefined;
  issuer?: string | undefined;
  date?: string | undefined;
  note?: string | undefined;
}

/** A dated number. Where `from` or `basis` is null, the edition's own day and its first basis are put in. */
export interface WorkValue {
  from: string | null;
  value: number;
  basis: WorkBasis | null;
}

export interface WorkParameter {
  title: string;
  unit: string;
  /** From the bound: atLeast → up, atMost → down. */
  tighten: 'up' | 'down' | 'never';
  values: WorkValue[];
}

export type ProposalState = 'proposed' | 'accepted' | 'changed' | 'on-site' | 'dropped';

/** One sentence that the program proposes to an officer, and what he made of it. */
export interface Proposal {
  /** Unique in its item, stable over changes: `p1`, `p2`, … */
  id: string;
  state: ProposalState;
  /** The very words of the source. */
  words: string;
  at: At | null;
  /** Chinese, what would be measured. For a proposal without a check: what the words ask for. */
  sentence: string;
  check: CheckSource | null;
  /** Chinese: why it could not be placed, or what is doubtful. */
  why: string | null;
  /** Words of the deduction or bonus that it came with. */
  movement?: string | undefined;
}

export interface WorkItem {
  /** Unique in the work, never changed: `i1`, `i2`, … Codes and numbers may be changed by the officer. */
  key: string;
  code: string;
  number: string;
  title: string;
  text: string;
  points: number;
  strictness: Strictness;
  /** A verdict of unmet in this item gives it 0. */
  veto: boolean;
  supplies: 'branch' | 'township' | 'county' | 'panel' | 'poll' | null;
  at: At | null;
  proposals: Proposal[];
  /** Keys of an edition's item that nobody edits here, kept for the way back: flow, source, note, examples. */
  rest?: Record<string, unknown> | undefined;
}

export interface WorkChapter {
  number: string;
  title: string;
  items: WorkItem[];
}

/** A paragraph that is in no item. */
export interface WorkLeft {
  text: string;
  why: string;
  at: At | null;
}

/** A working edition: what the source says, what is proposed and what has been decided. Plain JSON. */
export interface Work {
  title: string;
  /** null: the source does not say it; the officer must before he publishes. */
  kind: Kind | null;
  level: Level;
  /** As the source says; null where it says nothing (then the sum of the items' points counts). */
  fullMarks: number | null;
  parameters: Record<string, WorkParameter>;
  chapters: WorkChapter[];
  left: WorkLeft[];
  /** What the edition file said of itself, when the work came from one: standard, label, inForce, basis, follows, presumes, note, appliesTo. */
  header?: Record<string, unknown> | undefined;
}

/** What must be said before a work is an edition. */
export interface Header {
  standard: string;
  label: string;
  inForce: string;
  basis: WorkBasis[];
  follows?: string | undefined;
}

/** What was found by holding an edition against the rules in force, against itself and against what is recorded already. */
export interface Finding {
  /** Which rule found it, in kebab case: `term-years`, `points-sum`, `photograph-only`, `asks-again`, `counted-twice`. */
  rule: string;
  weight: 'error' | 'warning' | 'note';
  /** Code of the item; null: the edition as a whole. */
  item: string | null;
  /** Id of the check, where it is about one. */
  check: string | null;
  /** Chinese, complete: what stands there, what holds instead (with document and day), what to do. */
  text: string;
  basis: (WorkBasis & { from?: string | undefined }) | null;
}
