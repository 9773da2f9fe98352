import type { LeftOver } from '../draft/draft.ts';
import { readAsides } from './asides.ts';
import { chooseItems } from './choose-items.ts';
import { fold } from './fold.ts';
import { readHeading } from './item-words.ts';
import type { RawBody, RawChapter } from './laid-out.ts';
import type { Line } from './lines.ts';
import { RANK } from './markers.ts';
import { buildOutline, isShort } from './outline.ts';
import type { Part } from './parts.ts';
import { plainTitle } from './plain-title.ts';
import { REASONS, type Reason } from './reasons.ts';
import type { Section } from './sections.ts';
import type { Role } from './tables/column-roles.ts';
import { cellsOf } from './tables/grid.ts';
import type { Sheet } from './tables/split-table.ts';
import { rolesOf, TableItems } from './tables/table-items.ts';
import { isPaperTitle } from './titles.ts';

type Tables = Map<Sheet, Role[]>;

const linesIn = (parts: Part[]): Line[] => parts.filter((p): p is Line => p.type === 'line');
const itemsIn = (body: RawBody): number => body.chapters.reduce((n, c) => n + c.items.length, 0);

/** The tables that list items, each with the roles of its columns; one without a header goes on with those before it. */
function readTables(parts: Part[]): Tables {
  const tables: Tables = new Map();
  let before: Role[] = [];
  for (const part of parts) {
    if (part.type === 'line') continue;
    const width = part.body[0]?.places.length ?? 0;
    const goesOn = part.header.length === 0 && width > 0 && before.length === width;
    const roles = goesOn ? before : rolesOf(part);
    if (!roles) continue;
    tables.set(part, roles);
    before = roles;
  }
  return tables;
}

/** Is the line a heading for the table below it? */
function headsTable(line: Line, next: Part | undefined): boolean {
  if (next?.type !== 'table' || !isShort(line.body) || isPaperTitle(line.text) || /^附/.test(line.text))
    return false;
  if (/[_＿]|(?:单位|时间|日期|填表人)\s?[:：]/.test(fold(line.text))) return false;
  const look = line.look;
  return line.marker
    ? RANK[line.marker.form] <= RANK.num
    : look.bold === true || look.centred === true || look.outline !== undefined;
}

function chapterOf(line: Line): RawChapter {
  const words = readHeading({ line, form: 'heading', value: 0, own: [], children: [] }, false);
  return {
    label: line.marker?.printed ?? null,
    title: words.title && plainTitle(words.title),
    points: words.points,
    items: [],
    at: line.at,
  };
}

function tableBody(parts: Part[], tables: Tables, named: boolean): RawBody {
  const items = new TableItems();
  let sheet: string | null = null;
  for (const [i, part] of parts.entries()) {
    if (part.type === 'line') {
      if (headsTable(part, parts[i + 1])) items.open(chapterOf(part));
      else
        items.body.left.push({
          text: part.text,
          why: tables.size > 0 ? REASONS.around : REASONS.preamble,
          at: part.at,
        });
      continue;
    }
    const roles = tables.get(part);
    if (!roles) {
      leaveTable(part, items.body);
      continue;
    }
    if (named && part.name !== sheet && !roles.includes('chapter')) {
      items.open({
        label: null,
        title: part.name,
        points: null,
        items: [],
        at: part.body[0]?.row.at ?? { paragraph: 1 },
      });
    }
    sheet = part.name;
    items.add(part, roles);
  }
  const seen = new Set<string>();
  const chapters = items.body.chapters.filter((c) => {
    const again = c.title === null || seen.has(c.title);
    seen.add(c.title ?? '');
    return c.items.length > 0 || !again;
  });
  return { ...items.body, chapters };
}

/** A table's rows, left for a reason. */
export function rowsLeft(sheet: Sheet, why: Reason): LeftOver[] {
  return [...sheet.headerRows, ...sheet.body].flatMap((row) => {
    const text = cellsOf(row)
      .map((c) => c.text)
      .join(' ')
      .trim();
    return text === '' ? [] : [{ text, why, at: row.row.at }];
  });
}

function leaveTable(sheet: Sheet, body: RawBody): void {
  body.left.push(...rowsLeft(sheet, REASONS.table));
}

function textBody(lines: Line[], awards: boolean): RawBody {
  const asides = readAsides(lines);
  const body = chooseItems(buildOutline(lines.filter((_, i) => !asides[i])), awards);
  for (const [i, line] of lines.entries()) {
    const why = asides[i];
    if (why) body.left.push({ text: line.text, why, at: line.at });
  }
  return body;
}

/** Chapters and items of a section, from its text, its tables, or both. */
export function readBody(section: Section): RawBody {
  const awards = /积分|加分|奖分/.test(section.title ?? '');
  const tables = readTables(section.parts);
  const lines = linesIn(section.parts);
  const text = textBody(lines, awards);
  if (tables.size === 0) {
    for (const part of section.parts) if (part.type === 'table') leaveTable(part, text);
    return text;
  }
  const names = new Set([...tables.keys()].map((t) => t.name));
  const table = tableBody(section.parts, tables, names.size > 1);
  const judged = [...tables.values()].some((r) => r.includes('points') || r.includes('scoring'));
  const articles = text.chapters
    .flatMap((c) => c.items)
    .filter((i) => i.number?.startsWith('第') || i.points !== null).length;
  if (articles >= 3 && itemsIn(table) > 0)
    return joined(
      text,
      tableBody(
        section.parts.filter((p) => p.type === 'table'),
        tables,
        false,
      ),
    );
  if (itemsIn(table) > 0 && (judged || itemsIn(table) >= itemsIn(text))) return table;
  for (const part of section.parts) if (part.type === 'table') leaveTable(part, text);
  return text;
}

function joined(text: RawBody, table: RawBody): RawBody {
  return {
    chapters: [...text.chapters, ...table.chapters],
    left: [...text.left, ...table.left],
    total: table.total ?? text.total,
  };
}
