import { endsPiece, fold, SENTENCE_END } from './fold.ts';
import { type Line, makeLine } from './lines.ts';
import { type Form, type Marker, RANK, readMarker } from './markers.ts';
import { cutTitles, isStandardTitle } from './titles.ts';

/** Where a number could begin inside a line. One alternation, no repetition: it runs in one pass. */
const POSSIBLE =
  /\d{1,3}\s?[.、)]|[一二三四五六七八九十]{1,3}[、.]|[(〔](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)〕]|第[一二三四五六七八九十百]{1,4}[章节条]|[①-⑳⑴-⒇⒈-⒛]/g;
/** Characters that make a word of the numeral after them: 第一、 统一、 之一、. */
const WORD_BEFORE = /[第其之专唯统同单合逐归如万不某期周十百千零\d.．年月]/;

const NUMBER_BEFORE_DIGITS =
  /^(\d{1,2})\.(?=(?:(?:19|20)\d{2}(年)|\d{1,4}(?:[名人岁个次户天%]|周岁|平方|以上|学时)))/;

interface Candidate {
  at: number;
  marker: Marker;
  before: string;
  /** The value of the next candidate of the same form in the line, 0 for none. */
  nextValue: number;
}

function candidatesOf(body: string): Candidate[] {
  const folded = fold(body);
  const found: Candidate[] = [];
  for (const m of folded.matchAll(POSSIBLE)) {
    if (m.index === 0) continue;
    const marker = readMarker(folded.slice(m.index, m.index + 40));
    const before = folded.charAt(m.index - 1);
    if (!marker || /[\dA-Za-z.]/.test(before) || marker.form.startsWith('decimal')) continue;
    found.push({ at: m.index, marker, before, nextValue: 0 });
  }
  const next = new Map<Form, number>();
  for (const c of found.toReversed()) {
    c.nextValue = next.get(c.marker.form) ?? 0;
    next.set(c.marker.form, c.marker.value);
  }
  return found;
}

/** How far each form of numbering has run, carried over the lines of a file. */
export class Running {
  private readonly last = new Map<Form, number>();
  private latest: Form | null = null;

  take(marker: Marker): void {
    this.last.set(marker.form, marker.value);
    this.latest = marker.form;
  }

  /** A line such as 2.35岁以下… or 1.2024年…: the dot ends a number where the row has come to it. */
  numbered(line: Line): Line {
    const m = line.marker === null ? NUMBER_BEFORE_DIGITS.exec(fold(line.text.slice(0, 16))) : null;
    if (!m) return line;
    const value = Number(m[1]);
    const due = value === (this.last.get('num') ?? 0) + 1 && value > 1;
    if (!due && m[2] !== '年') return line;
    const marker: Marker = { form: 'num', value, printed: String(value), length: m[1] ? m[1].length + 1 : 2 };
    return { ...line, marker, body: line.text.slice(marker.length).trim() };
  }

  /** May a piece begin here? `between` is what stands since the marker before it in this line. */
  admits(c: Candidate, between: string): boolean {
    const { form, value } = c.marker;
    const ended = endsPiece(c.before);
    const expected = (this.last.get(form) ?? 0) + 1;
    const first = value === 1 && (c.nextValue === 2 || this.afterHeading(form, between));
    if (form === 'article' || form === 'chapter' || form === 'section') {
      return ended && !/[)》]/.test(c.before) && (value === expected || value === 1);
    }
    if (form === 'zh') {
      if (WORD_BEFORE.test(c.before)) return false;
      if (ended && !/[”"》)]/.test(c.before)) return first || (value >= expected && value <= expected + 2);
      return value === 1 ? isStandardTitle(between.split(SENTENCE_END).at(-1) ?? '') : value === expected;
    }
    if (form === 'num' && /[、,，]/.test(c.before)) return false;
    return value === expected ? value > 1 || ended || first : first;
  }

  /** A row of one: its first number follows a coarser heading directly. */
  private afterHeading(form: Form, between: string): boolean {
    const coarser = this.latest !== null && RANK[this.latest] < RANK[form];
    return coarser && between.length <= 40 && !SENTENCE_END.test(between);
  }
}

/** The end of a piece after its last full stop: a heading that was run on to it, or ''. */
function tailOf(piece: string): string {
  const folded = fold(piece);
  let end = -1;
  for (let i = folded.length - 1; i >= Math.max(0, folded.length - 61); i -= 1) {
    if (SENTENCE_END.test(folded.charAt(i))) {
      end = i;
      break;
    }
  }
  if (end < 0 || end === folded.length - 1) return '';
  const tail = piece.slice(end + 1);
  return /[,，:：]/.test(tail) || tail.trim().length < 3 || /^[”"’')）》]/.test(tail.trim()) ? '' : tail;
}

/** One piece, and what was run on to its end, as lines. */
function piecesOf(text: string, line: Line, glued: boolean, followed: boolean): Line[] {
  const tail = followed ? tailOf(text) : '';
  const head = tail === '' ? text : text.slice(0, text.length - tail.length);
  const texts = [...cutTitles(head), ...(tail === '' ? [] : cutTitles(tail))].filter((t) => t.trim() !== '');
  return texts.map((t, i) => makeLine(t, line.at, line.look, glued || i > 0));
}

function splitLine(line: Line, running: Running): Line[] {
  const from = line.text.length - line.body.length;
  const cuts: number[] = [];
  for (const c of candidatesOf(line.body)) {
    const between = line.body.slice(Math.max(cuts.at(-1) ?? 0, c.at - 80), c.at);
    const words = cuts.length === 0 ? between : makeLine(between, line.at).body;
    if (!running.admits(c, words)) continue;
    running.take(c.marker);
    cuts.push(c.at);
  }
  const ends = [...cuts, line.body.length];
  const lines: Line[] = [];
  let start = 0;
  for (const [i, end] of ends.entries()) {
    const piece = line.body.slice(start, end);
    const followed = i < ends.length - 1;
    if (i > 0) lines.push(...piecesOf(piece, line, true, followed));
    else if (piece.trim() !== '' || line.marker)
      lines.push(...firstPieces(line, line.text.slice(0, from + end), followed));
    start = end;
  }
  return lines;
}

/** The first piece keeps the line's own number, which may be an automatic one. */
function firstPieces(line: Line, text: string, followed: boolean): Line[] {
  const made = piecesOf(text, line, line.glued, followed);
  const [first] = made;
  if (first) {
    const body = first.text.slice(line.text.length - line.body.length).trim();
    made[0] = { ...first, marker: line.marker, body: line.marker ? body : first.body };
  }
  return made;
}

/** Lines in which several numbered pieces were run together, cut into one line for each. */
export function splitInline(lines: Line[], running: Running = new Running()): Line[] {
  const out: Line[] = [];
  for (const read of lines) {
    const line = running.numbered(read);
    if (line.marker) running.take(line.marker);
    out.push(...splitLine(line, running));
  }
  return out;
}
