import { inflatePart, newBudget } from './inflate-part.ts';
import { noteParts } from './mark-notes.ts';
import { markSheet } from './mark-sheet.ts';
import { markStyles } from './mark-styles.ts';
import type { SheetMarks } from './marks.ts';
import type { Workbook } from './open-workbook.ts';
import { writeZip, type ZipPart } from './write-zip.ts';

/** The same workbook with every fault in red, noted at its cell and said in a column of its own. */
export async function markWorkbook(book: Workbook, sheets: readonly SheetMarks[]): Promise<Uint8Array> {
  const changed = new Map<string, string | AsyncIterable<string>>();
  const read = (name: string): Promise<string | undefined> => readText(book, name);
  const styles = markStyles(await read('xl/styles.xml'));
  if (styles) changed.set('xl/styles.xml', styles.text);
  let types = (await read('[Content_Types].xml')) ?? '';
  for (const [i, sheet] of sheets.entries()) {
    const notes = await noteParts(read, sheet, i + 1);
    for (const [name, text] of notes.parts) changed.set(name, text);
    types = notes.contentTypes(types);
    changed.set(sheet.part, markSheet(textPieces(book, sheet.part), sheet, styles, notes.drawing));
  }
  changed.set('[Content_Types].xml', types);
  return writeZip(allParts(book, changed));
}

function* allParts(book: Workbook, changed: Map<string, string | AsyncIterable<string>>): Generator<ZipPart> {
  for (const [name, entry] of book.entries) {
    const content = changed.get(name);
    yield content === undefined ? { name, taken: entry, from: book.bytes } : { name, content };
  }
  for (const [name, content] of changed) if (!book.entries.has(name)) yield { name, content };
}

async function* textPieces(book: Workbook, part: string): AsyncGenerator<string> {
  const entry = book.entries.get(part);
  if (!entry) return;
  const decoder = new TextDecoder();
  for await (const piece of inflatePart(book.bytes, entry, newBudget()))
    yield decoder.decode(piece, { stream: true });
}

async function readText(book: Workbook, name: string): Promise<string | undefined> {
  if (!book.entries.has(name)) return undefined;
  let text = '';
  for await (const piece of textPieces(book, name)) text += piece;
  return text;
}
