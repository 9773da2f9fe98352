/** One cell as the file holds it. `number` is set for number, date and boolean. `column` counts from 0. */
export type RawCell = {
  column: number;
  kind: 'text' | 'number' | 'date' | 'boolean' | 'error' | 'formula' | 'too-long';
  text: string;
  number: number;
};

/** One row with something in it; `row` counts from 1, as Excel prints it. */
export type RawRow = { row: number; cells: RawCell[] };

export const maxCellText = 32_767;

/** 0 → A, 25 → Z, 26 → AA */
export function columnLetters(column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}

/** The column of a reference such as AB12, from 0; -1 when it has no letters. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + (code - 64);
  }
  return column - 1;
}
