import type { LeftOver } from '../draft/draft.ts';
import { readPoints } from '../movements/read-points.ts';
import { isClosing } from './asides.ts';
import { fold, SENTENCE_END } from './fold.ts';
import { type Heading, labelledRole, linesUnder, passagesOf, readHeading, titleStop } from './item-words.ts';
import type { RawBody, RawChapter, RawItem } from './laid-out.ts';
import type { Line } from './lines.ts';
import { RANK } from './markers.ts';
import type { Node, Outline } from './outline.ts';
import { isShort } from './outline.ts';
import { readOwnPoints } from './own-points.ts';
import { plainTitle } from './plain-title.ts';
import { REASONS, type Reason } from './reasons.ts';

const SUPPLEMENTARY = /^附\s?则$/;
const PROCEDURE =
  /^(?:指导思想|总体要求|总体目标|工作目标|目标任务|目的意义|基本原则|(?:考核|考评|评定|适用|评价|积分)(?:的)?(?:对象|范围|原则|程序|方式|方法|时间|步骤|组织|安排|依据|等次|等级)(?:[和及与][^。]{2,8})?|(?:考核|考评|评价|评定|积分)?结果(?:的)?(?:运用|应用|使用)|(?:工作|有关|几点|相关)要求|组织(?:领导|实施|保障)|保障措施|实施步骤|工作步骤|方法步骤|(?:评分|计分|考核|考评)(?:方法|办法|说明|规则)|有关(?:说明|事项)|其他(?:事项)?|说明)$/;
/** Points of any kind: in a points method every rule that prints them is a rule of its own. */
const AWARD = /\d\s?分(?![钟数之以制])/;

const left = (line: Line, why: Reason): LeftOver => ({ text: line.text, why, at: line.at });

/** What the pieces of one form have in common in this document. */
interface Habit {
  count: number;
  withChildren: number;
  /** Of those with pieces under them: short words only. */
  bareAbove: number;
  /** Short words before the first full stop, and more after it. */
  stops: number;
  leaves: number;
  /** Of the leaves: those with several paragraphs under them. */
  long: number;
  /** The forms of the pieces under short headings. */
  over: Set<string>;
}

type Habits = Map<string, Habit>;

const isBare = (n: Node): boolean => n.form === 'heading' || isShort(n.line.body) || n.line.body === '';

function readHabits(nodes: Node[], habits: Habits = new Map()): Habits {
  const todo = [...nodes];
  for (let n = todo.pop(); n; n = todo.pop()) {
    const h = habits.get(n.form) ?? {
      count: 0,
      withChildren: 0,
      bareAbove: 0,
      stops: 0,
      leaves: 0,
      long: 0,
      over: new Set<string>(),
    };
    h.count += 1;
    if (n.children.length > 0) {
      h.withChildren += 1;
      if (isBare(n)) h.bareAbove += 1;
      if (isBare(n)) for (const c of n.children) h.over.add(c.form);
    } else {
      h.leaves += 1;
      if (n.own.length > 1) h.long += 1;
    }
    if (titleStop(n.line.body) > 0) h.stops += 1;
    habits.set(n.form, h);
    todo.push(...n.children);
  }
  return habits;
}

/** The highest pieces, where each is only short words over pieces below: whatever their form, they are chapters. */
function readTops(nodes: Node[]): Set<Node> {
  const over = nodes.filter((n) => n.children.length > 1 && isShort(n.line.body) && n.own.length === 0);
  const all =
    over.length > 1 && over.length === nodes.length && nodes.every((n) => n.form === nodes[0]?.form);
  return new Set(all ? over : []);
}

/** Does a piece print points of its own? */
function hasPoints(n: Node, awards: boolean): boolean {
  if (readOwnPoints(n.line.body)) return true;
  if (n.own.some((l) => l.text.length <= 16 && readPoints(l.text))) return true;
  return awards && AWARD.test(fold(n.line.body));
}

