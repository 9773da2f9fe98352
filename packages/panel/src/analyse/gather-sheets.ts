import type { Rating } from './ratings.ts';

/** All that one panelist gave one unit: its mean with the items' own height taken out, and how many items it is of. */
export interface Sheet {
  readonly panelist: number;
  readonly unit: number;
  readonly mean: number;
  readonly items: number;
  /** Scores by item number, for comparing sheets with each other. */
  readonly scores: ReadonlyMap<number, number>;
}

export interface Sheets {
  readonly units: readonly string[];
  readonly panelists: readonly string[];
  /** The home unit of each panelist by number, where it is known. */
  readonly homes: readonly (string | undefined)[];
  readonly sheets: readonly Sheet[];
  /** Mean square of a score around its sheet and its item; 0 where every sheet has one item. */
  readonly within: number;
  /** Scores that a later one for the same item by the same panelist replaced. */
  readonly twice: number;
}

/** Gathers scores into sheets; names are numbered in their own order, so that the answer does not hang on the input's. */
export function gatherSheets(ratings: readonly Rating[], homes: ReadonlyMap<string, string>): Sheets {
  const units = namesOf(ratings.map(({ unit }) => unit));
  const panelists = namesOf(ratings.map(({ panelist }) => panelist));
  const items = namesOf(ratings.map(({ item }) => item));
  const scores = new Map<number, Map<number, number>>();
  for (const { panelist, unit, item, score } of ratings) {
    const key = panelists.of(panelist) * units.names.length + units.of(unit);
    const sheet = scores.get(key) ?? new Map<number, number>();
    sheet.set(items.of(item), score);
    scores.set(key, sheet);
  }
  const rows = [...scores]
    .sort(([a], [b]) => a - b)
    .map(([key, row]) => ({ key, scores: new Map([...row].sort(([a], [b]) => a - b)) }));
  const { means, within } = levelItems(
    rows.map((row) => row.scores),
    items.names.length,
  );
  return {
    units: units.names,
    panelists: panelists.names,
    homes: panelists.names.map((name) => homes.get(name)),
    sheets: rows.map(
      (row, at): Sheet => ({
        panelist: Math.floor(row.key / units.names.length),
        unit: row.key % units.names.length,
        mean: means[at] ?? 0,
        items: row.scores.size,
        scores: row.scores,
      }),
    ),
    within: items.names.length > 1 ? within : 0,
    twice: ratings.length - rows.reduce((sum, row) => sum + row.scores.size, 0),
  };
}

function namesOf(all: readonly string[]) {
  const names = [...new Set(all)].sort();
  const numbers = new Map(names.map((name, at) => [name, at]));
  return { names, of: (name: string): number => numbers.get(name) ?? 0 };
}

/** All scores in flat columns: sheet, item, score. */
interface Cells {
  sheet: Int32Array;
  item: Int32Array;
  score: Float64Array;
}

function flatten(rows: readonly ReadonlyMap<number, number>[]): Cells {
  const size = rows.reduce((sum, row) => sum + row.size, 0);
  const cells = { sheet: new Int32Array(size), item: new Int32Array(size), score: new Float64Array(size) };
  let at = 0;
  rows.forEach((row, sheet) => {
    for (const [item, score] of row) {
      cells.sheet[at] = sheet;
      cells.item[at] = item;
      cells.score[at] = score;
      at += 1;
    }
  });
  return cells;
}

/** Additive fit of sheet and item by turns: a sheet without the hard items is not better for it. */
function levelItems(rows: readonly ReadonlyMap<number, number>[], count: number) {
  const cells = flatten(rows);
  const heights = new Float64Array(count);
  let means = new Float64Array(rows.length);
  for (let round = 0; round < 60; round += 1) {
    means = meansOf(cells.sheet, offsets(cells, cells.item, heights), rows.length);
    const next = meansOf(cells.item, offsets(cells, cells.sheet, means), count);
    const middle = next.reduce((sum, height) => sum + height, 0) / Math.max(1, count);
    let moved = 0;
    next.forEach((height, item) => {
      moved = Math.max(moved, Math.abs(height - middle - (heights[item] ?? 0)));
      heights[item] = height - middle;
    });
    if (moved < 1e-9) break;
  }
  const left = offsets(cells, cells.sheet, means);
  const squares = left.reduce((sum, one, at) => sum + (one - (heights[cells.item[at] ?? 0] ?? 0)) ** 2, 0);
  const free = cells.score.length + 1 - rows.length - count;
  return { means, within: free > 0 ? squares / free : 0 };
}

const offsets = (cells: Cells, of: Int32Array, level: Float64Array): Float64Array =>
  cells.score.map((score, at) => score - (level[of[at] ?? 0] ?? 0));

function meansOf(of: Int32Array, values: Float64Array, count: number): Float64Array<ArrayBuffer> {
  const sums = new Float64Array(count);
  const counts = new Float64Array(count);
  values.forEach((value, at) => {
    const k = of[at] ?? 0;
    sums[k] = (sums[k] ?? 0) + value;
    counts[k] = (counts[k] ?? 0) + 1;
  });
  return sums.map((sum, k) => sum / Math.max(1, counts[k] ?? 0));
}
