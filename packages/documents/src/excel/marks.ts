/** A fault in a cell; `row` from 1, `column` from 0. */
export type CellMark = { row: number; column: number; message: string };

/** What to mark in one sheet; `wordsColumn` (from 0) receives the messages, `headerRow` its title. */
export type SheetMarks = { part: string; marks: CellMark[]; headerRow: number; wordsColumn: number };

/** The title of the column that says the faults. */
export const wordsTitle = '错误说明';

export const escapeXml = (text: string): string =>
  text
    .replace(/(?![\n\t\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** More faults than this in one sheet are counted, not marked. */
export const maxMarks = 5000;
