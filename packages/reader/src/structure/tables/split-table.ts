import type { Table } from '../../source/source.ts';
import { SENTENCE_END } from '../fold.ts';
import { type Line, linesOf, makeLine } from '../lines.ts';
import { isPaperTitle, isStandardTitle } from '../titles.ts';
import { headerOf, isHeaderRow } from './column-roles.ts';
import { cellsOf, type GridRow, headerWords, oneLine, readGrid } from './grid.ts';

/** The rows under one header. */
export interface Sheet {
  type: 'table';
  name: string | null;
  /** The words over each column; empty where the table has no header. */
  header: string[];
  headerRows: GridRow[];
  body: GridRow[];
}

const DEEPEST_HEADER = 3;

function bannerLines(row: GridRow): Line[] {
  return cellsOf(row).flatMap((cell) => {
    if (isPaperTitle(oneLine(cell.text))) return [makeLine(oneLine(cell.text), cell.at, { centred: true })];
    return cell.paragraphs.flatMap((p) => linesOf(p));
  });
}

/** Does the row stand across the table, as a title, a form's fields or a note does? */
function isAcross(row: GridRow, width: number): boolean {
  const cells = cellsOf(row);
  const [only] = cells;
  return (
    cells.length === 0 ||
    (cells.length === 1 && only !== undefined && (only.columnSpan * 2 >= width || only.column === 0))
  );
}

function readHeaderRows(grid: GridRow[], from: number): GridRow[] {
  const first = grid[from];
  if (!first || !isHeaderRow(first)) return [];
  const rows = [first];
  for (let r = from + 1; r < Math.min(grid.length, from + DEEPEST_HEADER); r += 1) {
    const row = grid[r];
    const spread = rows.at(-1)?.places.some((p) => p && (p.cell.columnSpan > 1 || p.cell.rowSpan > 1));
    if (!row || !spread || !isUnderHeader(row)) break;
    rows.push(row);
  }
  return rows;
}

/** A second header row: short words only, some of them under a cell that the first row spread. */
function isUnderHeader(row: GridRow): boolean {
  const cells = cellsOf(row);
  const covered = row.places.some((p) => p && !p.starts);
  const words = cells.every(
    (c) => headerWords(c.text).length <= 10 && !SENTENCE_END.test(c.text) && !/\d/.test(c.text),
  );
  return cells.length > 0 && words && (covered || isHeaderRow(row));
}

const sameHeader = (a: string[], b: string[]): boolean =>
  a.length === b.length && a.every((w, i) => w === b[i]);

class Splitter {
  readonly parts: (Line | Sheet)[] = [];
  private open: Sheet | null = null;
  private readonly name: string | null;

  constructor(name: string | null) {
    this.name = name;
  }

  header(rows: GridRow[]): void {
    const header = headerOf(rows);
    if (this.open && sameHeader(header, this.open.header)) this.open.headerRows.push(...rows);
    else this.begin(header, rows);
  }

  private begin(header: string[], headerRows: GridRow[]): Sheet {
    this.open = { type: 'table', name: this.name, header, headerRows, body: [] };
    this.parts.push(this.open);
    return this.open;
  }

  banner(row: GridRow): void {
    this.parts.push(...bannerLines(row));
  }

  /** A title in the middle: what follows is another table. */
  title(row: GridRow): void {
    this.open = null;
    this.banner(row);
  }

  row(row: GridRow): void {
    (this.open ?? this.begin([], [])).body.push(row);
  }
}

/** A table as the lines above it (title, fields of the form) and the rows under each of its headers. */
export function splitTable(table: Table): (Line | Sheet)[] {
  const grid = readGrid(table);
  const width = grid[0]?.places.length ?? 0;
  const splitter = new Splitter(table.sheet ?? null);
  const firstHeader = grid.findIndex((row) => isHeaderRow(row));
  let below = 0;
  for (let r = 0; r < grid.length; r += 1) {
    const row = grid[r];
    if (!row) continue;
    const rows = r >= below ? readHeaderRows(grid, r) : [];
    if (rows.length > 0) {
      splitter.header(rows);
      r += rows.length - 1;
      below = r + 1;
    } else if (r < firstHeader || (firstHeader < 0 && r < 3 && isAcross(row, width))) splitter.banner(row);
    else if (isAcross(row, width) && opensTable(grid, r)) splitter.title(row);
    else splitter.row(row);
  }
  return splitter.parts;
}

/** A title across the table with a header soon below. */
function opensTable(grid: GridRow[], r: number): boolean {
  const text = oneLine(cellsOf(grid[r] as GridRow)[0]?.text ?? '');
  return isStandardTitle(text) && grid.slice(r + 1, r + 4).some((row) => isHeaderRow(row));
}
