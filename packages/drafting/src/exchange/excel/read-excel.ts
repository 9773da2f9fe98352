import {
  columnLetters,
  dayOfSerial,
  openWorkbook,
  type RawCell,
  type RawRow,
  readRows,
  refuseCell,
  type SheetPart,
  type Workbook,
} from '@hujian/documents';
import { tidyText } from '../form/tidy-text.ts';
import { type FoundRow, type FoundTables, TABLES, type TableName } from '../tables/edition-tables.ts';

/** Whether a workbook is one of ours: the sheets of an edition stand in it under their names. */
export const isEditionBook = (sheets: readonly { name: string }[]): boolean => {
  const names = new Set(sheets.map(({ name }) => name.trim()));
  const own = (['about', 'basis', 'items', 'checks', 'parameters'] as const).map(
    (name) => TABLES[name].title,
  );
  return own.filter((name) => names.has(name)).length >= 3 && (names.has('条目') || names.has('检查点'));
};

/** The tables in a workbook; throws FileProblem for a file that cannot be opened. */
export async function readExcel(
  bytes: Uint8Array,
): Promise<{ tables: FoundTables; problems: string[] } | { tables: null; problems: string[] }> {
  const book = await openWorkbook(bytes);
  if (!isEditionBook(book.sheets)) {
    const names = book.sheets.map(({ name }) => `“${name}”`).join('、');
    return {
      tables: null,
      problems: [
        `这个工作簿不是互鉴导出的标准：里面的工作表是${names}，应有“基本信息”“依据”“条目”“检查点”“参数”。`,
      ],
    };
  }
  const problems: string[] = [];
  const rowsOf = (name: Exclude<TableName, 'about'>): Promise<FoundRow[]> => readTable(book, name, problems);
  const tables: FoundTables = {
    about: await readAbout(book, problems),
    basis: await rowsOf('basis'),
    items: await rowsOf('items'),
    checks: await rowsOf('checks'),
    parameters: await rowsOf('parameters'),
    examples: await rowsOf('examples'),
  };
  return { tables, problems };
}

const findSheet = (book: Workbook, title: string): SheetPart | undefined =>
  book.sheets.find(({ name }) => name.trim() === title);

async function listRows(book: Workbook, sheet: SheetPart): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of readRows(book, sheet)) rows.push(...batch);
  return rows;
}

async function readTable(
  book: Workbook,
  name: Exclude<TableName, 'about'>,
  problems: string[],
): Promise<FoundRow[]> {
  const { title, columns } = TABLES[name];
  const sheet = findSheet(book, title);
  if (!sheet) {
    if (name !== 'examples') problems.push(`缺少工作表“${title}”，请从原文件复制回来。`);
    return [];
  }
  const rows = await listRows(book, sheet);
  const head = findHead(
    rows,
    columns.map((column) => column.title),
  );
  if (!head) {
    problems.push(
      `工作表“${title}”里找不到栏目标题（${columns[0]?.title}、${columns[1]?.title}……），请从原文件复制回来。`,
    );
    return [];
  }
  const byColumn = new Map(head.cells.map((cell) => [cell.column, headTitle(cell)]));
  const titles = [...byColumn.values()];
  for (const column of columns) {
    const times = titles.filter((one) => one === column.title).length;
    if (times === 0 && !column.shown)
      problems.push(`工作表“${title}”第${head.row}行缺少“${column.title}”一栏，请加回来（可以空着）。`);
    if (times > 1)
      problems.push(`工作表“${title}”第${head.row}行有${times}个“${column.title}”，请只留一个。`);
  }
  return rows
    .filter(({ row, cells }) => row > head.row && !isExplaining(cells))
    .map(({ row, cells }) => foundRow({ book, sheet: title, row, problems }, cells, byColumn))
    .filter(({ cells }) => [...cells.values()].some((cell) => cell !== ''));
}

const headTitle = (cell: RawCell): string => cell.text.replace(/[*＊\s]/g, '');

/** The row of titles is the one of the first ten with most of them. */
function findHead(rows: readonly RawRow[], titles: readonly string[]): RawRow | undefined {
  const hits = ({ cells }: RawRow): number => cells.filter((cell) => titles.includes(headTitle(cell))).length;
  const [best] = rows.slice(0, 10).toSorted((a, b) => hits(b) - hits(a));
  return best && hits(best) >= Math.min(3, titles.length) ? best : undefined;
}

const isExplaining = (cells: readonly RawCell[]): boolean =>
  cells.some(({ column, text }) => column === 0 && ['说明', '示例'].includes(text.trim()));

interface Where {
  book: Workbook;
  sheet: string;
  row: number;
  problems: string[];
}

function foundRow(where: Where, cells: readonly RawCell[], byColumn: ReadonlyMap<number, string>): FoundRow {
  const { sheet, row } = where;
  const columns = new Map([...byColumn].map(([column, title]) => [title, column]));
  const place = (title: string): string => {
    const column = columns.get(title);
    return `工作表“${sheet}”第${row}行“${title}”${column === undefined ? '' : `（${columnLetters(column)}${row}）`}`;
  };
  const read = cells.flatMap((cell): [string, string][] => {
    const title = byColumn.get(cell.column);
    // what stands in no known column, or counts the rows, is nobody's
    return title === undefined ? [] : [[title, textIn(cell, where, place(title))]];
  });
  return { cells: new Map(read), place };
}

function textIn(cell: RawCell, { book, problems }: Where, place: string): string {
  const wrong = refuseCell(cell);
  if (wrong && !wrong.ok) {
    problems.push(`${place}：${wrong.message}。`);
    return '';
  }
  if (cell.kind === 'date') return dayOfSerial(cell.number, book.from1904) ?? cell.text;
  if (cell.kind === 'number') return String(cell.number);
  if (cell.kind === 'boolean') return cell.number === 1 ? '是' : '否';
  return tidyText(cell.text);
}

/** 基本信息 is written downwards: what stands beside the name of each field. */
async function readAbout(book: Workbook, problems: string[]): Promise<FoundRow | null> {
  const { title, columns } = TABLES.about;
  const sheet = findSheet(book, title);
  if (!sheet) return null;
  const cells = new Map<string, string>();
  const places = new Map<string, string>();
  for (const { row, cells: found } of await listRows(book, sheet)) {
    const [name, content] = [1, 2].map((column) => found.find((cell) => cell.column === column));
    const field = columns.find((column) => name && headTitle(name) === column.title)?.title;
    if (field === undefined) continue;
    const place = `工作表“${title}”第${row}行“${field}”（C${row}）`;
    if (places.has(field)) problems.push(`${place}：“${field}”写了两行，请只留一行。`);
    places.set(field, place);
    if (content) cells.set(field, textIn(content, { book, sheet: title, row, problems }, place));
  }
  return { cells, place: (field) => places.get(field) ?? `工作表“${title}”` };
}
