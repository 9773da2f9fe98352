import type { ResultUnit } from '@hujian/contract';

export type Order = 'code' | 'total';

export interface BandGroup {
  /** null: too little is known for a band. */
  band: string | null;
  units: ResultUnit[];
}

/** The units as the server gives them (by code), gathered by band, bands from the first on, what has none last. */
export function bandGroups(units: readonly ResultUnit[], order: Order): BandGroup[] {
  const names = [...new Set(units.map(({ band }) => band))].sort((a, b) =>
    a === null ? 1 : b === null ? -1 : a.length - b.length || (a < b ? -1 : 1),
  );
  return names.map((band) => {
    const own = units.filter((unit) => unit.band === band);
    if (order === 'total') own.sort((a, b) => (b.total ?? -1) - (a.total ?? -1));
    return { band, units: own };
  });
}

/** Of others, those below see the name and the band; their numbers are kept from them, not missing. */
export const isKept = ({ standing, rating, poll, total }: ResultUnit): boolean =>
  standing === null && rating === null && poll === null && total === null;

/** The stretch of points that all totals with their intervals share, in whole fives: what the drawn lines stand for. */
export function drawnScale(units: readonly ResultUnit[]): { from: number; to: number } | null {
  const ends = units.flatMap(({ low, high, total }) => [low, high, total]).filter((end) => end !== null);
  if (ends.length === 0) return null;
  const from = Math.floor(Math.min(...ends) / 5) * 5;
  return { from, to: Math.max(from + 5, Math.ceil(Math.max(...ends) / 5) * 5) };
}
