import type { DocumentWords } from '@hujian/contract';
import type { Trx } from '../../../database/door.ts';
import type { RoundFacts } from '../facts.ts';
import type { Stage } from '../stage.ts';

/** A column of a table: `share` of the page's width; `number`: its cells are numbers in a workbook. */
export interface DocColumn {
  title: string;
  share: number;
  align?: 'left' | 'center' | 'right';
  number?: true;
}
export interface DocTable {
  title: string;
  columns: readonly DocColumn[];
  rows: readonly (readonly string[])[];
}

export interface Drafted {
  words: DocumentWords;
  /** At least one: they are the document's workbook. */
  tables: Record<string, DocTable>;
}

/** How one kind of document comes to be. */
export interface DocumentKindRule {
  title: string;
  /** Chinese: what it is for and to whom it goes. */
  purpose: string;
  /** Chinese: what must be done first; null: it can be drafted. */
  waitsFor(stage: Stage): string | null;
  draft(facts: RoundFacts, trx: Trx): Drafted | Promise<Drafted>;
  /** It goes upward: its head names who signs it. */
  upward?: true;
}

type Section = DocumentWords['sections'][number];

export const section = (heading: string, text: string, table: string | null = null): Section => ({
  heading,
  text,
  table,
});

/** A section that is all table: it becomes an annex of the document. */
export const annex = (heading: string, table: string): Section => ({ heading, text: '', table });
