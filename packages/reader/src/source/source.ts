/** Where in the file something was read. Paragraphs and rows count from 1, as the person sees them. */
export type At = { paragraph: number } | { sheet: string; row: number };

/** One paragraph of a Word file or a text, or a heading line. */
export interface Paragraph {
  type: 'paragraph';
  /** Without the automatic number; line breaks inside are kept as \n. */
  text: string;
  at: At;
  /** The automatic number as the page shows it: `一、`, `1.`, `第三条`, `(二)`, `①`. */
  number?: string;
  /** Depth in its automatic list, from 0. */
  level?: number;
  /** Heading level by style, 1 to 9. */
  outline?: number;
  bold?: boolean;
  centred?: boolean;
  /** Font size in points. */
  size?: number;
}

/** A cell, given once at its upper left corner; the cells that it covers are not listed. */
export interface Cell {
  text: string;
  /** The cell's paragraphs, at least one; `text` is these joined by \n (automatic numbers put in front). */
  paragraphs: Paragraph[];
  /** From 0. */
  column: number;
  columnSpan: number;
  rowSpan: number;
  at: At;
}

export interface Row {
  at: At;
  cells: Cell[];
}

/** A Word table, or a sheet of a workbook (with its name). */
export interface Table {
  type: 'table';
  sheet?: string;
  rows: Row[];
  columns: number;
}

export type Block = Paragraph | Table;

/** What the reader had to do to the file before it could be read, to be told to the person. */
export interface SourceNote {
  /** Chinese: what was found and what was done. */
  text: string;
  at?: At;
}

/** A file, opened and laid out in reading order. */
export interface Source {
  format: 'docx' | 'xlsx' | 'text';
  blocks: Block[];
  notes: SourceNote[];
}
