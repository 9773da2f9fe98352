import type { Cell } from '../../source/source.ts';
import type { Role } from './column-roles.ts';
import { cellsOf, type GridRow } from './grid.ts';

/** A cell beside the items of a row; `starts`: it begins in this row. */
export interface Beside {
  cell: Cell;
  starts: boolean;
}

const NONE: readonly Beside[] = [];

const hasWords = (b: Beside): boolean => b.cell.text.trim() !== '';

/** One row of a table, its cells by what their columns are. Cells that were read are put into `taken`. */
export class RowView {
  readonly row: GridRow;
  readonly cells: Cell[];
  private readonly roles: Role[];
  private readonly taken: Set<Cell>;
  private readonly besides: Map<Role, Beside[]>;

  constructor(row: GridRow, roles: Role[], taken: Set<Cell>) {
    this.row = row;
    this.cells = cellsOf(row);
    this.roles = roles;
    this.taken = taken;
    this.besides = this.sorted();
  }

  get at(): GridRow['row']['at'] {
    return this.row.row.at;
  }

  /** What a cell is by its column; one spread over several columns is wording if it covers the wording. */
  private roleOf(cell: Cell, column: number): Role | undefined {
    const over = cell.columnSpan > 1 ? this.roles.slice(column, column + cell.columnSpan) : [];
    return over.includes('text') ? 'text' : this.roles[column];
  }

  /** The cells by their roles, sorted once: rows are asked for each role many times. */
  private sorted(): Map<Role, Beside[]> {
    const byRole = new Map<Role, Beside[]>();
    for (const [c, place] of this.row.places.entries()) {
      const role = place?.left ? this.roleOf(place.cell, c) : undefined;
      if (!place || role === undefined) continue;
      const beside = { cell: place.cell, starts: place.starts };
      const same = byRole.get(role);
      if (same) same.push(beside);
      else byRole.set(role, [beside]);
    }
    return byRole;
  }

  see(role: Role): readonly Beside[] {
    return this.besides.get(role) ?? NONE;
  }

  take(role: Role): readonly Beside[] {
    const cells = this.see(role);
    for (const { cell } of cells) this.taken.add(cell);
    return cells;
  }

  takeCell(cell: Cell): void {
    this.taken.add(cell);
  }

  takeAll(): void {
    for (const cell of this.cells) this.taken.add(cell);
  }

  has(role: Role): boolean {
    return this.see(role).length > 0;
  }

  /** A cell with words begins in this row. */
  begins(role: Role): boolean {
    return this.see(role).some((b) => b.starts && hasWords(b));
  }

  /** A cell of an earlier row covers this one. */
  covered(role: Role): boolean {
    return this.see(role).some((b) => !b.starts);
  }

  words(): string {
    return this.cells
      .map((c) => c.text)
      .join(' ')
      .trim();
  }

  /** Nothing else in the row belongs to an item: its only cell is a heading in the first column. */
  isHeading(): boolean {
    const [only] = this.cells;
    if (!only || this.cells.length > 1) return false;
    if (only.columnSpan * 2 >= this.row.places.length) return true;
    const held = this.row.places.some(
      (p, c) => p && !p.starts && this.roles[c] !== 'ignored' && this.roles[c] !== 'method',
    );
    const role = this.roles[only.column];
    const leads =
      role === 'chapter' || role === 'number' || role === 'chapter-number' || only.text.trim().length <= 24;
    return only.rowSpan === 1 && !held && only.column === 0 && leads;
  }
}