class Chooser {
  readonly body: RawBody = { chapters: [], left: [], total: null };
  private readonly habits: Habits;
  private readonly awards: boolean;
  /** Headings above everything else. */
  private readonly tops: Set<Node>;
  /** Some pieces print points: then what has none is procedure. */
  private readonly scored: boolean;

  constructor(outline: Outline, awards: boolean) {
    this.habits = readHabits(outline.children);
    this.awards = awards;
    this.tops = readTops(outline.children);
    this.scored = outline.children.some(
      (n) => this.holdsPoints(n) || n.children.some((c) => this.holdsPoints(c)),
    );
    for (const line of outline.own) this.leave([line], REASONS.preamble);
    this.walk(outline.children, null);
  }

  private leave(lines: Line[], why: Reason): void {
    for (const line of lines) this.body.left.push(left(line, why));
  }

  private walk(nodes: Node[], chapter: RawChapter | null): void {
    const headings = nodes.filter((n) => this.isHeading(n)).length;
    for (const n of nodes) {
      const why = this.whyLeft(n, headings * 2 > nodes.length && nodes.length > 1);
      if (why) this.leave([n.line, ...linesUnder(n)], why);
      else if (this.isHeading(n)) {
        if (chapter && leadsOver(n)) this.under(n, chapter);
        else this.chapter(n);
      } else this.item(n, chapter);
    }
  }

  private whyLeft(n: Node, amongHeadings: boolean): Reason | null {
    const words = readHeading(n, false);
    const title = fold(words.title ?? n.line.body).replace(/\s/g, '');
    if (SUPPLEMENTARY.test(title)) return REASONS.supplementary;
    const text = fold(words.text || n.line.body);
    if (isClosing(text)) return REASONS.supplementary;
    const coarse = n.form === 'heading' || n.form === 'zh' || n.form === 'roman';
    if (!coarse || !PROCEDURE.test(title) || this.holdsPoints(n)) return null;
    return amongHeadings || this.scored ? REASONS.procedure : null;
  }

  private holdsPoints(n: Node): boolean {
    return hasPoints(n, this.awards) || n.children.some((c) => hasPoints(c, this.awards));
  }

  /** Is the piece only a heading over the items below it? */
  private isHeading(n: Node): boolean {
    if (n.children.length === 0) return this.unnumberedItems(n).length > 1;
    const scored = n.children.filter((c) => hasPoints(c, this.awards)).length;
    if (scored * 2 >= n.children.length && scored > 0 && n.children.length > 1) return true;
    if (n.form === 'part' || n.form === 'chapter' || n.form === 'section') return true;
    if (n.form === 'article') return n.children.some((c) => c.children.length > 0 && this.isHeading(c));
    if (this.tops.has(n)) return true;
    const fine = n.children.every((c) => c.form !== 'heading' && RANK[c.form] >= RANK['num-paren']);
    const under = n.form !== 'heading' && n.form !== 'zh' && n.form !== 'roman';
    if (fine && under) return false;
    if (n.form === 'num' && n.children.every((c) => c.form === 'zh-paren')) return false;
    if (isBare(n) && n.own.every((l) => l.text.length <= 80)) return true;
    const habit = this.habits.get(n.form);
    if (!habit || n.form === 'num') return false;
    const peers = n.form === 'zh' && n.children.every((c) => habit.over.has(c.form));
    return peers || habit.bareAbove * 2 > habit.withChildren;
  }

  /** Lines under a heading that are pieces by their own points, or by a bullet or a paragraph each. */
  private unnumberedItems(n: Node): Line[] {
    if (!isBare(n) || n.own.length < 2) return [];
    const scored = n.own.filter(
      (l) => l.text.length > 8 && (readPoints(l.text) || (this.awards && AWARD.test(fold(l.text)))),
    );
    if (scored.length * 2 >= n.own.length && scored.length > 1) return n.own;
    const habit = this.habits.get(n.form);
    if (n.form !== 'heading' || !habit || habit.withChildren > 0 || habit.long * 2 < habit.leaves) return [];
    if (n.own.some((l) => labelledRole(l.text))) return [];
    return n.own.every((l) => SENTENCE_END.test(l.text)) && n.own.length > 1 ? n.own : [];
  }

