import { correlation, kendallW } from './agreement.ts';
import { type Estimate, estimate } from './estimate.ts';
import { findFlags } from './find-flags.ts';
import { findWarnings } from './find-warnings.ts';
import { gatherSheets, type Sheets } from './gather-sheets.ts';
import { intervalFactor, placeUnits } from './place-units.ts';
import type { AnalyseInput, Analysis, PanelistResult, Rating, UnitResult } from './ratings.ts';

/** Fewer sheets than this show no consistency. */
const fewest = 3;

/**
 * The result of a panel: the units' levels with the severity of those who came taken out, what can and what cannot be
 * told apart, and what a person should look at. The same ratings in any order give the same result to the last digit.
 */
export function analyse(input: AnalyseInput): Analysis {
  const { kept, left } = sift(input);
  const gathered = gatherSheets(kept);
  const warnings = findWarnings(gathered, left);
  if (gathered.sheets.length === 0) {
    return { units: [], panelists: [], agreement: { kendallW: null }, noise: 0, severitySpread: 0, warnings };
  }
  const estimated = estimate(gathered);
  const flags = findFlags(gathered, estimated, input.parents);
  for (const name of left.own) flags[gathered.panelists.indexOf(name)]?.unshift('own-home');
  return {
    units: presentUnits(input, gathered, estimated),
    panelists: gathered.panelists.map((panelist, p) =>
      presentPanelist(gathered, estimated, { panelist, p, flags }),
    ),
    agreement: { kendallW: kendallW(gathered.sheets, gathered.panelists.length) },
    noise: estimated.noise,
    severitySpread: estimated.leniencySpread,
    warnings,
  };
}

/** Ratings that count; nobody's of his own unit, none outside the scale, the last of two. */
function sift({ scale: [lowest, highest], ratings }: AnalyseInput) {
  const own = new Set<string>();
  let outside = 0;
  const last = new Map<string, Rating>();
  let inside = 0;
  for (const rating of ratings) {
    if (rating.home === rating.unit) own.add(rating.panelist);
    else if (!(rating.score >= lowest && rating.score <= highest)) outside += 1;
    else {
      inside += 1;
      last.set(JSON.stringify([rating.panelist, rating.unit, rating.item]), rating);
    }
  }
  const kept = [...last.values()];
  return { kept, left: { own: [...own].sort(), twice: inside - kept.length, outside } };
}

function presentUnits({ scale }: AnalyseInput, gathered: Sheets, estimated: Estimate): UnitResult[] {
  const placed = placeUnits(estimated);
  const factor = intervalFactor(estimated);
  const within = (x: number): number => Math.min(scale[1], Math.max(scale[0], x));
  return gathered.units.map((unit, u) => {
    const own = gathered.sheets.filter((sheet) => sheet.unit === u);
    const scores = own.flatMap((sheet) => [...sheet.scores.values()]);
    const fair = estimated.fair[u] ?? 0;
    const error = factor * estimated.errorOf(u);
    return {
      unit,
      raw: scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length),
      fair: within(fair),
      low: within(fair - error),
      high: within(fair + error),
      ...(placed[u] ?? { rankLow: 1, rankHigh: gathered.units.length, band: 'A' }),
      sheets: own.length,
    };
  });
}

function presentPanelist(
  { sheets }: Sheets,
  estimated: Estimate,
  { panelist, p, flags }: { panelist: string; p: number; flags: readonly string[][] },
): PanelistResult {
  const own = sheets.flatMap((sheet, k) => (sheet.panelist === p ? [{ sheet, k }] : []));
  const leniency = estimated.leniency[p] ?? 0;
  // what the others found: the own sheet is not in it
  const others = own.map(({ sheet, k }) => sheet.mean - leniency - (estimated.beside[k] ?? 0));
  const given = own.map(({ sheet }) => sheet.mean);
  return {
    panelist,
    severity: leniency === 0 ? 0 : -leniency,
    consistency: own.length < fewest ? null : correlation(given, others),
    sheets: own.length,
    flags: flags[p] ?? [],
  };
}
