import type { Passage } from '../../draft/draft.ts';
import { readPoints, readPointsCell } from '../../movements/read-points.ts';
import type { Cell } from '../../source/source.ts';
import { fold } from '../fold.ts';
import type { RawBody, RawChapter, RawItem } from '../laid-out.ts';
import { makeLine } from '../lines.ts';
import { REASONS, type Reason } from '../reasons.ts';
import { type Role, readRoles } from './column-roles.ts';
import { type GridRow, headerWords, oneLine } from './grid.ts';
import { readOwnPieces } from './own-pieces.ts';
import { linesOfCell, passageOf, readChapterCell, readWordingCell } from './read-cell.ts';
import { RowView } from './row-view.ts';
import type { Sheet } from './split-table.ts';

const TOTAL =
  /^(?:[^。,，;；:：]{0,6}(?:合计|总计|小计|共计)$)|^(?:合计|总计|总分|共计|小计|得分合计|总得分|满分|合计得分|分值合计|总分值)(?:[:：(（].*)?$/;
const NOTE = /^(?:注|说明|备注|附注|填表说明|注意|※|\*)\s?[:：.、\d]|^(?:注|备注|说明)$/;
const FORM =
  /(?:签字|签名|签章|盖章|考核人|考核组|评分人|填表人|审核人|负责人|考核时间|考评时间|填报时间|被考核|被考评|日期)[^。]{0,40}[:：]?[\s_＿年月日]*$/;

/** The rows of a file's tables as chapters and items. */
export class TableItems {
  readonly body: RawBody = { chapters: [], left: [], total: null };
  private chapter: RawChapter | null = null;
  private item: RawItem | null = null;
  private chapterCell: Cell | null = null;
  /** The chapter of the column while one of its headings is open. */
  private outer: RawChapter | null = null;
  /** Cells of points, and the items that began beside them. */
  private readonly shares = new Map<Cell, { items: RawItem[]; chapter: RawChapter }>();

  /** Points that items print in their own wording. */
  private readonly printed = new Map<RawItem, number>();

  add(sheet: Sheet, roles: Role[]): void {
    const taken = new Set<Cell>();
    const heading = sheet.header.find((_, c) => roles[c] === 'points') ?? '';
    if (/\D100\s?分?\)?$/.test(fold(heading))) this.body.total ??= 100;
    this.item = null;
    for (const row of sheet.headerRows) this.leave(new RowView(row, roles, taken), REASONS.header);
    for (const row of sheet.body) this.row(new RowView(row, roles, taken));
    for (const row of sheet.body) this.leaveUntaken(row, taken, roles);
    this.parted();
  }

  open(chapter: RawChapter): RawChapter {
    this.chapter = chapter;
    this.body.chapters.push(chapter);
    this.item = null;
    return chapter;
  }

  /** Scores that somebody has filled in, and cells beyond the columns, are nobody's wording. */
  private leaveUntaken(row: GridRow, taken: Set<Cell>, roles: Role[]): void {
    for (const cell of row.row.cells) {
      const text = cell.text.trim();
      const why = roles[cell.column] === 'weight' ? REASONS.weight : REASONS.filledIn;
      if (text !== '' && !taken.has(cell)) this.body.left.push({ text, why, at: row.row.at });
    }
  }

  /** Points printed once for several items are no item's own: they are the chapter's. */
  private parted(): void {
    for (const [cell, { items, chapter }] of this.shares) {
      if (items.length < 2) continue;
      for (const item of items) item.points = this.printed.get(item) ?? null;
      if (chapter.items.length === items.length) chapter.points ??= readPointsCell(cell.text);
    }
    this.shares.clear();
  }

  private leave(row: RowView, why: Reason): void {
    row.takeAll();
    const text = row.words();
    if (text !== '') this.body.left.push({ text, why, at: row.at });
  }

  private row(row: RowView): void {
    const [first] = row.cells;
    if (!first) return;
    const words = headerWords(first.text);
    if (TOTAL.test(words) && words.length <= 20) this.total(row);
    else if (NOTE.test(fold(first.text).trim()) && row.cells.length === 1) this.leave(row, REASONS.note);
    else if (row.cells.length <= 2 && FORM.test(first.text.trim())) this.leave(row, REASONS.form);
    else if (row.isHeading()) this.headingRow(row, first);
    else this.wordsRow(row);
  }

  private total(row: RowView): void {
    const [first, ...others] = row.cells;
    const column = row.see('points').map((b) => readPointsCell(b.cell.text));
    const beside = others.map((c) => readPointsCell(c.text));
    const value = [...column, ...beside].find((v) => v !== null) ?? readPoints(first?.text ?? '')?.points;
    if (value !== undefined && !/小计/.test(headerWords(first?.text ?? ''))) {
      this.body.total = Math.max(this.body.total ?? 0, value);
    }
    this.leave(row, REASONS.total);
    this.item = null;
  }

  private headingRow(row: RowView, cell: Cell): void {
    const words = readChapterCell(cell);
    const title = words.title ?? '';
    if (title.length === 0 || title.length > 40 || /[。；;]/.test(title)) {
      this.leave(row, REASONS.note);
      return;
    }
    row.takeAll();
    this.open({ ...words, items: [], at: row.at });
    this.chapterCell = cell;
  }

  private wordsRow(row: RowView): void {
    const chapter = this.chapterOf(row);
    const worded = row.begins('text') || row.begins('title');
    let starts = row.begins('number') || row.begins('points');
    if (!starts && worded) {
      const numbered = row.has('number');
      const number = row.see('number').some((b) => !b.starts && b.cell !== this.chapterCell);
      const held = number || (!numbered && row.covered('points'));
      const own = row
        .see('text')
        .some((b) => b.starts && (linesOfCell(b.cell)[0]?.marker || readPoints(b.cell.text)));
      starts = !held || (!numbered && own);
    }
    if (starts && (worded || row.begins('number'))) this.begin(row, chapter);
    else if (this.item) this.goOn(row, this.item);
    else if (worded) this.begin(row, chapter);
    else this.leave(row, REASONS.note);
  }

  /** The chapter that the row belongs to: its own cell opens one, words repeated row by row do not. */
  private chapterOf(row: RowView): RawChapter {
    const named = row.see('number').find((b) => b.starts && isHeadingWords(b.cell.text))?.cell;
    const cell = named ?? row.see('chapter').find((b) => b.cell.text.trim() !== '')?.cell;
    if (this.outer && (!cell || cell === this.chapterCell)) {
      const outer = this.outer;
      this.outer = null;
      return this.open({ ...outer, points: null, items: [], at: row.at });
    }
    if (!cell || cell === this.chapterCell) {
      return this.chapter ?? this.open({ label: null, title: null, points: null, items: [], at: row.at });
    }
    this.outer = null;
    row.takeCell(cell);
    row.take('chapter');
    const words = readChapterCell(cell);
    const same = this.chapterCell !== null && oneLine(this.chapterCell.text) === oneLine(cell.text);
    this.chapterCell = cell;
    if (same && this.chapter) return this.chapter;
    const number = words.label === null ? row.take('chapter-number')[0]?.cell.text.trim() : undefined;
    const totals = row.take('chapter-points').map((b) => readPointsCell(b.cell.text));
    return this.open({
      label: words.label ?? (number ? fold(number) : null),
      title: words.title,
      points: words.points ?? totals.find((v) => v !== null) ?? null,
      items: [],
      at: row.at,
    });
  }

  private begin(row: RowView, chapter: RawChapter): void {
    const item: RawItem = { number: null, title: null, points: null, passages: [], at: row.at };
    const numbers = row.see('number').filter((b) => b.starts && b.cell !== this.chapterCell);
    for (const { cell } of numbers) row.takeCell(cell);
    const number = numbers
      .map((b) => fold(oneLine(b.cell.text)))
      .join(' ')
      .trim();
    item.number = number.replace(/[.、。]$/, '') || null;
    for (const { cell } of row.see('points')) this.give(cell, item, chapter);
    const pieces = item.number === null ? readOwnPieces(row, item.points) : [];
    if (pieces.length > 1) this.addPieces(row, chapter, pieces);
    else {
      this.item = item;
      chapter.items.push(item);
      this.entitle(row, item);
      this.go(row, item);
      if (item.passages.length === 0 && item.title)
        item.passages.push({ role: 'text', text: item.title, at: item.at });
    }
  }

  private give(cell: Cell, item: RawItem, chapter: RawChapter): void {
    item.points ??= readPointsCell(cell.text);
    const share = this.shares.get(cell);
    if (share) share.items.push(item);
    else this.shares.set(cell, { items: [item], chapter });
  }

  private entitle(row: RowView, item: RawItem): void {
    const titles = row.take('title').filter((b) => b.cell.text.trim() !== '');
    // 二级指标 over 三级指标: the finest is the item's own.
    const own = row.has('chapter') ? titles.splice(-1) : titles;
    for (const { cell, starts } of own === titles ? [] : titles) {
      if (starts) this.body.left.push({ text: cell.text.trim(), why: REASONS.group, at: row.at });
    }
    for (const { cell } of own) {
      const words = readChapterCell(cell);
      item.title = [item.title, words.title].filter(Boolean).join(' · ') || null;
      item.number ??= words.label;
      item.points ??= words.points;
    }
  }

  /** The heading beside numbered pieces is theirs: they stand in a chapter of its name. */
  private addPieces(row: RowView, chapter: RawChapter, pieces: RawItem[]): void {
    const heading = row.see('title').find((b) => b.cell.text.trim() !== '');
    if (heading) row.takeCell(heading.cell);
    const home = heading ? this.under(chapter, heading.cell, row) : chapter;
    home.items.push(...pieces);
    this.item = pieces.at(-1) ?? null;
  }

  private under(chapter: RawChapter, cell: Cell, row: RowView): RawChapter {
    if (row.has('chapter')) this.outer = this.outer ?? chapter;
    return this.open({ ...readChapterCell(cell), items: [], at: row.at });
  }

  /** A further row of the same item: a title in it is wording. */
  private goOn(row: RowView, item: RawItem): void {
    for (const { cell, starts } of row.take('title')) {
      const passage = starts ? passageOf(cell, 'text') : null;
      if (passage) item.passages.push(passage);
    }
    this.go(row, item);
  }

  /** Adds the row's words to an item. */
  private go(row: RowView, item: RawItem): void {
    for (const { cell, starts } of row.take('text')) {
      if (!starts) continue;
      if (item.passages.length > 0) {
        item.passages.push(
          ...linesOfCell(cell).map((l): Passage => ({ role: 'text', text: l.text, at: cell.at })),
        );
      } else this.word(cell, item);
    }
    for (const role of ['scoring', 'method'] as const) {
      for (const { cell, starts } of row.take(role)) {
        const shared = role === 'method' && item.passages.every((p) => p.role !== role);
        const passage = starts || shared ? passageOf(cell, role) : null;
        if (passage) item.passages.push(passage);
      }
    }
    for (const { cell, starts } of row.take('points')) {
      const passage = starts && !isPoints(cell.text) ? passageOf(cell, 'scoring') : null;
      if (passage) item.passages.push(passage);
    }
  }

  private word(cell: Cell, item: RawItem): void {
    const words = readWordingCell(cell, item.number === null);
    item.number ??= words.number;
    item.points ??= words.points;
    if (words.points !== null) this.printed.set(item, words.points);
    if (item.title !== null && words.title !== null) {
      item.passages.push({ role: 'text', text: `${words.title}：`, at: cell.at });
    } else item.title ??= words.title;
    item.passages.push(...words.passages);
  }
}

/** 加分项, 一票否决 in a column of numbers. */
const isHeadingWords = (text: string): boolean =>
  /^\p{Script=Han}{2,12}$/u.test(oneLine(text)) &&
  makeLine(`${oneLine(text)}、`, { paragraph: 0 }).marker === null;

/** Only a statement of points, no words beside it. */
function isPoints(text: string): boolean {
  return readPointsCell(text) !== null && !/\p{Script=Han}/u.test(readPoints(text)?.rest ?? '');
}

/** The columns' roles, or null where the table is no list of items. */
export function rolesOf(sheet: Sheet): Role[] | null {
  if (sheet.body.length === 0) return null;
  const width = sheet.body[0]?.places.length ?? 0;
  const header = sheet.header.length > 0 ? sheet.header : Array.from({ length: width }, () => '');
  const roles = readRoles(header, sheet.body);
  const judged: Role[] = ['points', 'scoring', 'number', 'chapter'];
  return roles.includes('text') && (sheet.header.length > 0 || judged.some((r) => roles.includes(r)))
    ? roles
    : null;
}
