import type { ImportColumn, SheetPlan, SqlType } from '../column.ts';

export interface StagedColumn {
  key: string;
  type: SqlType;
}

const typeOf = {
  text: 'text',
  name: 'text',
  number: 'numeric',
  whole: 'integer',
  day: 'date',
  choice: 'text',
  choices: 'text[]',
  'yes-no': 'boolean',
  group: 'bigint',
  record: 'bigint',
} as const;

/** The columns that a column of a sheet is staged in: an organization with its path, a secret sealed and indexed. */
function stagedOf(column: ImportColumn, plan: SheetPlan): StagedColumn[] {
  const { key, kind } = column;
  if (kind === 'organization') {
    return [
      { key, type: 'bigint' },
      { key: 'path', type: 'text' },
    ];
  }
  if (kind === 'identity' || kind === 'phone') {
    return [
      { key: `${key}_index`, type: 'bytea' },
      { key: `${key}_cipher`, type: 'bytea' },
    ];
  }
  // a choice may stand for a number in the table (an education for its rank)
  const field = plan.record?.fields.find((one) => (one.from ?? one.column) === key);
  return [{ key, type: field?.type ?? typeOf[kind] }];
}

export const stagedColumns = (plan: SheetPlan): StagedColumn[] => [
  ...plan.columns.flatMap((column) => stagedOf(column, plan)),
  ...(plan.derived ?? []),
];

/** What becomes of a staged row: the record that it was before, and whether it stands in its table already. */
export const matchColumns: readonly StagedColumn[] = [
  { key: 'old', type: 'bigint' },
  { key: 'verdict', type: 'text' },
  { key: 'written', type: 'boolean' },
  { key: 'source_key', type: 'text' },
];
