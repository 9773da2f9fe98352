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
 * told apart, and what a person should look at. The same ratings in any order give the same result to the last digit,
 * but that of two scores for one item by one panelist the later one counts. Levels are relative to this panel as a whole:
 * a panel that is strict throughout gives low levels, and nothing within its ratings can tell.
 */
export const analyse = (input: AnalyseInput): Analysis => examine(input).analysis;

/** The result with the estimate behind it, for whoever makes more of the levels; null: there is no sheet. */
export function examine(input: AnalyseInput): { analysis: Analysis; estimated: Estimate | null } {
  const { kept, homes, left } = sift(input);
  const gathered = gatherSheets(kept, homes);
  const warnings = findWarnings(gathered, left, input.names);
  if (gathered.sheets.length === 0) {
    const agreement = { kendallW: null };
    return {
      analysis: { units: [], panelists: [], agreement, noise: 0, severitySpread: 0, warnings },
      estimated: null,
    };
  }
  const estimated = estimate(gathered);
  const flags = findFlags(gathered, estimated, input.parents);
  for (const name of left.own) flags[gathered.panelists.indexOf(name)]?.unshift('own-home');
  const analysis = {
    units: presentUnits(input, gathered, estimated),
    panelists: gathered.panelists.map((panelist, p) =>
      presentPanelist(gathered, estimated, { panelist, p, flags }),
    ),
    agreement: { kendallW: kendallW(gathered.sheets, gathered.panelists.length) },
    noise: estimated.noise,
    severitySpread: estimated.leniencySpread,
    warnings,
  };
  return { analysis, estimated };
}

/** Ratings that count: nobody's of his own unit, none outside the scale. */
function sift({ scale: [lowest, highest], ratings }: AnalyseInput) {
  const homes = homesOf(ratings);
  const own = new Set<string>();
  const kept: Rating[] = [];
  let outside = 0;
  for (const rating of ratings) {
    if (homes.get(rating.panelist) === rating.unit || rating.home === rating.unit) own.add(rating.panelist);
    else if (rating.score >= lowest && rating.score <= highest) kept.push(rating);
    else outside += 1;
  }
  return { kept, homes, left: { own: [...own].sort(), outside } };
}

/** A home that is told with one score holds for all; of two, the first by name, whatever the order of the input. */
function homesOf(ratings: readonly Rating[]): Map<string, string> {
  const homes = new Map<string, string>();
  for (const { panelist, home } of ratings) {
    if (home === undefined) continue;
    const known = homes.get(panelist);
    if (known === undefined || home < known) homes.set(panelist, home);
  }
  return homes;
}

function presentUnits({ scale }: AnalyseInput, gathered: Sheets, estimated: Estimate): UnitResult[] {
  const placed = placeUnits(estimated);
  const factor = intervalFactor(estimated);
  const within = (x: number): number => Math.min(scale[1], Math.max(scale[0], x));
  const ofUnit = Map.groupBy(gathered.sheets, ({ unit }) => unit);
  return gathered.units.map((unit, u) => {
    const own = ofUnit.get(u) ?? [];
    const scores = own.flatMap((sheet) => [...sheet.scores.values()]);
    const fair = estimated.fair[u] ?? 0;
    // without two sheets of one unit nothing tells noise from merit: the interval is the whole scale
    const error = estimated.df === 0 ? Number.POSITIVE_INFINITY : factor * estimated.errorOf(u);
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
