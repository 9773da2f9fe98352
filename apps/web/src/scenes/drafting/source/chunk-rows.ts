interface Spanning {
  cells: readonly { rowSpan: number }[];
}

/** Rows in chunks of at least `size` that no merged cell crosses, so that each can be drawn by itself. */
export function chunkRows<Row extends Spanning>(rows: readonly Row[], size: number): Row[][] {
  const chunks: Row[][] = [];
  let chunk: Row[] = [];
  let covered = 0;
  rows.forEach((row, i) => {
    chunk.push(row);
    covered = Math.max(covered, ...row.cells.map((cell) => i + cell.rowSpan));
    if (chunk.length >= size && covered <= i + 1) {
      chunks.push(chunk);
      chunk = [];
    }
  });
  if (chunk.length > 0) chunks.push(chunk);
  return chunks;
}
