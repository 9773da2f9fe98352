import { writeNumber } from '../docx/number-formats.ts';
import { cellOf, flatten } from '../lay-out-cell.ts';
import { mostParagraphs, refusal } from '../refusals.ts';
import type { Block, Paragraph, Row, Table } from '../source.ts';
import { type HtmlToken, tokensOf } from './html-tokens.ts';

/** A text is a web page when it says so at its start, or when it is full of tags. */
export function isHtml(text: string): boolean {
  const head = text.slice(0, 4000).trimStart();
  if (/^<(?:!doctype html|html|head|body|\?xml[^>]{0,200}>\s{0,20}<(?:!doctype html|html))/i.test(head))
    return true;
  const tags = head.match(/<\/?(?:p|div|br|td|tr|table|span|li|h[1-6])(?=[\s/>])/gi)?.length ?? 0;
  return head.startsWith('<') ? tags >= 4 : tags >= 12;
}

/** Blocks of a web page; paragraphs are counted as they show. */
export function readHtml(html: string): Block[] {
  const reader = new HtmlReader();
  for (const token of tokensOf(html)) reader.take(token);
  return reader.finish();
}

const breaking = new Set(
  'p div section article header footer nav main aside ul ol li dl dt dd h1 h2 h3 h4 h5 h6 br hr pre blockquote title form center address figure tr caption'.split(
    ' ',
  ),
);

interface OpenTable {
  table: Table;
  /** All that its cells hold, for a table that turns out to be only a frame. */
  contents: Block[];
  /** Columns of the coming rows that a cell from above still covers: rows left, by column. */
  covered: number[];
  cell: { blocks: Block[]; columnSpan: number; rowSpan: number; centred: boolean } | undefined;
  column: number;
}

const mostSpan = 200;
const deepestTable = 50;

class HtmlReader {
  private readonly blocks: Block[] = [];
  private readonly tables: OpenTable[] = [];
  private readonly lists: { format: string | undefined; next: number }[] = [];
  private paragraphs = 0;
  private cells = 0;
  private words: string[] = [];
  private bold = 0;
  private boldLetters = 0;
  private plainLetters = 0;
  private outline: number | undefined;
  private centred = false;
  private number: string | undefined;

  take(token: HtmlToken): void {
    if (token.type === 'text') this.takeText(token.text);
    else if (token.type === 'open') this.open(token.name, token.attributes);
    else this.close(token.name);
  }

  finish(): Block[] {
    this.endParagraph();
    while (this.tables.length > 0) this.closeTable();
    return this.blocks;
  }

  private takeText(text: string): void {
    this.words.push(text);
    const letters = text.trim().length;
    if (this.bold > 0) this.boldLetters += letters;
    else this.plainLetters += letters;
  }

  private open(name: string, attributes: Map<string, string>): void {
    if (breaking.has(name)) this.endParagraph();
    if (/^h[1-6]$/.test(name)) this.outline = Number(name[1]);
    if (name === 'b' || name === 'strong') this.bold++;
    const style = attributes.get('style') ?? '';
    if (breaking.has(name) && name !== 'br') {
      this.centred =
        name === 'center' || attributes.get('align') === 'center' || /text-align:\s{0,3}center/i.test(style);
    }
    if (name === 'ol' || name === 'ul') this.openList(name, attributes);
    else if (name === 'li') this.openListItem(attributes);
    else if (name === 'table') this.openTable();
    else if (name === 'tr') this.openRow();
    else if (name === 'td' || name === 'th') this.openCell(attributes);
  }

  private close(name: string): void {
    if (breaking.has(name)) this.endParagraph();
    if (breaking.has(name)) this.centred = false;
    if (/^h[1-6]$/.test(name)) this.outline = undefined;
    if ((name === 'b' || name === 'strong') && this.bold > 0) this.bold--;
    if (name === 'ol' || name === 'ul') this.lists.pop();
    else if (name === 'td' || name === 'th') this.closeCell();
    else if (name === 'table') this.closeTable();
  }

  private openList(name: string, attributes: Map<string, string>): void {
    const style = /list-style(?:-type)?:\s{0,3}([a-z-]+)/i.exec(attributes.get('style') ?? '')?.[1];
    const format =
      name === 'ul' ? undefined : (listFormats[style ?? attributes.get('type') ?? '1'] ?? 'decimal');
    if (this.lists.length < 100) this.lists.push({ format, next: Number(attributes.get('start') ?? 1) || 1 });
  }

