import type { ItemWords, Kind, Level } from '../draft/draft.ts';
import { readPoints } from '../movements/read-points.ts';
import type { At, Source } from '../source/source.ts';
import { findUnplaced } from './find-unplaced.ts';
import { fold } from './fold.ts';
import type { LaidChapter, LaidItem, LaidOut, RawBody, RawChapter, RawItem } from './laid-out.ts';
import { partsOf } from './parts.ts';
import { REASONS } from './reasons.ts';
import { readBody, rowsLeft } from './section-body.ts';
import { readSections, type Section } from './sections.ts';
import { isStandardTitle, readKind, readLevel } from './titles.ts';

const FULL = /(?:满分|总分|总计|合计|共计|总分值|基准分|基础分值)(?:值)?[^\d。,;]{0,6}(\d{2,4})\s?分/;

function itemOf(raw: RawItem, chapter: RawChapter, kind: Kind | null, level: Level): LaidItem {
  const words: ItemWords = {
    kind,
    level,
    chapter: chapter.title,
    title: raw.title,
    points: raw.points,
    passages: raw.passages,
  };
  const text = raw.passages
    .filter((p) => p.role === 'text')
    .map((p) => p.text)
    .join('\n');
  return { number: raw.number, title: raw.title, text, points: raw.points, at: raw.at, words };
}

/** Full marks as printed, or the sum of what the chapters or items print. */
function fullMarksOf(section: Section, body: RawBody): number | null {
  if (body.total !== null) return body.total;
  const said = [
    ...section.heading.map((l) => l.text),
    ...section.left.map((l) => l.text),
    ...body.left.map((l) => l.text),
  ];
  for (const text of said) {
    const folded = fold(text.slice(0, 2000));
    const m = FULL.exec(folded);
    if (m) return Number(m[1]);
    if (/百分制/.test(folded)) return 100;
  }
  for (const l of section.heading) {
    const stated = readPoints(l.text);
    if (stated) return stated.points;
  }
  return sumOf(body);
}

/** The sum of what chapters or items print, where every part of the standard prints it. */
function sumOf(body: RawBody): number | null {
  const counted = body.chapters.filter(
    (c) => c.items.length > 0 && !/加分|减分|扣分|附加|否决/.test(c.title ?? ''),
  );
  let sum = 0;
  for (const c of counted) {
    const items = c.items.every((i) => i.points !== null)
      ? c.items.reduce((s, i) => s + (i.points ?? 0), 0)
      : null;
    const points = c.points ?? items;
    if (points === null) return null;
    sum += points;
  }
  return counted.length > 0 ? Math.round(sum * 1000) / 1000 : null;
}

function finish(section: Section, body: RawBody): LaidOut {
  const texts = body.chapters.flatMap((c) => c.items.flatMap((i) => i.passages.map((p) => p.text)));
  const kind = readKind(section.title, texts.join('\n').slice(0, 60_000));
  const fullMarks = fullMarksOf(section, body);
  const level = readLevel(section.title, fullMarks !== null);
  const chapters: LaidChapter[] = body.chapters.map((c) => ({
    ...c,
    items: c.items.map((i) => itemOf(i, c, kind, level)),
  }));
  return { title: section.title, kind, level, fullMarks, chapters, left: [...section.left, ...body.left] };
}

const hasItems = (l: LaidOut): boolean => l.chapters.some((c) => c.items.length > 0);

/** Editions without items, and papers that are no standards beside one that is, are left to the edition that follows. */
function withoutOthers(all: { laid: LaidOut; section: Section }[]): LaidOut[] {
  const standards = all.some((a) => hasItems(a.laid) && isStandardTitle(a.section.title ?? ''));
  const kept = all.filter((a) => hasItems(a.laid) && (!standards || isStandardTitle(a.section.title ?? '')));
  if (kept.length === 0) kept.push(...all.slice(0, 1));
  const out: LaidOut[] = [];
  let waiting: LaidOut['left'] = [];
  for (const a of all) {
    if (kept.includes(a)) {
      out.push({ ...a.laid, left: [...waiting, ...a.laid.left] });
      waiting = [];
    } else waiting.push(...allLeft(a.section));
  }
  const last = out.at(-1);
  if (last) last.left.push(...waiting);
  return out;
}

function allLeft(section: Section): LaidOut['left'] {
  const why = REASONS.otherPaper;
  const heading = section.heading.map((l) => ({ text: l.text, why, at: l.at }));
  const parts = section.parts.flatMap((p) =>
    p.type === 'line' ? [{ text: p.text, why, at: p.at }] : rowsLeft(p, why),
  );
  return [...section.left, ...heading, ...parts];
}

/** The file's order; sheets stay as they came. */
function inOrder({ at: a }: { at: At }, { at: b }: { at: At }): number {
  if ('paragraph' in a && 'paragraph' in b) return a.paragraph - b.paragraph;
  return 'sheet' in a && 'sheet' in b && a.sheet === b.sheet ? a.row - b.row : 0;
}

/** A file's editions in its order: chapters, items and what is neither. Never throws; takes time in line with its size. */
export function layOut(source: Source): LaidOut[] {
  const sections = readSections(partsOf(source.blocks));
  const editions = withoutOthers(
    sections.map((section) => ({ section, laid: finish(section, readBody(section)) })),
  );
  editions.at(-1)?.left.push(...findUnplaced(source, editions));
  for (const { left } of editions) left.sort(inOrder);
  return editions;
}
