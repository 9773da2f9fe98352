import {
  type Cell,
  type CellStyle,
  type CellValue,
  type DataValidation,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx';
import { columnLetters } from './cell.ts';
import { withColumnFormats } from './column-formats.ts';

/** A column to write. `values` become a drop-down list; `kind` decides the cell format. */
export type ColumnDraft = {
  title: string;
  kind: 'text' | 'number';
  width: number;
  required?: boolean;
  note?: string;
  values?: readonly string[];
  /** The list is offered, other words may be written all the same. */
  open?: boolean;
};

export type CellDraft = string | number | null;

/**
 * A sheet to write: a title line, the column titles, and (in templates) a line of explanation and an example.
 * Column A counts the rows and says 说明 and 示例; it is written by itself.
 */
export type SheetDraft = {
  name: string;
  title: string;
  columns: readonly ColumnDraft[];
  explained?: boolean;
  example?: readonly CellDraft[];
  rows: readonly (readonly CellDraft[])[];
  /** Too many columns for one page: printed over several, the first columns repeated on each. */
  wide?: { repeated: number };
  /** Rows are as high as what stands in them. */
  fitted?: boolean;
};

export type WorkbookDraft = { sheets: readonly SheetDraft[]; about: Record<string, string> };

/** The name of the very hidden sheet that says which template and version a workbook is of. */
export const aboutSheet = '模板信息';
const listSheet = '可填内容';
const typedRows = 2000;

const line = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const border = { top: line, right: line, bottom: line, left: line };
const font = { name: '宋体', size: 11 };
const titleStyle: CellStyle = {
  font: { name: '黑体', size: 16 },
  alignment: { horizontal: 'left', vertical: 'center' },
};
const headStyle = (required: boolean): CellStyle => ({
  font: { name: '黑体', size: 11, color: { rgb: required ? 'B42318' : '1F2937' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EDF3' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border,
});
const noteStyle: CellStyle = {
  font: { name: '宋体', size: 9, color: { rgb: '6B7280' } },
  alignment: { vertical: 'top', wrapText: true },
  border,
};
const exampleStyle: CellStyle = {
  font: { ...font, italic: true, color: { rgb: '6B7280' } },
  numFmt: '@',
  border,
};
const textStyle: CellStyle = { font, numFmt: '@', border, alignment: { vertical: 'center', wrapText: true } };
const numberStyle: CellStyle = { font, border, alignment: { vertical: 'center' } };

/** A workbook as .xlsx. Texts are text cells in text format, so nothing in them can act as a formula. */
export async function writeWorkbook(draft: WorkbookDraft): Promise<Uint8Array> {
  const lists = collectLists(draft.sheets);
  const sheets = draft.sheets.map((sheet) => writeSheet(asWritten(sheet), lists));
  if (lists.size > 0) sheets.push(listsSheet(lists));
  const about = Object.entries(draft.about).map(([key, value]) => [key, value]);
  sheets.push({ name: aboutSheet, rows: about, veryHidden: true });
  const properties = { title: draft.sheets[0]?.title ?? '' };
  const bytes = await writeXlsx({ sheets, defaultFont: font, properties });
  return withColumnFormats(
    bytes,
    draft.sheets.map((sheet) => leadRows(sheet) + 1),
  );
}

/** `_x000D_` in a text stands for a character to Excel: its sign is written as such a code itself. */
const asWritten = (sheet: SheetDraft): SheetDraft => ({
  ...sheet,
  rows: sheet.rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? cell.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : cell)),
  ),
});

type Lists = Map<string, { column: number; values: readonly string[] }>;

function collectLists(sheets: readonly SheetDraft[]): Lists {
  const lists: Lists = new Map();
  for (const { columns } of sheets) {
    for (const { values } of columns) {
      const key = values?.join('\n');
      if (values && key && !lists.has(key)) lists.set(key, { column: lists.size, values });
    }
  }
  return lists;
}

function listsSheet(lists: Lists): WriteSheet {
  const all = [...lists.values()];
  const height = Math.max(...all.map(({ values }) => values.length));
  const rows = Array.from({ length: height }, (_, i) => all.map(({ values }) => values[i] ?? null));
  return { name: listSheet, rows, hidden: true };
}

