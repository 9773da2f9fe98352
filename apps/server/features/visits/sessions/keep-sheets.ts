import type { Trx } from '../../../database/door.ts';
import type { Services } from '../../../http/services.ts';
import { readSheets } from './read-sheets.ts';
import type { Sheet } from './tally-sheets.ts';

/** A visit and a mark that changes with every entry for it. */
export interface MarkedVisit {
  visit: number;
  mark: string;
}

interface Kept {
  mark: string;
  sheets: ReadonlyMap<string, Sheet>;
}

/** A sheet of 42 items is about three kilobytes. */
const mostSheets = 6000;
const kept = new WeakMap<Services['door'], Map<string, Kept>>();

/**
 * The same as readSheets, for screens that ask again and again: entries are only ever added, so a visit whose mark is
 * the same has the same sheets, and only the others are read. What was asked last is kept.
 */
export async function readMarkedSheets(
  { door }: Pick<Services, 'door'>,
  trx: Trx,
  county: number,
  visits: readonly MarkedVisit[],
): Promise<Map<string, Sheet>> {
  const store = kept.get(door) ?? new Map<string, Kept>();
  kept.set(door, store);
  const nameOf = (visit: number): string => `${county}/${visit}`;
  const stale = visits.filter(({ visit, mark }) => store.get(nameOf(visit))?.mark !== mark);
  const read = await readSheets(trx, county, stale);
  const fresh = Map.groupBy(read, ([, { visit }]) => visit);
  const sheets = new Map<string, Sheet>();
  for (const { visit, mark } of visits) {
    const before = store.get(nameOf(visit));
    const now = before?.mark === mark ? before : { mark, sheets: new Map(fresh.get(visit)) };
    // taken out and put in again it is the youngest
    store.delete(nameOf(visit));
    store.set(nameOf(visit), now);
    for (const [key, sheet] of now.sheets) sheets.set(key, sheet);
  }
  forgetOldest(store);
  return sheets;
}

function forgetOldest(store: Map<string, Kept>): void {
  let count = 0;
  for (const { sheets } of store.values()) count += Math.max(1, sheets.size);
  for (const [name, { sheets }] of store) {
    if (count <= mostSheets) return;
    store.delete(name);
    count -= Math.max(1, sheets.size);
  }
}
