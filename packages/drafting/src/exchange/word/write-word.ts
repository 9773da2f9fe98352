import { type ReportBlock, type ReportTable, writeReport } from '@hujian/documents';
import { sentenceTitle } from '../tables/check-columns.ts';
import type { Column } from '../tables/column.ts';
import { TABLES, type WrittenCell, type WrittenTables } from '../tables/edition-tables.ts';
import { writeFields, writeLines } from './word-lines.ts';
import { checkTitles, heads, itemTitles } from './word-tables.ts';

const notes = [
  '这是一份标准的全部内容，可以打印，也可以在 Word 或 WPS 里改好存为 .docx，再在“标准库”里读入，成为一份草案；原来的版本不变。',
  '读入时只看表格，请保留每张表的第一行。每个条目一张表：第一行是条目的代码、内容和设定，以下每行是一项检查的编号、意思和设定。检查的“意思”由程序写成，只供核对。“设定”里每个项目写成“项目：内容”，项目之间空一个全角空格或另起一行；一处有几个词的用顿号隔开。以“│”开头的一行，是接着上一行的。',
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
      plainTable(heads.basis, [5, 2.4, 2.6, 2.6, 4], tables.basis),
    ],
    annexes: [
      { title: '条目和检查', wide: true, blocks: itemBlocks(tables) },
      {
        title: '参数',
        wide: true,
        blocks: [
          {
            kind: 'paragraph',
            text: '参数是带日期和依据的数字，检查点里用“名称（参数名）”引用。同一参数有几个值的，各占一行，名称、单位只写在第一行。',
          },
          plainTable(
            heads.parameters,
            [4.4, 4.4, 1.4, 1.9, 2.7, 1.7, 4.6, 2.2, 2.6, 2.7, 3.6],
            tables.parameters,
          ),
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
      { title: head[0], share: 2 },
      { title: head[1], share: 12 },
    ],
    rows: lines.filter(([, content]) => content !== ''),
  };
}

const aboutTable = (tables: WrittenTables): ReportTable =>
  downwards(['项目', '内容'], TABLES.about.columns, tables.about[0] ?? []);

/** Chapters under their headings; each item is one table, its own row first and a row for each of its checks. */
function itemBlocks(tables: WrittenTables): ReportBlock[] {
  const at = indexOf(TABLES.items.columns);
  let chapter = '';
  return tables.items.flatMap((row): ReportBlock[] => {
    const cell = (title: string): string => textOf(row[at(title)]);
    const own = `${cell('章次')}、${cell('章名')}`;
    const heading: ReportBlock[] = own === chapter ? [] : [{ kind: 'heading', level: 1, text: own }];
    chapter = own;
    const code = cell('条目代码');
    const checks = tables.checks.filter((check) => textOf(check[0]) === code);
    return [
      ...heading,
      { kind: 'heading', level: 3, text: `${cell('序号或条号')}　${cell('标题')}（${cell('分值')}分）` },
      {
        kind: 'table',
        small: true,
        columns: heads.item.map((title, i) => ({ title, share: [2, 5, 7][i] ?? 2 })),
        rows: [
          [code, writeLines(cell('内容')), fieldsOf(row, TABLES.items.columns, itemTitles)],
          ...checks.map(checkRow),
        ],
      },
    ];
  });
}

const indexOf =
  (columns: readonly Column[]) =>
  (title: string): number =>
    columns.findIndex((column) => column.title === title);

function checkRow(row: readonly WrittenCell[]): string[] {
  const { columns } = TABLES.checks;
  const at = indexOf(columns);
  return [textOf(row[at('检查编号')]), textOf(row[at(sentenceTitle)]), fieldsOf(row, columns, checkTitles)];
}

function fieldsOf(
  row: readonly WrittenCell[],
  columns: readonly Column[],
  titles: ReadonlySet<string>,
): string {
  const fields = columns.flatMap(({ title }, i): [string, string][] => {
    const value = textOf(row[i]);
    return value === '' || !titles.has(title) ? [] : [[title, value]];
  });
  return writeFields(fields, titles);
}
