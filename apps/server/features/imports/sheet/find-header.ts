import { cleanText, type RawRow, wordsTitle } from '@hujian/documents';
import type { ImportColumn, SheetPlan } from '../column.ts';

/** Where the columns of a plan stand in a sheet; columns count from 0. */
export interface Header {
  row: number;
  /** By key; a column that the sheet leaves out is not there. */
  at: Map<string, number>;
  missing: readonly ImportColumn[];
  /** The column of an earlier marking, if the file is one that came back. */
  words: number | undefined;
  last: number;
}

const plainTitle = (text: string): string =>
  cleanText(text)
    .normalize('NFKC')
    .replace(/[\s*＊:：]/g, '');

/** Reads a row as column titles; undefined when it has fewer than half of the required ones (at least one). */
export function findHeader(plan: SheetPlan, row: RawRow): Header | undefined {
  const places = new Map<string, number>();
  for (const { column, text, kind } of row.cells) {
    if (kind === 'text' && !places.has(plainTitle(text))) places.set(plainTitle(text), column);
  }
  const at = new Map<string, number>();
  for (const { key, title, also } of plan.columns) {
    const place = [title, ...(also ?? [])]
      .map((one) => places.get(plainTitle(one)))
      .find((one) => one !== undefined);
    if (place !== undefined) at.set(key, place);
  }
  const required = plan.columns.filter((column) => column.required);
  const found = required.filter(({ key }) => at.has(key));
  if (found.length === 0 || found.length * 2 < required.length) return undefined;
  return {
    row: row.row,
    at,
    missing: required.filter(({ key }) => !at.has(key)),
    words: places.get(wordsTitle),
    last: Math.max(...row.cells.map(({ column }) => column)),
  };
}
