import { TABLES } from '../tables/edition-tables.ts';

/** How the tables of an edition look in Word: an item is one table, its own row first and a row for each check. */
export const heads = {
  about: ['项目', '内容'],
  basis: TABLES.basis.columns.map(({ title }) => title),
  item: ['代码', '内容或意思', '设定'],
  parameters: TABLES.parameters.columns.map(({ title }) => title),
} as const;

/** Columns that stand in the third cell of an item's row and of a check's. */
export const itemFields = TABLES.items.columns.filter(
  ({ title }) => title !== '条目代码' && title !== '内容',
);
export const checkFields = TABLES.checks.columns.filter(
  ({ title, shown }) => !shown && title !== '条目代码' && title !== '检查编号',
);
export const itemTitles: ReadonlySet<string> = new Set(itemFields.map(({ title }) => title));
export const checkTitles: ReadonlySet<string> = new Set(checkFields.map(({ title }) => title));
