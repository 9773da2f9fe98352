import type { RecordRegister } from '@hujian/contract';
import type { Choice, NumberBounds } from '@hujian/documents';
import type { Permission } from '../../access/roles.ts';

/** What a cell of a column may hold. `person` is a name that is looked up; `record` is the number of an exported row. */
export type ColumnKind =
  | 'text'
  | 'name'
  | 'number'
  | 'whole'
  | 'day'
  | 'choice'
  | 'choices'
  | 'yes-no'
  | 'organization'
  | 'group'
  | 'identity'
  | 'phone'
  | 'record';

/** One column of a sheet, said once: template, reading, checks, export and documentation follow from it. */
export interface ImportColumn {
  key: string;
  title: string;
  kind: ColumnKind;
  required?: true;
  note?: string;
  width?: number;
  /** Other titles under which the column is recognised. */
  also?: readonly string[];
  choices?: readonly Choice[];
  /** What a day that names only a month or a year stands for; refused when not said. */
  partial?: 'first' | 'last';
  bounds?: NumberBounds;
  /** Most characters of a text. */
  most?: number;
  /** What an empty cell means, as PostgreSQL text. */
  empty?: string;
  example?: string | number;
}

export type SqlType = 'text' | 'date' | 'numeric' | 'integer' | 'bigint' | 'boolean' | 'text[]' | 'bytea';

/** One column of a record table that a sheet fills; `from` names the staged column when it differs. */
export interface RecordField {
  column: string;
  type: SqlType;
  from?: string;
  /** An empty cell leaves what is recorded (identity numbers are masked in exports). */
  keepWhenEmpty?: true;
}

/** How the rows of a sheet become records of one table. */
export interface RecordPlan {
  table: RecordTable;
  fields: readonly RecordField[];
  /** What makes two rows the same record, beside the organization: the first that fits decides. */
  keys: readonly (readonly string[])[];
  /** Keys by which a row is the same record only if it is the only candidate on both sides. */
  looseKeys?: readonly (readonly string[])[];
  /** The columns that make the record's source key, as records typed on the screen have it. */
  sourceKey: readonly string[];
  /** The day from which the register is known to be kept; events never open theirs by themselves. */
  day?: string;
}

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

/** One staged row as a sheet's own rules see it: values by column key, null where empty. */
export type RowView = (key: string) => string | null;

export interface SheetPlan {
  name: string;
  title: string;
  columns: readonly ImportColumn[];
  /** Rules over several cells of a row. */
  rules?: (row: RowView) => { key: string; message: string } | undefined;
  /** Values that follow from others, staged under keys of their own or where a cell was left empty. */
  derive?: (row: RowView) => Record<string, string>;
  derived?: readonly { key: string; type: SqlType }[];
  /** Columns naming a person: the key of the name and where the found id is staged. */
  people?: readonly PersonLookup[];
  record?: RecordPlan;
}

export interface PersonLookup {
  name: string;
  identity?: string;
  birth?: string;
  into: string;
}

export interface Template {
  name: RecordRegister | 'organizations';
  title: string;
  note: string;
  order: number;
  /** All of these are needed to take it in. */
  permissions: readonly Permission[];
  sheets: readonly SheetPlan[];
}

export const templateVersion = '1';
