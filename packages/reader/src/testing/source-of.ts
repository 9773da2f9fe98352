import type { Block, Cell, Paragraph, Row, Source, Table } from '../source/source.ts';

/** What a test says of a paragraph: its words, or its words and its look. */
export type Told = string | (Partial<Omit<Paragraph, 'type' | 'at'>> & { text: string });

/** What a test says of a cell: its words (paragraphs broken by \n), how many columns and rows it covers. */
export type ToldCell = string | { text: string; columns?: number; rows?: number };

export interface ToldTable {
  sheet?: string;
  rows: ToldCell[][];
}

const isTable = (told: Told | ToldTable): told is ToldTable => typeof told !== 'string' && 'rows' in told;

/** A table in which each row names only the cells that begin in it, as files do. */
function tableOf(told: ToldTable, next: () => number): Table {
  const until: number[] = [];
  let columns = 0;
  const rows: Row[] = told.rows.map((cells, r) => {
    const at = told.sheet === undefined ? { paragraph: next() } : { sheet: told.sheet, row: r + 1 };
    let column = 0;
    const laid = cells.map((cell): Cell => {
      const { text, columns: wide = 1, rows: high = 1 } = typeof cell === 'string' ? { text: cell } : cell;
      while ((until[column] ?? 0) > r) column += 1;
      const paragraphs = text.split('\n').map((line): Paragraph => ({ type: 'paragraph', text: line, at }));
      const made: Cell = { text, paragraphs, column, columnSpan: wide, rowSpan: high, at };
      for (let c = column; c < column + wide; c += 1) until[c] = r + high;
      column += wide;
      columns = Math.max(columns, column);
      return made;
    });
    return { at, cells: laid };
  });
  return { type: 'table', ...(told.sheet === undefined ? {} : { sheet: told.sheet }), rows, columns };
}

/** A source of the paragraphs and tables that a test tells. */
export function sourceOf(...told: (Told | ToldTable)[]): Source {
  let count = 0;
  const next = (): number => {
    count += 1;
    return count;
  };
  const blocks = told.map((block): Block => {
    if (isTable(block)) return tableOf(block, next);
    const words = typeof block === 'string' ? { text: block } : block;
    return { type: 'paragraph', ...words, at: { paragraph: next() } };
  });
  return { format: 'docx', blocks, notes: [] };
}

/** A text, a paragraph a line. */
export const textOf = (text: string): Source => ({ ...sourceOf(...text.trim().split('\n')), format: 'text' });
