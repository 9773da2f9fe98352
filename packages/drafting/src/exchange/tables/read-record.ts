import { CellProblem } from '../cells/cell-problem.ts';
import type { CellTerms } from '../cells/codec.ts';
import type { Plain } from '../form/plain.ts';
import { refuseHalfBounds } from './bound-columns.ts';
import type { Column } from './column.ts';
import type { FoundRow } from './edition-tables.ts';

/** One row as a record; whatever cannot be read is said with its place. */
export function readRecord(
  row: FoundRow,
  columns: readonly Column[],
  terms: CellTerms,
  problems: string[],
): Plain {
  const record: Plain = {};
  for (const column of columns) {
    if (column.shown) continue;
    const cell = row.cells.get(column.title)?.trim() ?? '';
    if (cell === '') {
      if (column.required) problems.push(`${row.place(column.title)}：没有填写“${column.title}”，请补上。`);
      continue;
    }
    try {
      column.put(record, column.codec.read(cell, terms));
    } catch (thrown) {
      if (!(thrown instanceof CellProblem)) throw thrown;
      problems.push(`${row.place(column.title)}：${thrown.message}。`);
    }
  }
  const half = refuseHalfBounds(record);
  if (half) problems.push(`${row.place('界限')}：${half}。`);
  return record;
}
