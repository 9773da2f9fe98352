import type { Sheet } from './gather-sheets.ts';

/** Fewer shared units than this order nothing. */
const fewest = 3;

/**
 * Kendall's W where not every panelist saw every unit: from the mean rank correlation of pairs over the units that both
 * saw, as W = r + (1 - r) / m with m raters on average (Kendall and Gibbons 1990, for complete ranks the same number).
 */
export function kendallW(sheets: readonly Sheet[], panelists: number): number | null {
  const byPanelist: Map<number, number>[] = Array.from({ length: panelists }, () => new Map());
  const raters = new Map<number, number>();
  for (const { panelist, unit, mean } of sheets) {
    byPanelist[panelist]?.set(unit, mean);
    raters.set(unit, (raters.get(unit) ?? 0) + 1);
  }
  let sum = 0;
  let weight = 0;
  for (let p = 0; p < panelists; p += 1) {
    for (let q = p + 1; q < panelists; q += 1) {
      const shared = shareOf(byPanelist[p], byPanelist[q]);
      if (shared.length < fewest) continue;
      const r = rankCorrelation(shared);
      if (r === null) continue;
      sum += r * (shared.length - 1);
      weight += shared.length - 1;
    }
  }
  if (weight === 0) return null;
  const m = sheets.length / Math.max(1, raters.size);
  const r = sum / weight;
  return Math.min(1, Math.max(0, r + (1 - r) / m));
}

function shareOf(
  one: Map<number, number> | undefined,
  other: Map<number, number> | undefined,
): [number, number][] {
  const shared: [number, number][] = [];
  for (const [unit, score] of one ?? []) {
    const mine = other?.get(unit);
    if (mine !== undefined) shared.push([score, mine]);
  }
  return shared;
}

function rankCorrelation(pairs: readonly [number, number][]): number | null {
  return correlation(ranksOf(pairs.map(([x]) => x)), ranksOf(pairs.map(([, y]) => y)));
}

/** Ranks from 1; equal values share the mean of theirs. */
function ranksOf(values: readonly number[]): number[] {
  const order = values.map((_value, at) => at).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1] ?? 0] === values[order[from] ?? 0]) to += 1;
    for (let at = from; at <= to; at += 1) ranks[order[at] ?? 0] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}

/** Pearson's correlation; null where one side does not vary. */
export function correlation(xs: readonly number[], ys: readonly number[]): number | null {
  const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;
  const [mx, my] = [mean(xs), mean(ys)];
  let [xy, xx, yy] = [0, 0, 0];
  xs.forEach((x, i) => {
    const y = (ys[i] ?? 0) - my;
    xy += (x - mx) * y;
    xx += (x - mx) ** 2;
    yy += y * y;
  });
  return xx > 1e-12 && yy > 1e-12 ? xy / Math.sqrt(xx * yy) : null;
}
