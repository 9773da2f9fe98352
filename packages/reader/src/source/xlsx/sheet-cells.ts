import { attribute, columnOf, type Workbook, type XmlListener } from '@hujian/documents';
import { mostParagraphs, refusal } from '../refusals.ts';
import type { CellFormat } from './cell-formats.ts';
import { general, showNumber } from './show-number.ts';

/** A cell with something to show. `row` counts from 1, `column` from 0, as do the corners of a merge. */
export interface ShownCell {
  row: number;
  column: number;
  text: string;
  format: CellFormat | undefined;
}

export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

const longestCell = 32_767;
const mostMerges = 100_000;
const lastColumn = 16_383;

/** Listens to the part of one sheet and gathers what it shows. */
export class SheetCells implements XmlListener {
  readonly cells: ShownCell[] = [];
  readonly merges: Merge[] = [];
  readonly hiddenRows = new Set<number>();
  /** 1 for a column that is hidden. */
  readonly hiddenColumns = new Uint8Array(lastColumn + 1);
  /** Rows with a formula whose value the file does not hold. */
  readonly unvalued = new Set<number>();
  /** Rows with a text longer than a cell may hold. */
  readonly tooLong = new Set<number>();
  private readonly book: Workbook;
  private readonly formats: CellFormat[];
  private row = 0;
  private column = -1;
  private type = '';
  private style = 0;
  private value = '';
  private formula = false;
  private listening = false;
  private phonetic = 0;

  constructor(book: Workbook, formats: CellFormat[]) {
    this.book = book;
    this.formats = formats;
  }

  open(name: string, attributes: string): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'v') this.listening = true;
    else if (name === 't') this.listening = this.phonetic === 0;
    else if (name === 'f') this.formula = true;
    else if (name === 'rPh') this.phonetic++;
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'mergeCell') this.addMerge(attribute(attributes, 'ref') ?? '');
    else if (name === 'col' && isTrue(attribute(attributes, 'hidden'))) {
      const from = Number(attribute(attributes, 'min') ?? 0) - 1;
      this.hiddenColumns.fill(1, Math.max(0, from), Number(attribute(attributes, 'max') ?? 0));
    }
  }

  text(piece: string): void {
    if (this.listening && this.value.length <= longestCell) this.value += piece;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.listening = false;
    else if (name === 'rPh') this.phonetic--;
    else if (name === 'c') this.closeCell();
  }

  private openRow(attributes: string): void {
    this.row = Number(attribute(attributes, 'r') ?? this.row + 1);
    this.column = -1;
    if (isTrue(attribute(attributes, 'hidden'))) this.hiddenRows.add(this.row);
  }

  private openCell(attributes: string): void {
    const reference = attribute(attributes, 'r');
    this.column = reference ? columnOf(reference) : this.column + 1;
    this.type = attribute(attributes, 't') ?? 'n';
    this.style = Number(attribute(attributes, 's') ?? 0);
    this.value = '';
    this.formula = false;
  }

  private closeCell(): void {
    if (this.column < 0 || this.column > lastColumn) return;
    if (this.formula && this.value === '') this.unvalued.add(this.row);
    const format = this.formats[this.style];
    const text = this.shown(format?.code ?? 'General');
    if (text === '') return;
    if (this.cells.length >= mostParagraphs) throw refusal('too-long');
    this.cells.push({ row: this.row, column: this.column, text, format });
  }

  private shown(code: string): string {
    const { value, type } = this;
    if (value.length > longestCell) return this.refuseLength();
    if (type === 's') {
      const text = this.book.strings[Number(value)] ?? '';
      return text.startsWith('\0') ? this.refuseLength() : tidy(text);
    }
    if (type === 'b') return value === '1' ? 'TRUE' : value === '' ? '' : 'FALSE';
    if (type !== 'n') return tidy(unescaped(value));
    if (value.trim() === '') return '';
    const number = Number(value);
    if (!Number.isFinite(number)) return tidy(value);
    return code === 'General' ? general(number) : showNumber(number, code, this.book.from1904);
  }

  private refuseLength(): string {
    this.tooLong.add(this.row);
    return '';
  }

  private addMerge(reference: string): void {
    const found = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference);
    if (!found || this.merges.length >= mostMerges) return;
    const [left, right] = [columnOf(found[1] ?? ''), columnOf(found[3] ?? '')];
    this.merges.push({ top: Number(found[2]), left, bottom: Number(found[4]), right });
  }
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').trim();