function writeSheet(sheet: SheetDraft, lists: Lists): WriteSheet {
  const lead: CellValue[][] = [[sheet.title], ['序号', ...sheet.columns.map(headTitle)]];
  if (sheet.explained) lead.push(['说明', ...sheet.columns.map(({ note }) => note ?? '')]);
  if (sheet.example) lead.push(['示例', ...sheet.example]);
  const body = sheet.rows.map((row, i) => [i + 1, ...row]);
  // a blank row carries the column formats when there is no data
  const rows = [...lead, ...(body.length > 0 ? body : [[null, ...sheet.columns.map(() => null)]])];
  return {
    name: sheet.name,
    rows,
    cells: styledCells(sheet, rows, lead.length),
    columns: [
      { width: 6, style: { font } },
      ...sheet.columns.map(({ width, kind }) => ({
        width,
        style: kind === 'text' ? textStyle : numberStyle,
      })),
    ],
    merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: sheet.columns.length }],
    freezePane: { rows: 2, columns: sheet.wide?.repeated ?? 1 },
    dataValidations: validations(sheet, lists, lead.length),
    rowDefs: new Map([
      [0, { height: 30 }],
      [1, { height: 32 }],
      ...noteHeight(sheet),
      ...rowHeights(sheet, lead.length),
    ]),
    pageSetup: printing(sheet),
  };
}

const printing = ({ wide }: SheetDraft): NonNullable<WriteSheet['pageSetup']> => ({
  paperSize: 'a4',
  orientation: 'landscape',
  printTitlesRow: '$2:$2',
  ...(wide
    ? { scale: 60, printTitlesColumn: `$A:$${columnLetters(wide.repeated - 1)}` }
    : { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
});

const leadRows = (sheet: SheetDraft): number => 2 + (sheet.explained ? 1 : 0) + (sheet.example ? 1 : 0);

const headTitle = ({ title, required }: ColumnDraft): string => (required ? `${title}*` : title);

function noteHeight(sheet: SheetDraft): [number, { height: number }][] {
  if (!sheet.explained) return [];
  const lines = sheet.columns.map(({ note, width }) => Math.ceil(((note?.length ?? 0) * 1.9) / width));
  return [[2, { height: Math.min(160, Math.max(28, 13 * Math.max(...lines))) }]];
}

const lineHeight = 15;
/** The highest row there may be, in points. */
const highest = 409;

function rowHeights({ fitted, rows, columns }: SheetDraft, lead: number): [number, { height: number }][] {
  if (!fitted) return [];
  return rows.map((row, r) => {
    const lines = columns.map(({ width }, i) => countLines(String(row[i] ?? ''), width));
    return [lead + r, { height: Math.min(highest, lineHeight * Math.max(1, ...lines) + 3) }];
  });
}

/** A Chinese character is as wide as two letters; the last letter of a line often finds no room. */
const countLines = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => {
    const letters = [...line].reduce((all, sign) => all + (sign.charCodeAt(0) < 256 ? 1 : 2), 0);
    return sum + Math.max(1, Math.ceil(letters / Math.max(1, width - 2)));
  }, 0);

function styledCells(sheet: SheetDraft, rows: CellValue[][], lead: number): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  const put = (row: number, column: number, style: CellStyle): void => {
    cells.set(`${row},${column}`, { style, value: rows[row]?.[column] ?? null });
  };
  put(0, 0, titleStyle);
  put(1, 0, headStyle(false));
  for (const [i, { required }] of sheet.columns.entries()) put(1, i + 1, headStyle(required ?? false));
  for (let row = 2; row < lead; row++) {
    const style = sheet.explained && row === 2 ? noteStyle : exampleStyle;
    for (let column = 0; column <= sheet.columns.length; column++) put(row, column, style);
  }
  put(lead, 0, { font });
  for (const [i, { kind }] of sheet.columns.entries())
    put(lead, i + 1, kind === 'text' ? textStyle : numberStyle);
  return cells;
}

function validations(sheet: SheetDraft, lists: Lists, lead: number): DataValidation[] {
  return sheet.columns.flatMap(({ values, title, open }, i) => {
    const list = values && lists.get(values.join('\n'));
    if (!list) return [];
    const letter = columnLetters(i + 1);
    const from = columnLetters(list.column);
    return [
      {
        type: 'list' as const,
        range: `${letter}${lead + 1}:${letter}${lead + Math.max(typedRows, sheet.rows.length)}`,
        formula1: `${listSheet}!$${from}$1:$${from}$${list.values.length}`,
        allowBlank: true,
        showErrorMessage: !open,
        errorStyle: 'stop' as const,
        errorTitle: '不在可填的范围里',
        errorMessage: `“${title}”请从下拉列表中选择。`,
      },
    ];
  });
}