  private chapter(n: Node): void {
    const words = readHeading(n, true);
    const sentence = words.title === null && !isShort(n.line.body);
    const chapter: RawChapter = {
      label: n.line.marker?.printed ?? null,
      title: chapterTitle(words, n, sentence),
      points:
        words.points ??
        n.own.map((l) => (l.text.length < 16 ? readPoints(l.text)?.points : null)).find((p) => p != null) ??
        null,
      items: [],
      at: n.line.at,
    };
    this.body.chapters.push(chapter);
    const total = words.text.length < 12 ? readPoints(words.text) : null;
    if (total && !/\p{L}/u.test(total.rest)) chapter.points ??= total.points;
    else if (words.title !== null && words.text !== '')
      this.leave([{ ...n.line, text: words.text }], REASONS.leadIn);
    if (n.children.length === 0)
      for (const line of this.unnumberedItems(n)) chapter.items.push(plainItem(line));
    else {
      this.leave(n.own, REASONS.leadIn);
      this.walk(n.children, chapter);
    }
  }

  /** 第一条 …按下列标准计分： is said over the items of the 章 above it. */
  private under(n: Node, chapter: RawChapter): void {
    this.leave([n.line, ...n.own], REASONS.leadIn);
    this.walk(n.children, chapter);
  }

  private item(n: Node, chapter: RawChapter | null): void {
    const current = this.body.chapters.at(-1);
    const home =
      current &&
      (current === chapter || (chapter === null && current.label === null && current.title === null))
        ? current
        : null;
    const to = home ?? {
      label: chapter?.label ?? null,
      title: chapter?.title ?? null,
      points: null,
      items: [],
      at: n.line.at,
    };
    if (!home) this.body.chapters.push(to);
    const item = this.makeItem(n);
    if (item) to.items.push(item);
    else this.leave([n.line], REASONS.empty);
  }

  private makeItem(n: Node): RawItem | null {
    const habit = this.habits.get(n.form);
    const stops = habit !== undefined && habit.stops * 10 >= habit.count * 6;
    const words = readHeading(n, stops);
    const under = linesUnder(n);
    if (n.line.body === '' && under.length === 0) return null;
    const stated = under.find((l) => l.text.length <= 16 && readPoints(l.text));
    const first: Line[] = words.text === '' ? [] : [{ ...n.line, text: words.text, glued: false }];
    const passages = passagesOf([...first, ...under]);
    if (passages.every((p) => p.role !== 'text')) {
      passages.unshift({ role: 'text', text: words.title ?? '', at: n.line.at });
    }
    return {
      number: n.line.marker?.printed ?? null,
      title: words.title,
      points: words.points ?? (stated ? (readPoints(stated.text)?.points ?? null) : lastPoints(under)),
      passages,
      at: n.line.at,
    };
  }
}

/** An article that only announces the pieces below it. */
const leadsOver = (n: Node): boolean =>
  n.form === 'article' && n.children.length > 0 && /[:：]\s*$/.test(n.line.body);

/** Points printed at the very end of a piece's last line. */
function lastPoints(lines: Line[]): number | null {
  const last = lines.at(-1);
  return last ? (readPoints(last.text)?.points ?? null) : null;
}

function chapterTitle(words: Heading, n: Node, sentence: boolean): string | null {
  const title = words.title ?? (sentence ? n.line.body : words.text);
  return plainTitle(title) || null;
}

function plainItem(line: Line): RawItem {
  const stated = readOwnPoints(line.body);
  const text = stated ? stated.rest : line.body;
  return {
    number: null,
    title: null,
    points: stated?.points ?? null,
    passages: [{ role: 'text', text, at: line.at }],
    at: line.at,
  };
}

/** Which pieces of an outline are chapters, which are items, and what is neither. `awards`: a points method. */
export function chooseItems(outline: Outline, awards: boolean): RawBody {
  return new Chooser(outline, awards).body;
}
