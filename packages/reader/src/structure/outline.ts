import { readPoints } from '../movements/read-points.ts';
import { fold, SENTENCE_END } from './fold.ts';
import type { Line } from './lines.ts';
import { type Form, RANK } from './markers.ts';

/** A numbered piece or an unnumbered heading, with what stands under it. */
export interface Node {
  line: Line;
  form: Form | 'heading';
  value: number;
  /** Unnumbered lines that follow it. */
  own: Line[];
  children: Node[];
}

export interface Outline {
  /** Lines before the first numbered piece. */
  own: Line[];
  children: Node[];
}

const LABEL = /[:：]$|^(?:评分|扣分|计分|考核|得分|加分|评价|检查)?(?:标准|办法|细则|方法|方式|依据)$/;
const LONGEST_HEADING = 34;

/** Short words without the end of a sentence. */
export function isShort(text: string): boolean {
  const words = (readPoints(text)?.rest ?? text).trim();
  const t = fold(words);
  if (/^\([^()]*\)$/.test(t)) return false;
  return (
    t.length >= 2 &&
    t.length <= LONGEST_HEADING &&
    !SENTENCE_END.test(t.replace(/[。:]$/, '')) &&
    !/^\([^()]*\)$/.test(t) &&
    !LABEL.test(t)
  );
}

/** Headings without a number: by their look, or by standing alone before a numbered piece. */
export function findHeadings(lines: Line[]): Set<number> {
  const found = new Set<number>();
  const bold = lines.filter((l) => l.look.bold).length;
  const boldSays = bold * 2 <= lines.length;
  const sizes = new Map<number, number>();
  for (const l of lines) if (l.look.size) sizes.set(l.look.size, (sizes.get(l.look.size) ?? 0) + 1);
  const common = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  for (const [i, line] of lines.entries()) {
    if (line.marker || line.look.listed || !isShort(line.text) || /[。]$/.test(line.text)) continue;
    const look = line.look;
    const shown =
      look.outline !== undefined || (look.bold && boldSays) || look.centred || (look.size ?? 0) > common;
    const next = lines[i + 1];
    const before = lines[i - 1];
    const closed = !before || /[。；;！？!?]\s*$/.test(before.text) || found.has(i - 1) || line.glued;
    const stands = closed && next?.marker != null && !/[，,、]/.test(line.text);
    if (shown || stands) found.add(i);
  }
  return found;
}

/** For each numbered line: the value at which the next row of the same form goes on after the row that it begins. */
function readRuns(lines: Line[]): { next: number[]; afterRun: number[] } {
  const next = lines.map(() => 0);
  const afterRun = lines.map(() => 0);
  const later = new Map<Form, number>();
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const marker = lines[i]?.marker;
    if (!marker) continue;
    const j = later.get(marker.form);
    const follows = j === undefined ? 0 : (lines[j]?.marker?.value ?? 0);
    next[i] = follows;
    afterRun[i] = j !== undefined && follows === marker.value + 1 ? (afterRun[j] ?? 0) : follows;
    later.set(marker.form, i);
  }
  return { next, afterRun };
}

class Builder {
  readonly root: Outline = { own: [], children: [] };
  private stack: Node[] = [];
  /** Under which form a form was first seen. */
  private readonly above = new Map<Form, Form | 'heading' | 'top'>();
  private headed = false;
  private readonly lines: Line[];
  private readonly runs: ReturnType<typeof readRuns>;

  constructor(lines: Line[]) {
    this.lines = lines;
    this.runs = readRuns(lines);
  }

  add(i: number, headings: Set<number>): void {
    const line = this.lines[i];
    if (!line) return;
    if (line.marker) this.number(line, i);
    else if (headings.has(i)) this.heading(line, i);
    else (this.stack.at(-1) ?? this.root).own.push(line);
  }