  private openListItem(attributes: Map<string, string>): void {
    const list = this.lists.at(-1);
    if (!list?.format) return;
    const own = Number(attributes.get('value'));
    if (Number.isInteger(own) && own > 0) list.next = own;
    const number = writeNumber(list.next++, list.format);
    this.number = `${number}${list.format.startsWith('chinese') ? '、' : '.'}`;
  }

  private openTable(): void {
    this.endParagraph();
    if (this.tables.length >= deepestTable) return;
    this.tables.push({
      table: { type: 'table', rows: [], columns: 0 },
      contents: [],
      covered: [],
      cell: undefined,
      column: 0,
    });
  }

  private openRow(): void {
    const open = this.tables.at(-1);
    if (!open) return;
    this.closeCell();
    open.covered = open.covered.map((left) => Math.max(0, left - 1));
    open.column = 0;
    open.table.rows.push({ at: { paragraph: this.paragraphs + 1 }, cells: [] });
  }

  private openCell(attributes: Map<string, string>): void {
    const open = this.tables.at(-1);
    if (!open) return;
    this.endParagraph();
    if (open.table.rows.length === 0) this.openRow();
    this.closeCell();
    const span = (name: string): number =>
      Math.min(mostSpan, Math.max(1, Math.trunc(Number(attributes.get(name))) || 1));
    open.cell = { blocks: [], columnSpan: span('colspan'), rowSpan: span('rowspan'), centred: false };
  }

  private closeCell(): void {
    const open = this.tables.at(-1);
    const row = open?.table.rows.at(-1);
    if (!open?.cell || !row) return;
    this.endParagraph();
    const { blocks, columnSpan, rowSpan } = open.cell;
    open.cell = undefined;
    for (const block of blocks) open.contents.push(block);
    while ((open.covered[open.column] ?? 0) > 0) open.column++;
    if (open.column >= mostSpan) return;
    const cell = cellOf(flatten(blocks), open.column, columnSpan, { paragraph: this.paragraphs });
    cell.rowSpan = rowSpan;
    cell.at = cell.paragraphs[0]?.at ?? cell.at;
    if (++this.cells > mostParagraphs) throw refusal('too-long');
    row.cells.push(cell);
    for (let i = 0; i < columnSpan; i++) open.covered[open.column + i] = rowSpan;
    open.column += columnSpan;
    open.table.columns = Math.max(open.table.columns, open.column);
  }

  private closeTable(): void {
    this.closeCell();
    const open = this.tables.pop();
    if (!open) return;
    const rows = open.table.rows.filter(({ cells }) => cells.length > 0);
    clipSpans(rows);
    const blocks = open.table.columns <= 1 ? open.contents : [{ ...open.table, rows }];
    const into = this.tables.at(-1)?.cell?.blocks ?? this.blocks;
    for (const block of blocks) into.push(block);
  }

  private endParagraph(): void {
    const text = this.words
      .join('')
      .replace(/[ \t\r\n\u00a0]+/g, ' ')
      .trim();
    this.words = [];
    const bold = this.boldLetters > 0 && this.plainLetters === 0;
    this.boldLetters = 0;
    this.plainLetters = 0;
    if (text === '') return;
    if (this.paragraphs >= mostParagraphs) throw refusal('too-long');
    const paragraph: Paragraph = { type: 'paragraph', text, at: { paragraph: ++this.paragraphs } };
    if (this.number !== undefined) paragraph.number = this.number;
    if (this.number !== undefined) paragraph.level = Math.max(0, this.lists.length - 1);
    if (this.outline !== undefined) paragraph.outline = this.outline;
    if (bold) paragraph.bold = true;
    if (this.centred) paragraph.centred = true;
    this.number = undefined;
    const cell = this.tables.findLast((open) => open.cell)?.cell;
    (cell?.blocks ?? this.blocks).push(paragraph);
  }
}

/** No cell reaches below the last row. */
function clipSpans(rows: Row[]): void {
  for (const [i, row] of rows.entries()) {
    for (const cell of row.cells) cell.rowSpan = Math.min(cell.rowSpan, rows.length - i);
  }
}

const listFormats: Record<string, string> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  'lower-alpha': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'cjk-ideographic': 'chineseCountingThousand',
  'simp-chinese-informal': 'chineseCountingThousand',
  'trad-chinese-informal': 'chineseCountingThousand',
};
