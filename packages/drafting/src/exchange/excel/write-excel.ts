import { type ColumnDraft, type SheetDraft, writeWorkbook } from '@hujian/documents';
import type { CellTerms } from '../cells/codec.ts';
import type { WordList } from '../cells/names.ts';
import { number } from '../cells/simple.ts';
import type { Column } from '../tables/column.ts';
import { TABLES, type TableName, type WrittenTables } from '../tables/edition-tables.ts';
import { excelNotes } from './excel-notes.ts';

/** Columns that stay in sight and are printed again on every page, with the row number in front. */
const REPEATED: Partial<Record<TableName, number>> = { items: 4, checks: 4, parameters: 3 };

export interface ExcelContext extends CellTerms {
  title: string;
  /** The words that may stand in the cells, for the last sheet. */
  words: readonly (readonly [list: string, name: string, code: string, others: string])[];
}

/** An edition as a workbook for a county officer: one sheet for each table, with drop-down lists. */
export function writeExcel(tables: WrittenTables, context: ExcelContext): Promise<Uint8Array> {
  const { title } = context;
  const sheets = (['basis', 'items', 'checks', 'parameters', 'examples'] as const).map((name): SheetDraft => {
    const repeated = REPEATED[name];
    return {
      name: TABLES[name].title,
      title: `${title}：${TABLES[name].title}`,
      columns: TABLES[name].columns.map((column) => draftColumn(column, context)),
      explained: true,
      fitted: true,
      rows: tables[name],
      ...(repeated ? { wide: { repeated } } : {}),
    };
  });
  return writeWorkbook({
    sheets: [notesSheet(title), aboutSheet(title, tables), ...sheets, wordsSheet(context)],
    about: { form: 'edition', version: '1' },
  });
}

function draftColumn(column: Column, terms: CellTerms): ColumnDraft {
  const { title, codec, note, width, required } = column;
  const values = codec.choices?.(terms);
  return {
    title,
    kind: codec === number ? 'number' : 'text',
    width,
    note,
    ...(required ? { required } : {}),
    ...(values ? { values, open: !codec.closed } : {}),
  };
}

const notesSheet = (title: string): SheetDraft => ({
  name: '说明',
  title,
  columns: [{ title: '怎样看、怎样改', kind: 'text', width: 110 }],
  fitted: true,
  rows: excelNotes.map((note) => [note]),
});

const aboutSheet = (title: string, tables: WrittenTables): SheetDraft => ({
  name: TABLES.about.title,
  title: `${title}：${TABLES.about.title}`,
  columns: [
    { title: '项目', kind: 'text', width: 20 },
    { title: '内容', kind: 'text', width: 60 },
    { title: '怎样填', kind: 'text', width: 50 },
  ],
  fitted: true,
  rows: TABLES.about.columns.map((column, i) => [column.title, tables.about[0]?.[i] ?? null, column.note]),
});

const wordsSheet = ({ title, words }: ExcelContext): SheetDraft => ({
  name: '可填的词',
  title: `${title}：可填的词`,
  columns: [
    { title: '用在哪里', kind: 'text', width: 16 },
    { title: '写法', kind: 'text', width: 30 },
    { title: '代码', kind: 'text', width: 30 },
    { title: '也可写成', kind: 'text', width: 40 },
  ],
  fitted: true,
  rows: words.map((row) => [...row]),
});

/** The lists of the vocabulary, as the last sheet names them. */
export const LIST_TITLES = {
  activities: '活动',
  figures: '数据',
  documents: '文件',
  events: '事件',
  polls: '测评谁',
  holders: '职务',
  educations: '学历',
  grades: '举办级别',
  tags: '标记',
  stages: '步骤',
} satisfies Partial<Record<WordList, string>>;
