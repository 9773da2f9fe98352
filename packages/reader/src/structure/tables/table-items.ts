import type { Passage } from '../../draft/draft.ts';
import { readPoints, readPointsCell } from '../../movements/read-points.ts';
import type { Cell } from '../../source/source.ts';
import { fold } from '../fold.ts';
import type { RawBody, RawChapter, RawItem } from '../laid-out.ts';
import type { Line } from '../lines.ts';
import { REASONS, type Reason } from '../reasons.ts';
import { splitInline } from '../split-inline.ts';
import { type Role, readRoles } from './column-roles.ts';
import { cellsOf, type GridRow, headerWords, oneLine } from './grid.ts';
import { linesOfCell, passageOf, readChapterCell, readWordingCell } from './read-cell.ts';
import type { Sheet } from './split-table.ts';

const TOTAL = /^(?:合计|总计|总分|共计|小计|得分合计|总得分|满分|合计得分|分值合计|总分值)(?:[:：(（].*)?$/;
const NOTE = /^(?:注|说明|备注|附注|填表说明|注意|※|\*)\s?[:：.、\d]|^(?:注|备注|说明)$/;
const FORM =
  /(?:签字|签名|签章|盖章|考核人|考核组|评分人|填表人|审核人|负责人|考核时间|考评时间|填报时间|被考核|被考评|日期)[^。]{0,40}[:：]?[\s_＿年月日]*$/;

/** The rows of a table as chapters and items. */
export class TableItems {
  readonly body: RawBody = { chapters: [], left: [], total: null };
  private chapter: RawChapter | null = null;
  private item: RawItem | null = null;
  private chapterCell: Cell | null = null;
  private roles: Role[] = [];
  /** Cells of points and the items that began beside them. */
  private readonly shares = new Map<Cell, RawItem[]>();

  /** A heading in the text before the table, or null. */
  constructor(chapter: RawChapter | null) {
    if (chapter) this.open(chapter);
  }

  add(sheet: Sheet, roles: Role[]): void {
    this.roles = roles;
    this.item = null;
    for (const row of sheet.headerRows) this.leave(row, REASONS.header);
    for (const row of sheet.body) this.row(row);
    this.parted();
  }

  /** Points printed once for several items are no item's own: they are the chapter's. */
  private parted(): void {
    for (const [cell, items] of this.shares) {
      if (items.length < 2) continue;
      for (const item of items) item.points = null;
      const chapter = this.body.chapters.find((c) => items.every((i) => c.items.includes(i)));
      if (chapter?.items.length === items.length) chapter.points ??= readPointsCell(cell.text);
    }
    this.shares.clear();
  }

  open(chapter: RawChapter): void {
    this.chapter = chapter;
    this.body.chapters.push(chapter);
    this.item = null;
  }

  private leave(row: GridRow, why: Reason): void {
    const text = cellsOf(row)
      .map((c) => c.text)
      .join(' ')
      .trim();
    if (text !== '') this.body.left.push({ text, why, at: row.row.at });
  }

  private at(row: GridRow, role: Role): { cell: Cell; starts: boolean }[] {
    return row.places.flatMap((p, c) =>
      p?.left && this.roles[c] === role ? [{ cell: p.cell, starts: p.starts }] : [],
    );
  }

  private row(row: GridRow): void {
    const cells = cellsOf(row);
    const first = cells[0];
    if (!first) return;
    const words = headerWords(first.text);
    const across =
      cells.length === 1 && (first.columnSpan * 2 >= row.places.length || this.alone(row, first));
    if (TOTAL.test(words) && words.length <= 20) this.total(row, cells);
    else if (NOTE.test(fold(first.text).trim()) && cells.length === 1) this.leave(row, REASONS.note);
    else if (cells.length <= 2 && FORM.test(first.text.trim())) this.leave(row, REASONS.form);
    else if (across) this.acrossRow(row, first);
    else this.wordsRow(row);
  }

  /** Nothing else in the row belongs to an item: the cell is a heading in the first column of words. */
  private alone(row: GridRow, cell: Cell): boolean {
    if (cell.rowSpan > 1) return false;
    const role = this.roles[cell.column];
    const covered = row.places.some(
      (p, c) => p && !p.starts && this.roles[c] !== 'ignored' && this.roles[c] !== 'method',
    );
    return (
      !covered &&
      cell.column === 0 &&
      (role === 'chapter' || role === 'number' || role === 'chapter-number' || fold(cell.text).length <= 24)
    );
  }

  private total(row: GridRow, cells: Cell[]): void {
    const column = this.at(row, 'points')[0]?.cell;
    const value =
      (column && readPointsCell(column.text)) ??
      cells
        .slice(1)
        .map((c) => readPointsCell(c.text))
        .find((v) => v != null);
    const own = value ?? readPoints(cells[0]?.text ?? '')?.points ?? null;
    if (own !== null && !/小计/.test(cells[0]?.text ?? ''))
      this.body.total = Math.max(this.body.total ?? 0, own);
    this.leave(row, REASONS.total);
    this.item = null;
  }

  private acrossRow(row: GridRow, cell: Cell): void {
    const words = readChapterCell(cell);
    const length = (words.title ?? '').length;
    if (length > 0 && length <= 40 && !/[。；;]/.test(words.title ?? '')) {
      this.open({ ...words, items: [], at: row.row.at });
      this.chapterCell = cell;
    } else this.leave(row, REASONS.note);
  }

  private wordsRow(row: GridRow): void {
    this.openChapterOf(row);
    const numbers = this.at(row, 'number');
    const points = this.at(row, 'points');
    const texts = this.at(row, 'text');
    const begins = (list: { cell: Cell; starts: boolean }[]): boolean =>
      list.some((p) => p.starts && p.cell.text.trim() !== '');
    const covered = (list: { cell: Cell; starts: boolean }[]): boolean => list.some((p) => !p.starts);
    const titles = this.at(row, 'title');
    const worded = begins(texts) || begins(titles);
    let starts = begins(numbers) || begins(points);
    if (!starts && worded) {
      const held = covered(numbers) || (numbers.length === 0 && covered(points));
      starts = !held || (numbers.length === 0 && this.numberedText(texts));
    }
    if (starts && (worded || begins(numbers))) this.begin(row);
    else if (this.item) this.go(row, this.item);
    else if (worded) this.begin(row);
    else this.leave(row, REASONS.note);
  }

  private numberedText(texts: { cell: Cell; starts: boolean }[]): boolean {
    return texts.some((t) => t.starts && linesOfCell(t.cell)[0]?.marker != null);
  }

  private openChapterOf(row: GridRow): void {
    const cell = this.at(row, 'chapter').find((p) => p.cell.text.trim() !== '')?.cell;
    if (!cell || cell === this.chapterCell) {
      if (!this.chapter) this.open({ label: null, title: null, points: null, items: [], at: row.row.at });
      return;
    }
    const words = readChapterCell(cell);
    const same = this.chapterCell !== null && oneLine(this.chapterCell.text) === oneLine(cell.text);
    this.chapterCell = cell;
    if (same && this.chapter) return;
    const number = this.at(row, 'chapter-number')[0]?.cell.text.trim();
    const total = this.at(row, 'chapter-points')
      .map((p) => readPointsCell(p.cell.text))
      .find((v) => v !== null);
    this.open({
      label: words.label ?? (number ? fold(number) : null),
      title: words.title,
      points: words.points ?? total ?? null,
      items: [],
      at: row.row.at,
    });
  }

  private begin(row: GridRow): void {
    const item: RawItem = { number: null, title: null, points: null, passages: [], at: row.row.at };
    const number = this.at(row, 'number')
      .find((p) => p.starts)
      ?.cell.text.trim();
    item.number = number ? fold(oneLine(number)).replace(/[.、。]$/, '') : null;
    for (const { cell } of this.at(row, 'points')) {
      item.points ??= readPointsCell(cell.text);
      this.shares.set(cell, [...(this.shares.get(cell) ?? []), item]);
    }
    for (const { cell } of this.at(row, 'title')) {
      const words = readChapterCell(cell);
      item.title = [item.title, words.title].filter(Boolean).join(' · ') || null;
      item.number ??= words.label;
      item.points ??= words.points;
    }
    this.item = item;
    const pieces = this.ownPieces(row, item);
    if (pieces.length > 1) {
      const title = this.at(row, 'title').find((p) => p.cell.text.trim() !== '');
      if (title && this.at(row, 'chapter').length === 0) {
        this.open({ ...readChapterCell(title.cell), items: [], at: row.row.at });
      }
      this.chapter?.items.push(...pieces);
      this.item = pieces.at(-1) ?? null;
      return;
    }
    this.chapter?.items.push(item);
    this.go(row, item);
    if (item.passages.length === 0 && item.title)
      item.passages.push({ role: 'text', text: item.title, at: item.at });
  }

  /** Adds the row's words to an item. */
  private go(row: GridRow, item: RawItem): void {
    for (const { cell, starts } of this.at(row, 'text')) {
      if (!starts) continue;
      const words = readWordingCell(cell, item.number === null && item.passages.length === 0);
      if (item.passages.length === 0) {
        item.number ??= words.number;
        item.title ??= words.title;
        if (item.title !== words.title && words.title !== null) {
          item.passages.push({ role: 'text', text: `${words.title}：`, at: cell.at });
        }
      }
      item.points ??= words.points;
      item.passages.push(...words.passages);
    }
    this.others(row, item.passages);
  }

  private others(row: GridRow, passages: Passage[]): void {
    for (const role of ['scoring', 'method'] as const) {
      for (const { cell, starts } of this.at(row, role)) {
        const shared = role === 'method' && passages.every((p) => p.role !== role);
        const passage = starts || shared ? passageOf(cell, role) : null;
        if (passage) passages.push(passage);
      }
    }
    for (const { cell, starts } of this.at(row, 'points')) {
      if (starts && readPointsCell(cell.text) === null) {
        const passage = passageOf(cell, 'scoring');
        if (passage) passages.push(passage);
      }
    }
  }

  /** The numbered pieces of a row's wording, where they are items of their own: by their points, or because the row has neither. */
  private ownPieces(row: GridRow, item: RawItem): RawItem[] {
    if (item.number !== null) return [];
    const cell = this.at(row, 'text').find((p) => p.starts)?.cell;
    if (!cell) return [];
    const lines = splitInline(linesOfCell(cell));
    const form = lines.find((l) => l.marker)?.marker?.form;
    if (!form || lines.filter((l) => l.marker?.form === form).length < 2) return [];
    const pieces = piecesOf(lines, form);
    const scored = pieces.filter((p) => readPoints(p.map((l) => l.text).join('')) !== null).length;
    const own = item.points === null && (form === 'num' || form === 'zh' || form === 'article');
    if (!own && scored < pieces.length) return [];
    return this.spread(row, cell, item, pieces, form);
  }

  private spread(row: GridRow, cell: Cell, item: RawItem, pieces: Line[][], form: string): RawItem[] {
    const items = pieces.map((lines): RawItem => {
      const text = lines.map((l, i) => (i === 0 ? l.body : l.text)).join('\n');
      const stated = readPoints(text);
      return {
        number: lines[0]?.marker?.printed ?? null,
        title: null,
        points: stated?.points ?? null,
        passages: [{ role: 'text', text: stated?.rest ?? text, at: cell.at }],
        at: item.at,
      };
    });
    for (const role of ['scoring', 'method'] as const) {
      for (const other of this.at(row, role)) {
        const parts = piecesOf(splitInline(linesOfCell(other.cell)), form).filter((p) => p[0]?.marker);
        const fits = parts.length === items.length;
        for (const [i, to] of items.entries()) {
          const text = fits
            ? (parts[i] ?? []).map((l) => l.text).join('')
            : i === 0
              ? other.cell.text.trim()
              : '';
          if (text !== '') to.passages.push({ role, text, at: cell.at });
        }
      }
    }
    return items;
  }
}

/** Lines cut before each number of one form; what stands before the first belongs to the first. */
function piecesOf(lines: Line[], form: string): Line[][] {
  const pieces: Line[][] = [];
  let before: Line[] = [];
  for (const line of lines) {
    const last = pieces.at(-1);
    if (line.marker?.form === form) {
      pieces.push(pieces.length === 0 ? [line, ...before] : [line]);
      before = [];
    } else if (last) last.push(line);
    else before.push(line);
  }
  return before.length > 0 && pieces.length === 0 ? [before] : pieces;
}

/** The columns' roles, or null where the table is no list of items. */
export function rolesOf(sheet: Sheet): Role[] | null {
  if (sheet.body.length === 0) return null;
  const width = sheet.body[0]?.places.length ?? 0;
  const header = sheet.header.length > 0 ? sheet.header : Array.from({ length: width }, () => '');
  const roles = readRoles(header, sheet.body);
  const judged =
    roles.includes('points') ||
    roles.includes('scoring') ||
    roles.includes('number') ||
    roles.includes('chapter');
  return roles.includes('text') && (sheet.header.length > 0 || judged) ? roles : null;
}
