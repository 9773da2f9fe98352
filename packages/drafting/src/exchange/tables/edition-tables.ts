import { examplesText } from '../cells/examples-text.ts';
import { day, text } from '../cells/simple.ts';
import { aboutColumns } from './about-columns.ts';
import { checkColumns } from './check-columns.ts';
import { type Column, columnOf } from './column.ts';
import { basisTable, itemColumns, parameterColumns } from './simple-columns.ts';

/** Acceptance examples: what must come out of given records. */
const exampleColumns = [
  columnOf('条目代码', 'item', text, { width: 12, required: true }),
  columnOf('情形', 'name', text, { width: 30, note: '这个例子说的是什么' }),
  columnOf('截止日期', 'asOf', day, { width: 12 }),
  columnOf('其余', 'rest', examplesText, { width: 70, note: '给定的记录和应得的结果，写法同 YAML 文件' }),
];

/** The tables that an edition is made of, by the name that they have in every format. */
export const TABLES = {
  about: { title: '基本信息', columns: aboutColumns },
  basis: { title: '依据', columns: basisTable },
  items: { title: '条目', columns: itemColumns },
  checks: { title: '检查点', columns: checkColumns },
  parameters: { title: '参数', columns: parameterColumns },
  examples: { title: '样例', columns: exampleColumns },
} satisfies Record<string, { title: string; columns: readonly Column[] }>;
export type TableName = keyof typeof TABLES;

export type WrittenCell = string | number | null;
/** One cell for each column; `about` has one row. */
export type WrittenTables = Record<TableName, WrittenCell[][]>;

/** A row as it was found in a file: what stands under each heading, and how a person finds the place. */
export interface FoundRow {
  cells: ReadonlyMap<string, string>;
  place(title: string): string;
}
/** `about` null: the table is not there. */
export type FoundTables = Record<Exclude<TableName, 'about'>, FoundRow[]> & { about: FoundRow | null };
