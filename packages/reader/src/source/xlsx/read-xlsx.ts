import { openWorkbook, type Workbook } from '@hujian/documents';
import { noteOutside } from '../office/note-outside.ts';
import {
  countParts,
  listRelations,
  type OfficePackage,
  scanPart,
  sourceProblemOf,
} from '../office/open-package.ts';
import { mostCharacters, refusal } from '../refusals.ts';
import type { Block, Source, SourceNote } from '../source.ts';
import { readCellFormats } from './cell-formats.ts';
import { layOutSheet } from './lay-out-sheet.ts';
import { SheetCells } from './sheet-cells.ts';

/** Reads every sheet of a workbook that a person sees, as it shows; throws SourceProblem. */
export async function readXlsx(office: OfficePackage): Promise<Source> {
  const book = await open(office);
  const formats = await readCellFormats(office);
  const blocks: Block[] = [];
  const notes: SourceNote[] = noteOutside(office, []).map((text) => ({ text }));
  let characters = 0;
  for (const sheet of book.sheets) {
    if (sheet.hidden) {
      notes.push({ text: `工作表“${sheet.name}”是隐藏的，没有读。需要时请先取消隐藏。` });
      continue;
    }
    const cells = new SheetCells(book, formats);
    await scanPart(office, sheet.part, cells);
    characters += cells.cells.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > mostCharacters) throw refusal('too-long');
    const table = layOutSheet(sheet.name, cells);
    if (table) blocks.push(table);
    notes.push(...noteSheet(sheet.name, cells), ...(await noteLinks(office, sheet.part, sheet.name)));
  }
  const images = countParts(office, /^xl\/media\//);
  if (blocks.length === 0) throw refusal(images > 0 ? 'scanned' : 'no-text');
  notes.push(...(await noteDrawn(office, images)));
  return { format: 'xlsx', blocks, notes };
}

async function open(office: OfficePackage): Promise<Workbook> {
  try {
    return await openWorkbook(office.bytes, office.budget, { leaveMacros: true });
  } catch (thrown) {
    throw sourceProblemOf(thrown);
  }
}

/** What lies on a sheet beside its cells. */
async function noteDrawn(office: OfficePackage, images: number): Promise<SourceNote[]> {
  const texts: string[] = [];
  if (images > 0) texts.push(`有 ${images} 张图片，图片里的文字没有读。`);
  let boxes = 0;
  for (const name of office.entries.keys()) {
    if (!/^xl\/drawings\/drawing\d*\.xml$/.test(name)) continue;
    const count = (element: string): void => {
      if (element === 'txBody') boxes++;
    };
    await scanPart(office, name, { open: count, text: () => undefined, close: () => undefined });
  }
  if (boxes > 0) texts.push(`有 ${boxes} 个文本框或图形，里面的文字没有读。需要的，请移到单元格里。`);
  const comments = countParts(office, /^xl\/comments\d*\.xml$/);
  if (comments > 0) texts.push('有批注，批注里的文字没有读。');
  return texts.map((text) => ({ text }));
}

async function noteLinks(office: OfficePackage, part: string, sheet: string): Promise<SourceNote[]> {
  const outside = (await listRelations(office, part)).filter(({ external }) => external);
  return outside.length === 0
    ? []
    : [{ text: `工作表“${sheet}”有 ${outside.length} 个链接，只读了文字，没有打开。` }];
}

function noteSheet(sheet: string, found: SheetCells): SourceNote[] {
  const notes: SourceNote[] = [];
  const rows = [...found.hiddenRows].sort((a, b) => a - b);
  const withText = new Set(found.cells.map(({ row }) => row));
  const hidden = rows.filter((row) => withText.has(row));
  const [first] = hidden;
  if (first !== undefined) {
    notes.push({
      text: `工作表“${sheet}”的第 ${listRows(hidden)} 行是隐藏的，没有读。需要时请先取消隐藏。`,
      at: { sheet, row: first },
    });
  }
  if (found.cells.some(({ column }) => found.hiddenColumns[column] === 1))
    notes.push({ text: `工作表“${sheet}”有隐藏的列，没有读。需要时请先取消隐藏。` });
  for (const row of [...found.tooLong].slice(0, 20)) {
    notes.push({ text: `第 ${row} 行有一格的文字过长（超过 32767 字），没有读。`, at: { sheet, row } });
  }
  for (const row of [...found.unvalued].slice(0, 20)) {
    notes.push({
      text: `第 ${row} 行有公式没有存下结果，没有读。请在 Excel 里打开重新保存。`,
      at: { sheet, row },
    });
  }
  return notes;
}

/** 3、5–8 */
function listRows(rows: number[]): string {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  const shown = runs.slice(0, 10).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return shown.join('、') + (runs.length > 10 ? ' 等' : '');
}
