import { type ReportBlock, type ReportTable, writeReport } from '@hujian/documents';
import type { Column } from '../tables/column.ts';
import { TABLES, type WrittenCell, type WrittenTables } from '../tables/edition-tables.ts';
import { writeFields, writeLines } from './word-lines.ts';
import { chapterField, heads, settingColumns, wideBlank } from './word-tables.ts';

const notes = [
  '这是一份标准的全部内容，可以打印，也可以在 Word 或 WPS 里改好存为 .docx，再在“标准库”里读入，成为一份草案；原来的版本不变。',
  '读入时只看表格。请保留每张表的第一行和左边的项目名；“意思”由程序写成，只供核对。“设定”里一行一个项目，写成“项目：内容”；一处有几个词的用顿号隔开。以“│”开头的一行，是接着上一行的。',
];

/** An edition as a document in the house's layout; its tables carry all of it but the acceptance examples. */
export function writeWord(title: string, tables: WrittenTables): Promise<Uint8Array> {
  return writeReport({
    title: breakTitle(title),
    blocks: [
      ...notes.map((text): ReportBlock => ({ kind: 'paragraph', text })),
      { kind: 'heading', level: 1, text: '基本信息' },
      aboutTable(tables),
      { kind: 'heading', level: 1, text: '依据' },
      plainTable(heads.basis, [5, 2.4, 2.6, 2.2, 4], tables.basis),
      ...itemBlocks(tables),
    ],
    annexes: [
      {
        title: '参数',
        wide: true,
        blocks: [
          {
            kind: 'paragraph',
            text: '参数是带日期和依据的数字，检查点里用“名称（参数名）”引用。同一参数有几个值的，各占一行，名称、单位只写在第一行。',
          },
          plainTable(heads.parameters, [4, 4.5, 1.4, 2.2, 2.6, 1.8, 5, 2.2, 2.6, 2.6, 4], tables.parameters),
        ],
      },
    ],
  });
}

/** A long title breaks in front of its brackets. */
const breakTitle = (title: string): string =>
  title.length > 20 ? title.replace(/(?<=.{6})(（[^（）]*）)$/, '\n$1') : title;

const textOf = (cell: WrittenCell | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell);

const plainTable = (
  titles: readonly string[],
  shares: readonly number[],
  rows: readonly WrittenCell[][],
): ReportTable => ({
  kind: 'table',
  small: true,
  columns: titles.map((title, i) => ({ title, share: shares[i] ?? 2 })),
  rows: rows.map((row) => row.map((cell) => writeLines(textOf(cell)))),
});

/** What is said, downwards; lines that are empty are left out. */
function downwards(
  head: readonly [string, string],
  columns: readonly Column[],
  row: readonly WrittenCell[],
): ReportTable {
  const lines = columns.map((column, i) => [column.title, writeLines(textOf(row[i]))]);
  return {
    kind: 'table',
    small: true,
    columns: [
      { title: head[0], share: 2.2 },
      { title: head[1], share: 9.8 },
    ],
    rows: lines.filter(([, content]) => content !== ''),
  };
}

const aboutTable = (tables: WrittenTables): ReportTable =>
  downwards(['项目', '内容'], TABLES.about.columns, tables.about[0] ?? []);

/** Chapters under their headings, each item with its table and the table of its checks. */
function itemBlocks(tables: WrittenTables): ReportBlock[] {
  let chapter = '';
  return tables.items.flatMap((row): ReportBlock[] => {
    const [number, title, code, itemNumber, itemTitle] = row.map(textOf);
    const own = `${number}${wideBlank}${title}`;
    const heading: ReportBlock[] =
      own === chapter ? [] : [{ kind: 'heading', level: 1, text: `${number}、${title}` }];
    chapter = own;
    const rest = TABLES.items.columns.slice(2);
    const table = downwards([heads.item, `${itemNumber}${wideBlank}${itemTitle}`], rest, row.slice(2));
    return [
      ...heading,
      { kind: 'heading', level: 3, text: `${itemNumber}${wideBlank}${itemTitle}` },
      { ...table, rows: [[chapterField, own], ...table.rows] },
      // two tables without a line between them would be one
      { kind: 'paragraph', text: '本条的检查：' },
      checksTable(tables.checks.filter((check) => textOf(check[0]) === code)),
    ];
  });
}

function checksTable(rows: readonly WrittenCell[][]): ReportTable {
  const columns: readonly Column[] = TABLES.checks.columns;
  const at = (title: string): number => columns.findIndex((column) => column.title === title);
  const [item, id, sentence] = heads.checks.map(at);
  return {
    kind: 'table',
    small: true,
    columns: heads.checks.map((title, i) => ({ title, share: [1.9, 2.3, 4, 4.6][i] ?? 2 })),
    rows: rows.map((row) => {
      const fields = settingColumns.flatMap((column): [string, string][] => {
        const value = textOf(row[columns.indexOf(column)]);
        return value === '' ? [] : [[column.title, value]];
      });
      const cells = [item, id, sentence].map((index) => textOf(row[index ?? 0]));
      return [...cells, writeFields(fields)];
    }),
  };
}
