import type { Estimate } from './estimate.ts';
import type { Sheets } from './gather-sheets.ts';

/** One side of a favour must stand out by so many standard errors, and both together by so many. */
const oneSide = 1;
const bothSides = 2.33;
/** A panelist's own township must stand out by so many. */
const township = 2.33;
const wild = 3.5;
/** A panelist with a third of the usual spread, over at least so many sheets, tells nobody apart. */
const flat = 1 / 3;
const fewSheets = 4;
/** Shared scores that two must have before they can be copies, and the part of them that is the same. */
const copyScores = 12;
const copyShare = 0.9;

/** What should be looked at by a person; it never changes the result by itself. By panelist, in a fixed order. */
export function findFlags(
  gathered: Sheets,
  estimate: Estimate,
  parents: Readonly<Record<string, string>> | undefined,
): string[][] {
  const flags: string[][] = gathered.panelists.map(() => []);
  const put = (panelist: number, flag: string): void => {
    flags[panelist]?.push(flag);
  };
  findFavours(gathered, estimate, put);
  findCopies(gathered, put);
  if (parents) findTownships(gathered, estimate, parents, put);
  findFlat(gathered, put);
  gathered.sheets.forEach(({ panelist, unit }, k) => {
    const size = Math.abs(estimate.beside[k] ?? 0);
    if (size > wild * Math.max(1e-9, estimate.besideErrors[k] ?? 0)) {
      put(panelist, `wild:${gathered.units[unit] ?? ''}`);
    }
  });
  return flags;
}

type Put = (panelist: number, flag: string) => void;

function findFavours({ sheets, units, panelists, homes }: Sheets, estimate: Estimate, put: Put): void {
  const standing = new Map<string, number>();
  sheets.forEach(({ panelist, unit }, k) => {
    const error = estimate.besideErrors[k] ?? 0;
    if (error > 0) standing.set(`${panelist} ${units[unit]}`, (estimate.beside[k] ?? 0) / error);
  });
  panelists.forEach((name, p) => {
    panelists.forEach((other, q) => {
      if (q <= p || homes[p] === undefined || homes[q] === undefined || homes[p] === homes[q]) return;
      const given = standing.get(`${p} ${homes[q]}`);
      const taken = standing.get(`${q} ${homes[p]}`);
      if (given === undefined || taken === undefined) return;
      if (given < oneSide || taken < oneSide || (given + taken) / Math.SQRT2 < bothSides) return;
      put(p, `reciprocal:${other}`);
      put(q, `reciprocal:${name}`);
    });
  });
}

function findTownships(
  { sheets, units, homes, panelists }: Sheets,
  estimate: Estimate,
  parents: Readonly<Record<string, string>>,
  put: Put,
): void {
  const parentOf = (unit: string | undefined): string | undefined =>
    unit !== undefined && Object.hasOwn(parents, unit) ? parents[unit] : undefined;
  panelists.forEach((_name, p) => {
    const own = parentOf(homes[p]);
    if (own === undefined) return;
    let [inside, weight] = [0, 0];
    sheets.forEach(({ panelist, unit }, k) => {
      if (panelist !== p || parentOf(units[unit]) !== own) return;
      const error = Math.max(1e-9, estimate.besideErrors[k] ?? 0);
      inside += (estimate.beside[k] ?? 0) / error ** 2;
      weight += 1 / error ** 2;
    });
    if (weight > 0 && inside / Math.sqrt(weight) > township) put(p, 'own-township');
  });
}

function findFlat({ sheets, panelists }: Sheets, put: Put): void {
  const spreads = panelists.map((_name, p) => {
    const own = sheets.filter(({ panelist }) => panelist === p);
    if (own.length < fewSheets) return null;
    const mean = own.reduce((sum, sheet) => sum + sheet.mean, 0) / own.length;
    return Math.sqrt(own.reduce((sum, sheet) => sum + (sheet.mean - mean) ** 2, 0) / (own.length - 1));
  });
  const known = spreads.filter((one) => one !== null).sort((a, b) => a - b);
  const usual = known[Math.floor(known.length / 2)] ?? 0;
  spreads.forEach((spread, p) => {
    if (spread !== null && usual > 0 && spread < flat * usual) put(p, 'no-spread');
  });
}

/** Sheets whose single scores are the same, where those of other pairs are not. */
function findCopies({ sheets, panelists, units }: Sheets, put: Put): void {
  const byUnit: number[][] = units.map(() => []);
  sheets.forEach(({ unit }, k) => {
    byUnit[unit]?.push(k);
  });
  const pairs = new Map<string, { p: number; q: number; shared: number; same: number }>();
  let [shared, same] = [0, 0];
  for (const list of byUnit) {
    for (const [at, one] of list.entries()) {
      for (const other of list.slice(at + 1)) {
        const [first, second] = [sheets[one], sheets[other]];
        if (!first || !second) continue;
        const key = `${first.panelist} ${second.panelist}`;
        const pair = pairs.get(key) ?? { p: first.panelist, q: second.panelist, shared: 0, same: 0 };
        for (const [item, score] of first.scores) {
          const mine = second.scores.get(item);
          if (mine === undefined) continue;
          pair.shared += 1;
          shared += 1;
          if (mine === score) {
            pair.same += 1;
            same += 1;
          }
        }
        pairs.set(key, pair);
      }
    }
  }
  for (const pair of pairs.values()) {
    const others = (same - pair.same) / Math.max(1, shared - pair.shared);
    if (pair.shared < copyScores || pair.same < copyShare * pair.shared || others > 0.6) continue;
    put(pair.p, `copy:${panelists[pair.q] ?? ''}`);
    put(pair.q, `copy:${panelists[pair.p] ?? ''}`);
  }
}
