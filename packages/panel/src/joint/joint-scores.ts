import { estimate } from '../analyse/estimate.ts';
import { gatherSheets } from '../analyse/gather-sheets.ts';
import type { AnalyseInput } from '../analyse/ratings.ts';

/** What a panel gives one unit for one item, as the panel as a whole would have given it. */
export interface JointScore {
  readonly unit: string;
  readonly item: string;
  /** Within the scale, to a hundredth. */
  readonly score: number;
  /** How many scores it is made of. */
  readonly panelists: number;
}

/**
 * The joint score of each unit and item: the mean of the scores after each panelist's own severity is taken out, wild
 * sheets with less weight, as `analyse` estimates both. A score of one's own unit or outside the scale does not count.
 * The order of the input moves nothing; the answer is ordered by unit and item.
 */
export function jointScores({ scale: [lowest, highest], ratings }: AnalyseInput): JointScore[] {
  const kept = ratings.filter(
    ({ unit, home, score }) => home !== unit && score >= lowest && score <= highest,
  );
  if (kept.length === 0) return [];
  const gathered = gatherSheets(kept, new Map());
  const { leniency, trust } = estimate(gathered);
  const items = [...new Set(kept.map(({ item }) => item))].sort();
  const sums = new Map<string, { score: number; weight: number; panelists: number }>();
  gathered.sheets.forEach(({ unit, panelist, scores }, k) => {
    const weight = trust[k] ?? 1;
    for (const [item, score] of scores) {
      const key = `${unit} ${item}`;
      const sum = sums.get(key) ?? { score: 0, weight: 0, panelists: 0 };
      sum.score += weight * (score - (leniency[panelist] ?? 0));
      sum.weight += weight;
      sum.panelists += 1;
      sums.set(key, sum);
    }
  });
  return gathered.units.flatMap((unit, u) =>
    items.flatMap((item, i) => {
      const sum = sums.get(`${u} ${i}`);
      if (!sum) return [];
      const score = Math.min(highest, Math.max(lowest, sum.score / sum.weight));
      return [{ unit, item, score: Math.round(score * 100) / 100, panelists: sum.panelists }];
    }),
  );
}
