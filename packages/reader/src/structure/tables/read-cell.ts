import type { Passage } from '../../draft/draft.ts';
import { readPoints } from '../../movements/read-points.ts';
import type { Cell } from '../../source/source.ts';
import { fold } from '../fold.ts';
import { readHeading } from '../item-words.ts';
import { type Line, linesOf, makeLine } from '../lines.ts';
import { plainTitle } from '../plain-title.ts';
import { oneLine } from './grid.ts';

export interface ChapterWords {
  label: string | null;
  title: string | null;
  points: number | null;
}

/** A chapter's cell: 一、组织建设（20分）, 组织建设\n20分. */
export function readChapterCell(cell: Cell): ChapterWords {
  const first = cell.paragraphs[0];
  const line = first?.number
    ? linesOf({ ...first, text: oneLine(cell.text.slice(first.number.length)) })[0]
    : undefined;
  const whole = line ?? makeLine(oneLine(cell.text), cell.at);
  const stated = readPoints(whole.body);
  const title = plainTitle((stated?.rest ?? whole.body).replace(/[（(【[]\s?[）)】\]]/g, ''));
  return { label: whole.marker?.printed ?? null, title: title || null, points: stated?.points ?? null };
}

/** A cell's lines, with the numbers that stand in front of them. */
export function linesOfCell(cell: Cell): Line[] {
  const lines = cell.paragraphs.flatMap((p) => linesOf({ ...p, at: cell.at }));
  return lines.length > 0 || cell.text.trim() === '' ? lines : [makeLine(cell.text, cell.at)];
}

export interface WordingCell {
  number: string | null;
  title: string | null;
  points: number | null;
  passages: Passage[];
}

/** A cell of wording: its own number, heading and points taken off, the rest as one passage a paragraph. */
export function readWordingCell(cell: Cell, takeNumber: boolean): WordingCell {
  const lines = linesOfCell(cell);
  const [first] = lines;
  if (!first) return { number: null, title: null, points: null, passages: [] };
  const only = lines.filter((l) => l.marker?.form === first.marker?.form).length === 1;
  const numbered = takeNumber && first.marker !== null && only;
  const line = numbered || first.marker === null ? first : { ...first, body: first.text, marker: null };
  const node = {
    line,
    form: first.marker?.form ?? 'num',
    value: 1,
    own: lines.slice(1),
    children: [],
  } as const;
  const read = readHeading({ ...node, own: [...node.own], children: [] }, false);
  const alone = read.text === '' && lines.length === 1 && read.title !== null;
  const heading = alone ? { ...read, title: null, text: read.title ?? '' } : read;
  const texts = [heading.text, ...lines.slice(1).map((l) => l.text)].filter((t) => t.trim() !== '');
  return {
    number: numbered ? (first.marker?.printed ?? null) : null,
    title: heading.title,
    points: heading.points,
    passages: texts.map((text) => ({ role: 'text', text, at: cell.at })),
  };
}

const EMPTY = /^[-—–/／\\、.。·\s]*$/;

/** A cell of scoring or method as one passage; null where it has no words. */
export function passageOf(cell: Cell, role: Passage['role']): Passage | null {
  const text = cell.text.trim();
  return EMPTY.test(fold(text)) ? null : { role, text, at: cell.at };
}
