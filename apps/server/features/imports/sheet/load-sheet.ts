import {
  type CellMark,
  cleanText,
  columnLetters,
  maxMarks,
  type RawRow,
  readRows,
  type SheetMarks,
  type SheetPart,
  type Workbook,
} from '@hujian/documents';
import type { Trx } from '../../../database/door.ts';
import type { SheetPlan, SqlType } from '../column.ts';
import { findHeader, type Header } from './find-header.ts';
import { type ReadContext, RowReader } from './read-row.ts';
import { Stage, type StageWriter } from './stage.ts';
import { matchColumns } from './staged-columns.ts';

export interface SampleRow {
  row: number;
  cells: string[];
}

const headerWithin = 20;
const sampleSize = 50;
const skippedWords = new Set(['示例', '说明', '例']);

/** One sheet on its way in: its staged rows, its faults, and what the preview shows of it. */
export class LoadedSheet {
  readonly plan: SheetPlan;
  readonly part: SheetPart;
  readonly stage: Stage;
  header: Header | undefined;
  rows = 0;
  faults = 0;
  lastColumn = 0;
  readonly marks: CellMark[] = [];
  readonly sample: SampleRow[] = [];

  constructor(plan: SheetPlan, part: SheetPart, stage: Stage) {
    this.plan = plan;
    this.part = part;
    this.stage = stage;
  }

  /** Notes a fault at the cell of a column; a column that the sheet lacks is told at the first cell of the row. */
  fault(row: number, key: string, message: string): void {
    this.faults++;
    if (this.marks.length >= maxMarks) return;
    this.marks.push({ row, column: this.header?.at.get(key) ?? 0, message });
  }

  cellName({ row, column }: CellMark): string {
    return `${columnLetters(column)}${row}`;
  }

  get marked(): SheetMarks {
    const words = this.header?.words ?? Math.max(this.lastColumn, this.header?.last ?? 0) + 1;
    return { part: this.part.part, marks: this.marks, headerRow: this.header?.row ?? 1, wordsColumn: words };
  }
}

/** Told the sheet and how many bytes the file says it unfolds to. */
export type StartWriter = (sheet: LoadedSheet, size: number) => StageWriter | undefined;

const extraColumns = (plan: SheetPlan): { key: string; type: SqlType }[] => [
  ...(plan.people ?? []).map(({ into }) => ({ key: into, type: 'bigint' as const })),
  ...matchColumns,
  { key: 'activity_row', type: 'integer' },
];

/**
 * Reads a sheet through to its staging table, row by row; `progress` hears how many rows were read. A writer takes rows
 * on from there while the rest is read.
 */
export async function loadSheet(
  trx: Trx,
  book: Workbook,
  part: SheetPart,
  plan: SheetPlan,
  context: ReadContext,
  progress: (rows: number) => void,
  startWriter?: StartWriter,
): Promise<LoadedSheet> {
  const columns = new RowReader(
    plan,
    { row: 0, at: new Map(), missing: [], words: undefined, last: 0 },
    context,
  ).columns;
  const stage = await Stage.create(
    trx,
    `incoming_${plan.record?.table ?? 'attendance'}`,
    columns,
    extraColumns(plan),
  );
  const sheet = new LoadedSheet(plan, part, stage);
  stage.writer = startWriter?.(sheet, book.entries.get(part.part)?.size ?? 0);
  let reader: RowReader | undefined;
  let seen = 0;
  for await (const rows of readRows(book, part)) {
    for (const row of rows) {
      seen++;
      const full = reader && takeRow(sheet, reader, row);
      if (full) await full;
      if (!reader && seen <= headerWithin) reader = openHeader(sheet, row, context);
    }
    progress(seen);
  }
  if (!sheet.header) sheet.fault(1, '', `没有找到表头，请使用下载的“${plan.title}”模板，不要改动列名`);
  await stage.finish();
  return sheet;
}

function openHeader(sheet: LoadedSheet, row: RawRow, context: ReadContext): RowReader | undefined {
  const header = findHeader(sheet.plan, row);
  if (!header) return undefined;
  sheet.header = header;
  for (const { key, title } of header.missing)
    sheet.fault(row.row, key, `缺少“${title}”列，请补上或重新下载模板`);
  return new RowReader(sheet.plan, header, context);
}

/** Stages a row or notes its faults; what it gives back is to be waited for. */
function takeRow(sheet: LoadedSheet, reader: RowReader, raw: RawRow): Promise<unknown> | undefined {
  const { header } = sheet;
  if (!header || isSkipped(raw) || !holdsData(raw, header)) return undefined;
  sheet.rows++;
  for (const { column } of raw.cells)
    if (column > sheet.lastColumn && column !== header.words) sheet.lastColumn = column;
  if (sheet.sample.length < sampleSize)
    sheet.sample.push({ row: raw.row, cells: shown(sheet.plan, header, raw) });
  const read = header.missing.length > 0 ? { faults: [] } : reader.read(raw);
  if ('values' in read) return sheet.stage.push({ row: raw.row, values: read.values });
  for (const { key, message } of read.faults) sheet.fault(raw.row, key, message);
  return undefined;
}

/** The line of explanation and the example say so in their first cell. */
const isSkipped = ({ cells }: RawRow): boolean =>
  cells[0]?.kind === 'text' && skippedWords.has(cleanText(cells[0].text));

function holdsData({ cells }: RawRow, header: Header): boolean {
  for (const column of header.at.values()) {
    if (cells.some((cell) => cell.column === column && (cell.kind !== 'text' || cleanText(cell.text) !== '')))
      return true;
  }
  return false;
}

/** What the preview shows: the cells in the plan's order, secrets hidden. */
function shown(plan: SheetPlan, header: Header, { cells }: RawRow): string[] {
  return plan.columns.map(({ key, kind }) => {
    const text = cells.find(({ column }) => column === header.at.get(key))?.text.slice(0, 60) ?? '';
    return (kind === 'identity' || kind === 'phone') && text !== '' ? '******' : text;
  });
}
