import type { Page } from '@hujian/contract';
import { problems } from './problem.ts';

/** The opaque place after a row: its sort values. */
export const encodeCursor = (values: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** Reads a cursor of `length` values; throws bad-input when it is not one of ours. */
export function decodeCursor(
  after: string | undefined,
  length: number,
): (string | number | null)[] | undefined {
  if (after === undefined) return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === length && values.every(isPlain)) return values;
  } catch {
    // falls through to the refusal
  }
  throw problems.badInput([{ path: 'after', message: '翻页位置无效，请从第一页重新开始。' }]);
}

const isPlain = (value: unknown): value is string | number | null =>
  value === null || typeof value === 'string' || typeof value === 'number';

/** Cuts a list fetched with limit + 1 into a page. */
export function toPage<Row, Shown>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => readonly (string | number | null)[],
  present: (row: Row) => Shown,
): Page<Shown> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(present),
    next: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null,
  };
}
