import type { Actor, Scope } from '../../access/actor.ts';
import type { Sealed } from '../../access/sealed.ts';
import type { Template } from './column.ts';
import type { ImportSummary } from './summary.ts';
import type { Batch } from './take/write-records.ts';

export interface BringInTask {
  actor: Actor;
  scope: Scope;
  sealed: Sealed;
  batch: Batch;
  bytes: Uint8Array;
  /** The template that the sender chose, if any. */
  wanted?: string;
  /** Write, or only say what would be written. */
  take: boolean;
  /** Write nothing before all rows were matched with each other. */
  whole?: boolean;
  today: string;
  progress(rows: number): void;
}

export interface BringInOutcome {
  template: Template;
  summary: ImportSummary;
  rows: number;
  errors: number;
  /** The same workbook with its errors marked; there are errors exactly when it is there. */
  marked: Uint8Array | undefined;
}
