import type { Codec } from '../cells/codec.ts';
import { getAt, type Plain, putAt } from '../form/plain.ts';

/** A column of a table: the same heading in every format. */
export interface Column {
  title: string;
  codec: Codec;
  /** Chinese: what is to be written here. */
  note: string;
  /** Width in characters. */
  width: number;
  required?: boolean;
  /** For the reader's eye: written, never read back. */
  shown?: boolean;
  take(record: Plain): unknown;
  put(record: Plain, value: unknown): void;
  /** First steps of the keys that this column writes, for an error that names a key. */
  keys: readonly string[];
}

interface Look {
  note?: string;
  width?: number;
  required?: boolean;
}

/** A column of one key of the record. */
export function columnOf(title: string, path: string, codec: Codec, look: Look = {}): Column {
  const steps = path.split('.');
  return {
    title,
    codec,
    note: look.note ?? '',
    width: look.width ?? 14,
    ...(look.required ? { required: true } : {}),
    take: (record) => getAt(record, steps),
    put: (record, value) => putAt(record, steps, value),
    keys: steps.slice(0, 1),
  };
}
