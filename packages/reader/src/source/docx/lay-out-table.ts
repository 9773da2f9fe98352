import { attribute } from '@hujian/documents';
import { cellOf, flatten } from '../lay-out-cell.ts';
import type { XmlNode } from '../office/xml-tree.ts';
import { childOf } from '../office/xml-tree.ts';
import type { At, Block, Cell, Row, Table } from '../source.ts';
import { propertyOf, wholeOf } from './properties.ts';

/** What a cell holds, and where its first paragraph is. */
export interface CellContent {
  blocks: Block[];
  at: At;
}

/** A frame around text rather than a table: one cell in each row, and none goes on in the row below. */
export function isSingleColumn(table: XmlNode): boolean {
  return rowsOf(table).every((row) => {
    const cells = row.children.filter(({ name }) => name === 'tc');
    return cells.length <= 1 && cells.every((cell) => !merge(cell, 'vMerge'));
  });
}

/** Lays out a Word table by its grid; undefined when it has no cells. Cells are read in the file's order. */
export function layOutTable(table: XmlNode, readCell: (cell: XmlNode) => CellContent): Table | undefined {
  const grid = new Grid(readCell);
  for (const row of rowsOf(table)) grid.addRow(row);
  if (grid.rows.length === 0) return undefined;
  return tighten({ type: 'table', rows: grid.rows, columns: 0 }, gridWidths(table));
}

const widest = 500;

class Grid {
  readonly rows: Row[] = [];
  private readonly readCell: (cell: XmlNode) => CellContent;
  /** By the column where it begins: the cell that this row may continue. */
  private above = new Map<number, Cell>();
  private below = new Map<number, Cell>();
  private column = 0;
  private last: Cell | undefined;

  constructor(readCell: (cell: XmlNode) => CellContent) {
    this.readCell = readCell;
  }

  addRow(node: XmlNode): void {
    this.above = this.below;
    this.below = new Map();
    this.column = Math.max(0, wholeOf(gridOf(node, 'trPr', 'gridBefore')) ?? 0);
    this.last = undefined;
    let row: Row | undefined;
    for (const tc of node.children) {
      if (tc.name !== 'tc' || this.column >= widest) continue;
      const content = this.readCell(tc);
      row ??= { at: content.at, cells: [] };
      this.place(tc, content, row);
    }
    if (row) this.rows.push(row);
  }

  private place(tc: XmlNode, { blocks, at }: CellContent, row: Row): void {
    const span = Math.min(Math.max(1, wholeOf(gridOf(tc, 'tcPr', 'gridSpan')) ?? 1), widest - this.column);
    const down = merge(tc, 'vMerge');
    const continued = down === 'continue' ? this.above.get(this.column) : undefined;
    if (continued) {
      continued.rowSpan++;
      this.below.set(this.column, continued);
    } else if (merge(tc, 'hMerge') === 'continue' && this.last) {
      this.last.columnSpan += span;
    } else {
      this.last = cellOf(flatten(blocks), this.column, span, at);
      row.cells.push(this.last);
      if (down) this.below.set(this.column, this.last);
    }
    this.column += span;
  }
}

/** Rows that were deleted with changes tracked are no longer there. */
const rowsOf = (table: XmlNode): XmlNode[] =>
  table.children.filter((row) => row.name === 'tr' && !childOf(childOf(row, 'trPr'), 'del'));

const gridOf = (node: XmlNode, properties: string, name: string): string | undefined =>
  propertyOf(childOf(node, properties), name);

function merge(cell: XmlNode, name: 'vMerge' | 'hMerge'): 'restart' | 'continue' | undefined {
  const found = childOf(childOf(cell, 'tcPr'), name);
  if (!found) return undefined;
  return attribute(found.attributes, 'val') === 'restart' ? 'restart' : 'continue';
}

const gridWidths = (table: XmlNode): number[] =>
  (childOf(table, 'tblGrid')?.children ?? []).map(({ attributes }) =>
    Number(attribute(attributes, 'w') ?? 0),
  );

/** Edges nearer than this to each other (in twentieths of a point, about 2 mm) were meant to be one. */
const sameEdge = 120;

/** Drops the columns of the grid in which no cell begins, and those that only a crooked edge has made. */
function tighten(table: Table, widths: number[]): Table {
  const cells = table.rows.flatMap((row) => row.cells);
  const edges = [...new Set(cells.flatMap((cell) => [cell.column, cell.column + cell.columnSpan]))].sort(
    (a, b) => a - b,
  );
  const known = widths.length >= (edges.at(-1) ?? 0) && widths.every((width) => width >= 0);
  const snapped = known ? number(edges, widths, sameEdge) : undefined;
  const kept =
    snapped && cells.every((cell) => spanOf(cell, snapped) > 0) ? snapped : number(edges, widths, -1);
  for (const cell of cells) {
    const span = spanOf(cell, kept);
    cell.column = kept.get(cell.column) ?? cell.column;
    cell.columnSpan = span;
  }
  return {
    ...table,
    columns: cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0),
  };
}

const spanOf = (cell: Cell, places: Map<number, number>): number =>
  (places.get(cell.column + cell.columnSpan) ?? 0) - (places.get(cell.column) ?? 0);

/** New numbers for the edges in use, from 0; edges within `near` of the one before share its number. */
function number(edges: number[], widths: number[], near: number): Map<number, number> {
  const places = new Map<number, number>();
  let place = -1;
  let from = Number.NEGATIVE_INFINITY;
  let x = 0;
  let column = 0;
  for (const edge of edges) {
    for (; column < edge; column++) x += widths[column] ?? 0;
    if (near < 0 || x - from > near) {
      place++;
      from = x;
    }
    places.set(edge, place);
  }
  return places;
}
