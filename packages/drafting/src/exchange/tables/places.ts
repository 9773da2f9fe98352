import type { Column } from './column.ts';
import type { FoundRow } from './edition-tables.ts';

/** Which row of which table became which part of the source. */
export class Places {
  readonly #rows = new Map<string, { row: FoundRow; columns: readonly Column[] }>();

  add(steps: readonly (string | number)[], row: FoundRow, columns: readonly Column[]): void {
    this.#rows.set(steps.join('.'), { row, columns });
  }

  /** The cell of a path such as `chapters.0.items.3.checks.1.window`; the row's first where no column has the key. */
  find(path: string): string | null {
    const steps = path.split('.');
    for (let length = steps.length; length >= 0; length -= 1) {
      const found = this.#rows.get(steps.slice(0, length).join('.'));
      if (!found) continue;
      const key = steps[length];
      const column = found.columns.find(({ keys }) => key !== undefined && keys.includes(key));
      const title = column?.title ?? found.columns[0]?.title;
      return title === undefined ? null : found.row.place(title);
    }
    return null;
  }
}
