import { columnLetters, columnOf } from './cell.ts';
import type { MarkedStyles } from './mark-styles.ts';
import { type CellMark, escapeXml, type SheetMarks, wordsTitle } from './marks.ts';

/** Rewrites a sheet row by row: faulty cells turn red, the words column is filled, all else stays as it was. */
export async function* markSheet(
  pieces: AsyncIterable<string>,
  sheet: SheetMarks,
  styles: MarkedStyles | undefined,
  drawing: string | undefined,
): AsyncGenerator<string> {
  const rewriter = new RowRewriter(sheet, styles);
  let rest = '';
  let tail = false;
  for await (const piece of pieces) {
    rest += piece;
    if (tail) continue;
    const end = rest.search(/<\/(\w+:)?sheetData>/);
    if (end >= 0) tail = true;
    const cut = tail ? end : rowsEnd(rest);
    if (cut > 0) {
      yield rewriter.rewrite(rest.slice(0, cut));
      rest = rest.slice(cut);
    }
  }
  yield withDrawing(rest, drawing);
}

/** Where the last whole row of the text ends; 0 when none does. */
function rowsEnd(text: string): number {
  for (let at = text.lastIndexOf('row>'); at > 0; at = text.lastIndexOf('row>', at - 1)) {
    if (/<\/(\w+:)?$/.test(text.slice(Math.max(0, at - 16), at))) return at + 4;
  }
  return 0;
}

function withDrawing(tail: string, drawing: string | undefined): string {
  if (!drawing || /<(\w+:)?legacyDrawing\b/.test(tail)) return tail;
  const at = tail.search(
    /<(\w+:)?(legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/(\w+:)?worksheet>/,
  );
  return at < 0 ? tail : tail.slice(0, at) + drawing + tail.slice(at);
}

class RowRewriter {
  private readonly byRow = new Map<number, CellMark[]>();
  private readonly sheet: SheetMarks;
  private readonly styles: MarkedStyles | undefined;
  private row = 0;

  constructor(sheet: SheetMarks, styles: MarkedStyles | undefined) {
    this.sheet = sheet;
    this.styles = styles;
    for (const mark of sheet.marks) {
      const marks = this.byRow.get(mark.row);
      if (marks) marks.push(mark);
      else this.byRow.set(mark.row, [mark]);
    }
  }

  rewrite(text: string): string {
    const pattern = /<((?:\w+:)?)row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1row>)/g;
    return widenWords(text, this.sheet.wordsColumn).replace(
      pattern,
      (_, prefix: string, attributes: string, inner = '') => this.rewriteRow(prefix, attributes, inner),
    );
  }

  private rewriteRow(prefix: string, attributes: string, inner: string): string {
    this.row = Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? this.row + 1);
    const marks = this.byRow.get(this.row) ?? [];
    const cells = this.cellsOf(prefix, inner);
    for (const { column } of marks) {
      const cell = cells.get(column);
      cells.set(
        column,
        this.withStyle(cell ?? this.emptyCell(prefix, column), (style) => this.styles?.red(style) ?? style),
      );
    }
    const words =
      this.row === this.sheet.headerRow ? wordsTitle : marks.map(({ message }) => message).join('；');
    cells.delete(this.sheet.wordsColumn);
    if (words !== '') cells.set(this.sheet.wordsColumn, this.wordsCell(prefix, words));
    const sorted = [...cells].sort(([a], [b]) => a - b).map(([, cell]) => cell);
    return `<${prefix}row${attributes.replace(/\s(spans|x14ac:dyDescent)="[^"]*"/g, '')}>${sorted.join('')}</${prefix}row>`;
  }

  private cellsOf(prefix: string, inner: string): Map<number, string> {
    const cells = new Map<number, string>();
    let column = -1;
    for (const cell of inner.match(new RegExp(`<${prefix}c\\b[^>]*?(?:/>|>[\\s\\S]*?</${prefix}c>)`, 'g')) ??
      []) {
      const reference = /\sr="([A-Z]+)\d*"/.exec(cell)?.[1];
      column = reference ? columnOf(reference) : column + 1;
      cells.set(
        column,
        this.withStyle(cell, (style) => this.styles?.plain(style) ?? style),
      );
    }
    return cells;
  }

  private withStyle(cell: string, change: (style: number) => number): string {
    const head = /^<(\w+:)?c\b[^>]*?(?=\/?>)/.exec(cell)?.[0] ?? '';
    const style = Number(/\ss="(\d+)"/.exec(head)?.[1] ?? 0);
    const next = change(style);
    return next === style ? cell : `${head.replace(/\ss="\d+"/, '')} s="${next}"${cell.slice(head.length)}`;
  }

  private emptyCell(prefix: string, column: number): string {
    return `<${prefix}c r="${columnLetters(column)}${this.row}"/>`;
  }

  private wordsCell(prefix: string, words: string): string {
    const style = this.styles ? ` s="${this.styles.words}"` : '';
    const reference = `${columnLetters(this.sheet.wordsColumn)}${this.row}`;
    const text = escapeXml(words.slice(0, 2000));
    return `<${prefix}c r="${reference}"${style} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is></${prefix}c>`;
  }
}

/** Gives the words column a readable width where the sheet lists widths and none covers it. */
function widenWords(text: string, column: number): string {
  const cols = /<cols>([\s\S]*?)<\/cols>/.exec(text);
  if (!cols) return text;
  const covered = [...(cols[1] ?? '').matchAll(/max="(\d+)"/g)].some((max) => Number(max[1]) > column);
  if (covered) return text;
  return text.replace(
    '</cols>',
    `<col min="${column + 1}" max="${column + 1}" width="48" customWidth="1"/></cols>`,
  );
}
