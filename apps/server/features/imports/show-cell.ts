import type { CellDraft } from '@hujian/documents';
import type { ImportColumn } from './column.ts';

/** A recorded value as the cell that would bring it in again. */
export function showCell({ kind, choices }: ImportColumn, value: unknown): CellDraft {
  if (value === null || value === undefined) return null;
  if (kind === 'yes-no') return value === true ? '是' : '否';
  const titleOf = (code: unknown): string =>
    choices?.find((choice) => choice.code === String(code))?.title ?? String(code);
  if (kind === 'choice') return titleOf(value);
  if (kind === 'choices') return Array.isArray(value) ? value.map(titleOf).join('、') || null : null;
  if (kind === 'number' || kind === 'whole' || kind === 'record') return Number(value);
  return String(value);
}
