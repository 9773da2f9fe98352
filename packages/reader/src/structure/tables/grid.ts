import type { Cell, Row, Table } from '../../source/source.ts';
import { fold } from '../fold.ts';

/** What a place of the table shows: its cell, and whether the cell begins here. */
export interface Place {
  cell: Cell;
  /** The cell's first row. */
  starts: boolean;
  /** The cell's first column. */
  left: boolean;
}

export interface GridRow {
  row: Row;
  /** By column; undefined where the file has no cell. */
  places: (Place | undefined)[];
}

/** Tables are read up to this column; what stands further right is nobody's list of items. */
const WIDEST = 64;

/** A table with every merged cell spread over the places that it covers. Takes rows × columns. */
export function readGrid(table: Table): GridRow[] {
  const width = Math.min(WIDEST, Math.max(1, table.columns, ...widthsOf(table)));
  const above: ({ cell: Cell; until: number; left: boolean } | undefined)[] = Array.from({ length: width });
  return table.rows.map((row, r) => {
    const places: (Place | undefined)[] = Array.from({ length: width });
    for (let c = 0; c < width; c += 1) {
      const over = above[c];
      if (over && over.until > r) places[c] = { cell: over.cell, starts: false, left: over.left };
    }
    for (const cell of row.cells) {
      for (
        let c = Math.max(0, cell.column);
        c < Math.min(width, cell.column + Math.max(1, cell.columnSpan));
        c += 1
      ) {
        const left = c === cell.column;
        places[c] = { cell, starts: true, left };
        above[c] = { cell, until: r + Math.max(1, cell.rowSpan), left };
      }
    }
    return { row, places };
  });
}

function widthsOf(table: Table): number[] {
  let widest = 0;
  for (const row of table.rows)
    for (const cell of row.cells) widest = Math.max(widest, cell.column + cell.columnSpan);
  return [Math.min(WIDEST, widest)];
}

/** A cell's words on one line: what was broken only to fit a narrow column is joined. */
export function oneLine(text: string): string {
  const upright = text.replace(/[︻︵]/g, '（').replace(/[︼︶]/g, '）');
  return upright
    .replace(/\s{0,9}\n\s{0,9}/g, '')
    .replace(
      /(?<=^\p{Script=Han})\s(?=\p{Script=Han}(?:\s|$))|(?<=\s\p{Script=Han})\s(?=\p{Script=Han}(?:\s|$))/gu,
      '',
    )
    .trim();
}

/** The cells with words that begin in the row. */
export function cellsOf(row: GridRow): Cell[] {
  return row.places.flatMap((p) => (p?.starts && p.left && p.cell.text.trim() !== '' ? [p.cell] : []));
}

/** Folded and without blanks, for comparing words of headers. */
export function headerWords(text: string): string {
  return fold(text).replace(/\s/g, '');
}
