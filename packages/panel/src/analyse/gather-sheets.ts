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
}

/** Gathers scores into sheets; names are numbered in their own order, so that the answer does not hang on the input's. */
export function gatherSheets(ratings: readonly Rating[]): Sheets {
  const units = namesOf(ratings.map(({ unit }) => unit));
  const panelists = namesOf(ratings.map(({ panelist }) => panelist));
  const items = namesOf(ratings.map(({ item }) => item));
  const homes: (string | undefined)[] = panelists.names.map(() => undefined);
  const scores = new Map<number, Map<number, number>>();
  for (const { panelist, unit, item, score, home } of ratings) {
    const p = panelists.of(panelist);
    if (home !== undefined) homes[p] = home;
    const key = p * units.names.length + units.of(unit);
    const sheet = scores.get(key) ?? new Map<number, number>();
    sheet.set(items.of(item), score);
    scores.set(key, sheet);
  }
  const keys = [...scores.keys()].sort((a, b) => a - b);
  const rows = keys.map((key) => scores.get(key) ?? new Map<number, number>());
  const { heights, means, within } = levelItems(rows, items.names.length);
  const sheets = keys.map((key, at): Sheet => {
    const row = rows[at] ?? new Map<number, number>();
    return {
      panelist: Math.floor(key / units.names.length),
      unit: key % units.names.length,
      mean: means[at] ?? 0,
      items: row.size,
      scores: row,
    };
  });
  return {
    units: units.names,
    panelists: panelists.names,
    homes,
    sheets,
    within: heights.length > 1 ? within : 0,
  };
}

function namesOf(all: readonly string[]) {
  const names = [...new Set(all)].sort();
  const numbers = new Map(names.map((name, at) => [name, at]));
  return { names, of: (name: string): number => numbers.get(name) ?? 0 };
}

/** Additive fit of sheet and item by turns: a sheet without the hard items is not better for it. */
function levelItems(rows: readonly ReadonlyMap<number, number>[], count: number) {
  const heights = new Float64Array(count);
  const means = new Float64Array(rows.length);
  const complete = rows.every((row) => row.size === count);
  for (let round = 0; round < (complete ? 1 : 60); round += 1) {
    rows.forEach((row, at) => {
      means[at] = meanOf(row, (item) => heights[item] ?? 0);
    });
    const moved = levelOnce(rows, means, heights);
    if (moved < 1e-9) break;
  }
  let squares = 0;
  let free = 1 - rows.length - count;
  rows.forEach((row, at) => {
    for (const [item, score] of row) {
      squares += (score - (means[at] ?? 0) - (heights[item] ?? 0)) ** 2;
      free += 1;
    }
  });
  return { heights, means, within: free > 0 ? squares / free : 0 };
}

function levelOnce(
  rows: readonly ReadonlyMap<number, number>[],
  means: Float64Array,
  heights: Float64Array,
): number {
  const sums = new Float64Array(heights.length);
  const counts = new Float64Array(heights.length);
  rows.forEach((row, at) => {
    for (const [item, score] of row) {
      sums[item] = (sums[item] ?? 0) + score - (means[at] ?? 0);
      counts[item] = (counts[item] ?? 0) + 1;
    }
  });
  const next = sums.map((sum, item) => (counts[item] ? sum / (counts[item] ?? 1) : 0));
  const middle = next.reduce((sum, height) => sum + height, 0) / Math.max(1, next.length);
  let moved = 0;
  next.forEach((height, item) => {
    moved = Math.max(moved, Math.abs(height - middle - (heights[item] ?? 0)));
    heights[item] = height - middle;
  });
  return moved;
}

const meanOf = (row: ReadonlyMap<number, number>, height: (item: number) => number): number => {
  let sum = 0;
  for (const [item, score] of row) sum += score - height(item);
  return sum / Math.max(1, row.size);
};
