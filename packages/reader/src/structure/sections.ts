import type { LeftOver } from '../draft/draft.ts';
import { bareWords, fold, SENTENCE_END } from './fold.ts';
import type { Line } from './lines.ts';
import type { Part } from './parts.ts';
import { REASONS, type Reason } from './reasons.ts';
import { isWebPage, readSurroundings } from './surroundings.ts';
import { isPaperTitle, isStandardTitle, readKind, withoutAttachment } from './titles.ts';

/** A stretch of a file under one title. */
export interface Section {
  title: string | null;
  /** The lines that the title was printed on. */
  heading: Line[];
  parts: Part[];
  left: LeftOver[];
}

const ORGANIZATION =
  /党组织|党支部|支部|党委|党总支|党建|农村|村级|社区|机关|企业|国企|学校|非公|两新|社会组织|基层|党员/;
/** What tells a standard of its own from the heading of a chapter (党支部组织设置标准). */
const OWN_NAME = /基本标准|示范|考核|考评|评分|评价|细则|办法|积分|星级|清单|规范化|标准化/;
const ATTACHMENT_ALONE = /^附\s?(?:件|表|录)?\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s?[:：.]?$/;
/** Lines between a title and the text it stands over. */
const FAR = 14;

const lefts = (line: Line, why: Reason): LeftOver => ({ text: line.text, why, at: line.at });

/** Does a text begin below: a row of numbers from one, a table, or numbered pieces at all? */
function opensText(parts: Part[], from: number): boolean {
  for (let i = from; i < Math.min(parts.length, from + FAR); i += 1) {
    const part = parts[i];
    if (!part) return false;
    if (part.type === 'table' || part.marker?.value === 1) return true;
    if (part.marker || isPaperTitle(part.text)) return false;
  }
  return false;
}

/** True where a new edition begins in the middle of a file. */
function opensEdition(parts: Part[], i: number): boolean {
  const line = parts[i];
  if (!line || line.type === 'table' || line.marker || /^[《"“]/.test(line.text)) return false;
  if (!isPaperTitle(line.text) || !opensText(parts, i + 1)) return false;
  const before = parts[i - 1];
  const attached = before?.type === 'line' && ATTACHMENT_ALONE.test(fold(before.text).trim());
  if (attached || withoutAttachment(line.text) !== line.text) return true;
  const strong = line.look.centred === true || line.look.outline === 1;
  const words = fold(line.text);
  if (!isStandardTitle(line.text)) return strong && words.length >= 9 && ORGANIZATION.test(words);
  const named = readKind(line.text, '') !== null || OWN_NAME.test(words);
  return named && ORGANIZATION.test(words) && (words.length >= 9 || strong);
}

/** Is the line before the first half of a title that was broken in two? */
function firstHalf(before: Part | undefined, line: Line): before is Line {
  if (before?.type !== 'line' || before.marker || isPaperTitle(before.text)) return false;
  const t = fold(before.text);
  if (t.length > 36 || SENTENCE_END.test(t) || /[:,)\]】〕]$|文件$|号$|^附/.test(t) || isWebPage(before))
    return false;
  const same = before.look.centred === line.look.centred && before.look.size === line.look.size;
  const shown = line.look.centred === true || line.look.bold === true || line.look.outline !== undefined;
  return same && (shown ? before.look.bold === line.look.bold : fold(line.text).length <= 12);
}

/** The place of the file's own title: the best line before the first numbered piece or table. */
function findFirstTitle(parts: Part[], outside: (Reason | null)[]): number {
  let shown = -1;
  let paper = -1;
  for (let i = 0; i < Math.min(parts.length, 60); i += 1) {
    const part = parts[i];
    if (!part || part.type === 'table') break;
    if (outside[i]) continue;
    if (part.marker) break;
    if (isStandardTitle(part.text)) return i;
    if (paper < 0 && isPaperTitle(part.text)) paper = i;
    const t = fold(part.text);
    const plain = t.length <= 40 && t.length >= 4 && !/[。;,:]/.test(t) && /\p{Script=Han}/u.test(t);
    if (shown < 0 && plain && (part.look.centred || part.look.outline || part.look.size)) shown = i;
    if (t.length > 60) break;
  }
  return paper >= 0 ? paper : shown;
}

class Sections {
  readonly list: Section[] = [{ title: null, heading: [], parts: [], left: [] }];

  private get current(): Section {
    return this.list.at(-1) as Section;
  }

  leave(line: Line, why: Reason): void {
    this.current.left.push(lefts(line, why));
  }

  add(part: Part): void {
    this.current.parts.push(part);
  }

  open(line: Line, before: Part | undefined): void {
    this.title(line, before);
    const words = withoutAttachment(line.text);
    const label = line.text.slice(0, line.text.length - words.length).trim();
    if (label !== '') this.current.left.push({ text: label, why: REASONS.attachment, at: line.at });
  }

  private title(line: Line, before: Part | undefined): void {
    const heading = [line];
    const half = firstHalf(before, line);
    if (half && this.current.parts.at(-1) === before) {
      this.current.parts.pop();
      heading.unshift(before);
    }
    const title = heading.map((h) => withoutAttachment(h.text)).join('');
    const empty =
      this.current.title === null && this.current.parts.every((p) => p.type === 'line' && !p.marker);
    if (empty) {
      this.current.title = title;
      this.current.heading = heading;
      for (const p of this.current.parts) if (p.type === 'line') this.leave(p, REASONS.preamble);
      this.current.parts = [];
    } else if (bareWords(title) === bareWords(this.current.title ?? '')) {
      for (const again of heading) this.leave(again, REASONS.title);
    } else this.list.push({ title, heading, parts: [], left: [] });
  }
}

/** Where no cell holds the title, the name of the sheet may. */
function sheetTitle(parts: Part[]): string | null {
  const sheet = parts.find((p) => p.type === 'table');
  return sheet?.name && isPaperTitle(sheet.name) ? sheet.name : null;
}

/** The stretches of a file, each under its title; what stands around them is left with the stretch it follows. */
export function readSections(parts: Part[]): Section[] {
  const outside = readSurroundings(parts);
  const first = findFirstTitle(parts, outside);
  const lastNumbered = parts.findLastIndex(
    (p, i) => (p.type === 'table' || p.marker !== null) && !outside[i],
  );
  const sections = new Sections();
  let pageBelow = false;
  for (const [i, part] of parts.entries()) {
    if (outside[i] === REASONS.web && i > lastNumbered && lastNumbered >= 0) pageBelow = true;
    const label = part.type === 'line' && !part.marker && ATTACHMENT_ALONE.test(fold(part.text).trim());
    const why = outside[i] ?? (pageBelow ? REASONS.web : label ? REASONS.attachment : null);
    if (part.type === 'line' && why) sections.leave(part, why);
    else if (part.type === 'line' && (i === first || opensEdition(parts, i)))
      sections.open(part, parts[i - 1]);
    else sections.add(part);
  }
  for (const section of sections.list) section.title ??= sheetTitle(section.parts);
  return sections.list;
}
