import { sentenceTitle } from '../tables/check-columns.ts';
import { TABLES } from '../tables/edition-tables.ts';

/** How the tables of an edition look in Word: an item is written downwards, the settings of a check stand in one cell. */
export const heads = {
  about: ['项目', '内容'],
  basis: TABLES.basis.columns.map(({ title }) => title),
  item: '条目',
  checks: ['条目代码', '检查编号', sentenceTitle, '设定'],
  parameters: TABLES.parameters.columns.map(({ title }) => title),
} as const;

/** Number and title of an item's chapter stand in one line, apart by a wide blank. */
export const chapterField = '章';
export const chapterTitles = ['章次', '章名'] as const;
export const wideBlank = '　';

export const settingColumns = TABLES.checks.columns.filter(
  ({ title, shown }) => !shown && title !== '条目代码' && title !== '检查编号',
);
