import type { Source, Table } from '@hujian/reader';
import { type FoundRow, type FoundTables, TABLES } from '../tables/edition-tables.ts';
import { readFields, readLines } from './word-lines.ts';
import { checkTitles, heads, itemTitles } from './word-tables.ts';

type Grid = string[][];

/** Whether an opened Word file is one of ours: it has the table of what an edition says of itself, or items and checks. */
export const isEditionDocument = (source: Source): boolean => {
  const kinds = new Set(tablesIn(source).map((grid) => kindOf(grid)));
  const own = (['about', 'basis', 'item', 'parameters'] as const).filter((kind) => kinds.has(kind));
  return source.format === 'docx' && own.length >= 2;
};

/** The tables of an edition in a Word file. */
export function readWord(source: Source): { tables: FoundTables; problems: string[] } {
  const tables: FoundTables = { about: null, basis: [], items: [], checks: [], parameters: [], examples: [] };
  const problems: string[] = [];
  tablesIn(source).forEach((grid, index) => {
    const kind = kindOf(grid);
    const body = grid.slice(1);
    if (kind === 'about') {
      if (tables.about) problems.push('“基本信息”的表有两张，请只留一张。');
      tables.about = downwards(
        body,
        TABLES.about.columns.map(({ title }) => title),
        '基本信息',
        problems,
      );
    } else if (kind === 'item') readItem(body, tables, problems);
    else if (kind === 'basis') tables.basis.push(...across(grid, TABLES.basis.title));
    else if (kind === 'parameters') tables.parameters.push(...across(grid, TABLES.parameters.title));
    else {
      const start = (grid[0] ?? []).join('｜').slice(0, 40);
      problems.push(
        `第${index + 1}张表格（第一行是“${start}”）认不出来：原有的表格请把第一行改回原样，自己加的表格请删去。`,
      );
    }
  });
  return { tables, problems };
}

/** Each table as texts; a cell over several columns is the first of them. */
function tablesIn(source: Source): Grid[] {
  return source.blocks
    .filter((block): block is Table => block.type === 'table')
    .map(({ rows, columns }) =>
      rows.map(({ cells }) => {
        const row = Array.from({ length: columns }, () => '');
        for (const cell of cells) row[cell.column] = cell.text;
        return row;
      }),
    );
}

function kindOf([head = []]: Grid): 'about' | 'item' | 'basis' | 'parameters' | null {
  const titles = head.map(bare);
  const has = (...wanted: string[]): boolean => wanted.every((title) => titles.includes(title));
  if (has('项目', '内容') && titles.length === 2) return 'about';
  if (has(...heads.item)) return 'item';
  if (has('参数名', '数值')) return 'parameters';
  if (has('依据文件')) return 'basis';
  return null;
}

const bare = (text: string): string => text.replace(/[*＊\s]/g, '');

/** Fields one below the other. */
function downwards(body: Grid, titles: readonly string[], table: string, problems: string[]): FoundRow {
  const cells = new Map<string, string>();
  for (const [name = '', content = ''] of body) {
    const title = bare(name);
    if (title === '' && content === '') continue;
    if (!titles.includes(title))
      problems.push(`表格“${table}”里不认识项目“${name.slice(0, 20)}”，可写：${titles.join('、')}。`);
    else if (cells.has(title)) problems.push(`表格“${table}”里“${title}”写了两行，请只留一行。`);
    cells.set(title, readLines(content));
  }
  return { cells, place: (title) => `表格“${table}”的“${title}”` };
}

/** The first row is the item's, the others are its checks. */
function readItem([own, ...checks]: Grid, tables: FoundTables, problems: string[]): void {
  const [code = '', content = '', setting = ''] = own ?? [];
  const where = `条目 ${code || '（没有代码）'}`;
  const item = readSetting(setting, itemTitles, where, problems);
  item.set('条目代码', code);
  item.set('内容', readLines(content));
  tables.items.push({ cells: item, place: (title) => `${where}的“${title}”` });
  for (const [id = '', sentence = '', said = ''] of checks) {
    if (id === '' && sentence === '' && said === '') continue;
    const whose = `${where} 的检查 ${id || '（没有编号）'}`;
    const check = readSetting(said, checkTitles, whose, problems);
    check.set('条目代码', code);
    check.set('检查编号', id);
    tables.checks.push({ cells: check, place: (title) => `${whose}的“${title}”` });
  }
}

function readSetting(
  cell: string,
  titles: ReadonlySet<string>,
  where: string,
  problems: string[],
): Map<string, string> {
  const read = readFields(cell, titles);
  if ('fields' in read) return read.fields;
  problems.push(
    `${where}的“设定”里看不懂“${read.line.slice(0, 30)}”：请写成“项目：内容”，每个项目写一次，接着上一行的以“│”开头。项目可写：${[...titles].join('、')}。`,
  );
  return new Map();
}

/** Rows under their titles. */
function across([head = [], ...body]: Grid, table: string): FoundRow[] {
  const titles = head.map(bare);
  return body
    .map((row, index) => ({
      cells: new Map(row.map((cell, i) => [titles[i] ?? '', readLines(cell)] as const)),
      place: (title: string) => `表格“${table}”第${index + 2}行的“${title}”`,
    }))
    .filter(({ cells }) => [...cells.values()].some((cell) => cell !== ''));
}
