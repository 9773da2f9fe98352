import type { Block, Table } from '../source/source.ts';
import { joinWrapped } from './join-wrapped.ts';
import { type Line, linesOf } from './lines.ts';
import { splitInline } from './split-inline.ts';
import { type Sheet, splitTable } from './tables/split-table.ts';

/** What a file is laid out from. */
export type Part = Line | Sheet;

/** A table of one column is only a frame around its text. */
function isFrame(table: Table): boolean {
  return (
    table.columns <= 1 || table.rows.every((row) => row.cells.length === 1 && row.cells[0]?.rowSpan === 1)
  );
}

function partsOfTable(table: Table): Part[] {
  if (!isFrame(table)) return splitTable(table);
  return table.rows.flatMap((row) =>
    row.cells.flatMap((cell) => cell.paragraphs.flatMap((p) => linesOf({ ...p, at: cell.at }))),
  );
}

/** A source's blocks as lines and tables, in reading order, pieces that were run together taken apart. */
export function partsOf(blocks: Block[]): Part[] {
  const parts: Part[] = [];
  let lines: Line[] = [];
  const flush = (): void => {
    parts.push(...splitInline(lines));
    lines = [];
  };
  for (const block of joinWrapped(blocks)) {
    for (const part of block.type === 'paragraph' ? linesOf(block) : partsOfTable(block)) {
      if (part.type === 'line') lines.push(part);
      else {
        flush();
        parts.push(part);
      }
    }
  }
  flush();
  return parts;
}
