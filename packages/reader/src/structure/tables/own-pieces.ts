import { readPoints } from '../../movements/read-points.ts';
import type { RawItem } from '../laid-out.ts';
import type { Line } from '../lines.ts';
import type { Form } from '../markers.ts';
import { splitInline } from '../split-inline.ts';
import { linesOfCell } from './read-cell.ts';
import type { RowView } from './row-view.ts';

/** Lines cut before each number of one form; what stands before the first belongs to the first. */
function cutAt(lines: Line[], form: Form): Line[][] {
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
  return pieces;
}

function itemOf(lines: Line[], row: RowView): RawItem {
  const text = lines.map((l, i) => (i === 0 ? l.body : l.text)).join('\n');
  const stated = readPoints(text);
  return {
    number: lines[0]?.marker?.printed ?? null,
    title: null,
    points: stated?.points ?? null,
    passages: [{ role: 'text', text: stated?.rest ?? text, at: row.at }],
    at: row.at,
  };
}

/** The scoring of each piece where the cell beside counts the same pieces; else all of it with the first. */
function spread(row: RowView, items: RawItem[], form: Form): void {
  for (const role of ['scoring', 'method'] as const) {
    for (const { cell } of row.take(role)) {
      const parts = cutAt(splitInline(linesOfCell(cell)), form);
      const texts =
        parts.length === items.length ? parts.map((p) => p.map((l) => l.text).join('')) : [cell.text.trim()];
      for (const [i, text] of texts.entries()) {
        if (text !== '') items[i]?.passages.push({ role, text, at: row.at });
      }
    }
  }
}

/**
 * The numbered pieces of a row's wording where they are items of their own: because each prints its points, or
 * because the row itself has neither number nor points. Empty where the row is one item.
 */
export function readOwnPieces(row: RowView, points: number | null): RawItem[] {
  const wordings = row.see('text').filter((b) => b.starts);
  const [wording] = wordings;
  if (!wording || wordings.length > 1) return [];
  const lines = splitInline(linesOfCell(wording.cell));
  const form = lines.find((l) => l.marker)?.marker?.form;
  if (!form) return [];
  const pieces = cutAt(lines, form);
  if (pieces.length < 2) return [];
  const scored = pieces.filter((p) => readPoints(p.map((l) => l.text).join('')) !== null).length;
  const numbered = points === null && (form === 'num' || form === 'zh' || form === 'article');
  if (!numbered && scored < pieces.length) return [];
  row.take('text');
  const items = pieces.map((p) => itemOf(p, row));
  spread(row, items, form);
  return items;
}
