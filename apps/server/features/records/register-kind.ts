import type { RecordBodies, RecordRegister, RecordView } from '@hujian/contract';
import type { Selectable } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { Services } from '../../http/services.ts';

export type RecordTable =
  | 'person'
  | 'seat'
  | 'activity'
  | 'figure'
  | 'document'
  | 'event'
  | 'poll'
  | 'rating'
  | 'register_span';

/** Names of the persons that rows point at. */
export type Names = ReadonlyMap<number, string>;

/** What presenting a row needs beside the row. */
export interface Showing {
  names: Names;
  /** The name of the account that entered it. */
  whoIs: (account: string) => string;
  services: Services;
  today: string;
}

/** How one register keeps its records: the only things that differ from register to register. */
export interface RegisterKind<R extends RecordRegister, T extends RecordTable> {
  register: R;
  /** What a record of it is called on the screen. */
  title: string;
  table: T;
  /** The column of the day it happened, by which records are listed and years are cut. */
  day: keyof Tables[T] & string;
  /** The column of its code. */
  code?: keyof Tables[T] & string;
  /** Columns that `q` searches. */
  searched: readonly (keyof Tables[T] & string)[];
  /** Persons that a row points at. */
  persons?: (row: Selectable<Tables[T]>) => (number | null)[];
  /** Columns of a new row, with the source key; throws bad-input for a code that is no code. */
  toColumns(body: RecordBodies[R], services: Services): Record<string, unknown> & { source_key: string };
  present(row: Selectable<Tables[T]>, showing: Showing): Extract<RecordView, { register: R }>;
}
