import { cellOf } from '../lay-out-cell.ts';
import type { At, Cell, Paragraph, Row, Table } from '../source.ts';
import type { Merge, SheetCells, ShownCell } from './sheet-cells.ts';

/** How many rows all merges together may cover: overlapping ones have no end otherwise. */
const mostCovered = 2_000_000;

/**
 * A sheet as a table: only rows and columns that show something, so spans count those. Undefined for a sheet that shows
 * nothing.
 */
export function layOutSheet(sheet: string, found: SheetCells): Table | undefined {
  const columnHidden = (column: number): boolean => found.hiddenColumns[column] === 1;
  const shown = found.cells.filter(({ row, column }) => !found.hiddenRows.has(row) && !columnHidden(column));
  const moved = moveToSight(found, columnHidden);
  const cells = uncovered([...shown, ...moved], found.merges);
  const rows = sorted(cells.map(({ row }) => row));
  const columns = sorted(cells.map(({ column }) => column));
  if (rows.length === 0) return undefined;
  const merges = new Map(
    found.merges.map((merge) => [keyOf(visibleCorner(merge, found, columnHidden)), merge]),
  );
  const table: Table = {
    type: 'table',
    sheet,
    rows: rows.map((row) => ({ at: { sheet, row }, cells: [] })),
    columns: columns.length,
  };
  const rowPlaces = new Map(rows.map((row, i) => [row, i]));
  for (const cell of cells.sort((a, b) => a.row - b.row || a.column - b.column)) {
    const row = table.rows[rowPlaces.get(cell.row) ?? 0] as Row;
    row.cells.push(layOutCell(cell, merges.get(keyOf(cell)), rows, columns, row.at));
  }
  return table;
}

const keyOf = ({ row, column }: { row: number; column: number }): number => row * 16_384 + column;

/** The first row and column of a merge that are not hidden: there its text shows. */
function visibleCorner(
  merge: Merge,
  found: SheetCells,
  columnHidden: (column: number) => boolean,
): { row: number; column: number } {
  let { top: row, left: column } = merge;
  while (row < merge.bottom && found.hiddenRows.has(row)) row++;
  while (column < merge.right && columnHidden(column)) column++;
  return { row, column };
}

/** Texts of merges whose corner is hidden while the rest is not. */
function moveToSight(found: SheetCells, columnHidden: (column: number) => boolean): ShownCell[] {
  if (found.hiddenRows.size === 0 && !found.hiddenColumns.includes(1)) return [];
  const corners = new Map(
    found.merges.map((merge) => [keyOf({ row: merge.top, column: merge.left }), merge]),
  );
  const moved: ShownCell[] = [];
  for (const cell of found.cells) {
    if (!found.hiddenRows.has(cell.row) && !columnHidden(cell.column)) continue;
    const merge = corners.get(keyOf(cell));
    const corner = merge && visibleCorner(merge, found, columnHidden);
    if (corner && !found.hiddenRows.has(corner.row) && !columnHidden(corner.column))
      moved.push({ ...cell, ...corner });
  }
  return moved;
}

/** Without the cells that lie under a merge: the page does not show them. */
function uncovered(cells: ShownCell[], merges: Merge[]): ShownCell[] {
  const byRow = new Map<number, Merge[]>();
  const rows = sorted(cells.map(({ row }) => row));
  let covered = 0;
  for (const merge of merges) {
    for (let i = firstFrom(rows, merge.top); i < rows.length; i++) {
      const row = rows[i] ?? 0;
      if (row > merge.bottom || ++covered > mostCovered) break;
      const those = byRow.get(row);
      if (those) those.push(merge);
      else byRow.set(row, [merge]);
    }
  }
  let looked = 0;
  const corner = new Set<string>();
  const seen = cells.filter(({ row, column }) => {
    const over = byRow.get(row);
    if (!over) return true;
    looked += over.length;
    if (looked > mostCovered * 10) return true;
    const merge = over.find(({ left, right }) => column >= left && column <= right);
    if (!merge) return true;
    // the first text of a merge stands for it: its corner, or where that is hidden, the cell that took its place
    const key = `${merge.top}:${merge.left}`;
    if (corner.has(key)) return false;
    corner.add(key);
    return true;
  });
  return seen;
}

function layOutCell(
  cell: ShownCell,
  merge: Merge | undefined,
  rows: number[],
  columns: number[],
  at: At,
): Cell {
  const place = firstFrom(columns, cell.column);
  const right = merge ? firstFrom(columns, merge.right + 1) : place + 1;
  const below = merge ? firstFrom(rows, merge.bottom + 1) - firstFrom(rows, cell.row) : 1;
  const laid = cellOf(paragraphsOf(cell, at), place, Math.max(1, right - place), at);
  laid.rowSpan = Math.max(1, below);
  return laid;
}

function paragraphsOf({ text, format }: ShownCell, at: At): Paragraph[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.map((line) => ({
    type: 'paragraph',
    text: line,
    at,
    ...(format?.bold ? { bold: true } : {}),
    ...(format?.centred ? { centred: true } : {}),
    ...(format?.size === undefined ? {} : { size: format.size }),
  }));
}

const sorted = (numbers: number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);

/** The place of the first that is not below `least`. */
function firstFrom(numbers: number[], least: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
