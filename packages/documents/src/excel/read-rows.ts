import { columnOf, maxCellText, type RawCell, type RawRow } from './cell.ts';
import { damaged, FileProblem } from './file-problem.ts';
import { inflatePart } from './inflate-part.ts';
import type { SheetPart, Workbook } from './open-workbook.ts';
import { decodeEscapes, tooLongText } from './shared-strings.ts';
import { attribute, XmlScanner } from './xml-scanner.ts';

const maxColumn = 200;
const maxRows = 400_000;

/** The rows of a sheet that hold anything, in batches of what one piece of the file yields. */
export async function* readRows(book: Workbook, sheet: SheetPart): AsyncGenerator<RawRow[], void, undefined> {
  const entry = book.entries.get(sheet.part);
  if (!entry) throw damaged(`缺少工作表“${sheet.name}”`);
  const gatherer = new RowGatherer(book);
  const scanner = new XmlScanner(gatherer);
  const decoder = new TextDecoder();
  let count = 0;
  for await (const piece of inflatePart(book.bytes, entry, book.budget)) {
    scanner.push(decoder.decode(piece, { stream: true }));
    const rows = gatherer.take();
    count += rows.length;
    if (count > maxRows) {
      throw new FileProblem('too-large', `工作表“${sheet.name}”超过 ${maxRows} 行，请分成几份上传。`);
    }
    if (rows.length > 0) yield rows;
  }
  scanner.end();
}

class RowGatherer {
  private readonly book: Workbook;
  private rows: RawRow[] = [];
  private row = 0;
  private cells: RawCell[] = [];
  private column = -1;
  private type = '';
  private style = 0;
  private value = '';
  private tooLong = false;
  private formula = false;
  private listening = false;
  private phonetic = 0;

  constructor(book: Workbook) {
    this.book = book;
  }

  take(): RawRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: string): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'v') this.listening = true;
    else if (name === 't') this.listening = this.phonetic === 0;
    else if (name === 'row') {
      this.row = Number(attribute(attributes, 'r') ?? this.row + 1);
      this.cells = [];
      this.column = -1;
    } else if (name === 'f') this.formula = true;
    else if (name === 'rPh') this.phonetic++;
  }

  text(piece: string): void {
    if (!this.listening || this.tooLong) return;
    this.value += piece;
    if (this.value.length <= maxCellText) return;
    this.tooLong = true;
    this.value = '';
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.listening = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'rPh') this.phonetic--;
    else if (name === 'row' && this.cells.length > 0) this.rows.push({ row: this.row, cells: this.cells });
  }

  private openCell(attributes: string): void {
    const reference = attribute(attributes, 'r');
    this.column = reference ? columnOf(reference) : this.column + 1;
    this.type = attribute(attributes, 't') ?? 'n';
    this.style = Number(attribute(attributes, 's') ?? 0);
    this.value = '';
    this.tooLong = false;
    this.formula = false;
  }

  private closeCell(): void {
    const { column, type, value } = this;
    if (column < 0 || column > maxColumn) return;
    if (this.formula) this.add('formula', value, 0);
    else if (this.tooLong) this.add('too-long', '', 0);
    else if (value === '') return;
    else if (type === 's') this.addText(this.book.strings[Number(value)] ?? '');
    else if (type === 'inlineStr' || type === 'str') this.addText(decodeEscapes(value));
    else if (type === 'd') this.addText(value);
    else if (type === 'e') this.add('error', value, 0);
    else if (type === 'b') this.add('boolean', value, value === '1' ? 1 : 0);
    else this.addNumber(value);
  }

  private addNumber(text: string): void {
    const number = Number(text);
    if (!Number.isFinite(number)) this.addText(text);
    else this.add(this.book.dateStyles[this.style] ? 'date' : 'number', text, number);
  }

  private addText(text: string): void {
    if (text === tooLongText) this.add('too-long', '', 0);
    else if (text.trim() !== '') this.add('text', text, 0);
  }

  private add(kind: RawCell['kind'], text: string, number: number): void {
    this.cells.push({ column: this.column, kind, text, number });
  }
}
