import type { At, Block, Cell, Paragraph } from './source.ts';

/** A cell of one row; merges below are added by whoever lays out the table. */
export function cellOf(paragraphs: Paragraph[], column: number, columnSpan: number, at: At): Cell {
  const seen = paragraphs.filter(({ text, number }) => text !== '' || number !== undefined);
  const all = seen.length > 0 ? seen : [{ type: 'paragraph' as const, text: '', at }];
  return { text: all.map(withNumber).join('\n'), paragraphs: all, column, columnSpan, rowSpan: 1, at };
}

/** The words with the automatic number in front, as the page shows them. */
export function withNumber({ number, text }: Paragraph): string {
  if (number === undefined) return text;
  return text === '' || /[、.．)）:：,，]$/.test(number) ? number + text : `${number} ${text}`;
}

/** Paragraphs only: a table inside becomes one paragraph a row, its cells apart by tabs. */
export function flatten(blocks: Block[]): Paragraph[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [block];
    return block.rows.map(({ at, cells }) => ({
      type: 'paragraph' as const,
      text: cells
        .map(({ text }) => text.replaceAll('\n', ' '))
        .join('\t')
        .trim(),
      at,
    }));
  });
}
