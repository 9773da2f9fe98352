import { cellOf } from '../lay-out-cell.ts';
import { mostParagraphs, refusal } from '../refusals.ts';
import type { At, Paragraph, Row, Table } from '../source.ts';

interface Line {
  /** The line on which it begins, from 1. */
  line: number;
  fields: string[];
}

/**
 * A sheet saved as text (CSV, or with tabs): a table when all records have the same number of fields, at least three,
 * as a spreadsheet writes them. Prose with commas never has; undefined then.
 */
export function readDelimited(text: string): Table | undefined {
  return readWith(text, '\t') ?? readWith(text, ',');
}

function readWith(text: string, separator: string): Table | undefined {
  const columns = text.slice(0, 20_000).split('\n', 1)[0]?.split(separator).length ?? 0;
  if (columns < 3) return undefined;
  const records = recordsOf(text, separator, columns);
  if (!records || records.length < 3) return undefined;
  const rows: Row[] = records.map(({ line, fields }) => {
    const at = { paragraph: line };
    const cells = fields.flatMap((field, column) =>
      field.trim() === '' ? [] : [cellOf(paragraphsOf(field, at), column, 1, at)],
    );
    return { at, cells };
  });
  const filled = rows.filter(({ cells }) => cells.length > 0);
  spanTitles(filled, columns);
  return { type: 'table', rows: filled, columns };
}

/** What stands alone above the first full record was a title over all columns: the text has lost the merge. */
function spanTitles(rows: Row[], columns: number): void {
  for (const { cells } of rows) {
    const [only, other] = cells;
    if (!only || other) return;
    only.columnSpan = columns - only.column;
  }
}

/** Undefined as soon as a record has another number of fields. */
function recordsOf(text: string, separator: string, columns: number): Line[] | undefined {
  const records: Line[] = [];
  let fields: string[] = [];
  let line = 1;
  let from = 1;
  for (let at = 0; at <= text.length; ) {
    const end = fieldEnd(text, at, separator);
    const raw = text.slice(at, end);
    fields.push(
      raw.startsWith('"') ? raw.slice(1, raw.endsWith('"') ? -1 : undefined).replaceAll('""', '"') : raw,
    );
    for (let i = raw.indexOf('\n'); i >= 0; i = raw.indexOf('\n', i + 1)) line++;
    at = end + 1;
    if (end < text.length && text[end] === separator) continue;
    if (fields.length === columns) records.push({ line: from, fields });
    else if (fields.join('').trim() !== '') return undefined;
    if (records.length * columns > mostParagraphs) throw refusal('too-long');
    fields = [];
    line++;
    from = line;
  }
  return records;
}

/** Where a field ends: at the separator, the line's end or the text's; a quoted one may hold both. */
function fieldEnd(text: string, from: number, separator: string): number {
  let at = from;
  if (text[at] === '"') {
    at = text.indexOf('"', at + 1);
    while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
    if (at < 0) return text.length;
  }
  while (at < text.length && text[at] !== separator && text[at] !== '\n') at++;
  return at;
}

const paragraphsOf = (field: string, at: At): Paragraph[] =>
  field
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((text) => ({ type: 'paragraph', text, at }));