  private place(node: Node): void {
    const parent = this.stack.at(-1);
    if (node.form !== 'heading' && !this.above.has(node.form))
      this.above.set(node.form, parent?.form ?? 'top');
    (parent ?? this.root).children.push(node);
    this.stack.push(node);
    this.headed = node.form === 'heading';
  }

  private number(line: Line, i: number): void {
    const marker = line.marker;
    if (!marker) return;
    const { form, value } = marker;
    const same = this.findSame(form, value, i);
    if (same >= 0) this.stack.length = same;
    else if (same === -1) this.popTo(form, value, i);
    this.place({ line, form, value, own: [], children: [] });
  }

  /** Depth of the row that the number continues, -1 where there is none, -2 where it begins a row inside its own form. */
  private findSame(form: Form, value: number, i: number): number {
    const depths = this.stack.flatMap((n, d) => (n.form === form ? [d] : []));
    if (depths.length === 0) return -1;
    const goesOn = depths.findLast((d) => this.stack[d]?.value === value - 1);
    if (goesOn !== undefined) return goesOn;
    const top = this.stack[depths.at(-1) ?? 0];
    const resumes = this.runs.afterRun[i] ?? 0;
    const announced = /[:：]\s*$/.test(this.lines[i - 1]?.text ?? '');
    const resumed = value === 1 && top !== undefined && resumes === top.value + 1 && depths.length < 3;
    if (resumed && (announced || (resumes > 2 && (this.runs.next[i] !== 2 || top.value > 1)))) return -2;
    return depths.at(-1) ?? -1;
  }

  private popTo(form: Form, value: number, i: number): void {
    const above = this.above.get(form);
    const known =
      above === undefined || above === 'top' ? -1 : this.stack.findLastIndex((n) => n.form === above);
    if (known >= 0) this.stack.length = known + 1;
    else if (this.headed && this.stack.length === 1 && value === 1) return;
    else {
      while (this.stack.length > 0 && this.coarser(form, i)) this.stack.pop();
    }
  }

  /** Does the number belong above the last piece? A finer look alone does not say so if the piece's row goes on below. */
  private coarser(form: Form, i: number): boolean {
    const top = this.stack.at(-1);
    if (!top || top.form === 'heading') return false;
    if (RANK[form] > RANK[top.form]) return false;
    const below = this.lines.slice(i + 1, i + 60).find((l) => l.marker?.form === top.form);
    return below?.marker?.value !== top.value + 1 || RANK[form] <= RANK.zh;
  }

  private heading(line: Line, i: number): void {
    const next = this.lines[i + 1]?.marker;
    const depth = next ? this.stack.findIndex((n) => n.form === next.form) : -1;
    if (depth > 0) this.stack.length = depth - 1;
    else if (depth === 0) this.stack.length = 0;
    else {
      const peer = this.stack.findIndex((n) => n.form === 'heading' && !finer(line, n.line));
      if (peer >= 0) this.stack.length = peer;
      else while (this.stack.length > 0 && !isAbove(this.stack.at(-1))) this.stack.pop();
    }
    this.place({ line, form: 'heading', value: 0, own: [], children: [] });
  }
}

/** Is `line` a heading of a deeper level than `above`? */
function finer(line: Line, above: Line): boolean {
  if (line.look.outline !== undefined && above.look.outline !== undefined) {
    return line.look.outline > above.look.outline;
  }
  if (line.look.size && above.look.size && line.look.size !== above.look.size)
    return line.look.size < above.look.size;
  return above.look.centred === true && line.look.centred !== true;
}

const isAbove = (n: Node | undefined): boolean =>
  n !== undefined && (n.form === 'heading' || RANK[n.form] <= RANK.zh);

/** The lines as a tree, by their numbers and by the look of their headings. */
export function buildOutline(lines: Line[]): Outline {
  const builder = new Builder(lines);
  const headings = findHeadings(lines);
  for (let i = 0; i < lines.length; i += 1) builder.add(i, headings);
  return builder.root;
}
