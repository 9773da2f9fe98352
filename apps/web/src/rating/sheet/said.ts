import type { VisitEntry } from '@hujian/contract';

/** An entry as this phone knows it. */
export interface Said {
  /** The order in which this phone came to know it. */
  seq: number;
  entry: VisitEntry;
  state: 'waiting' | 'kept' | 'refused';
  /** What the server said about it; null: nothing. */
  say: string | null;
}

/** Of two entries for one field: highest clock, then greater device, then id. */
export function isNewer(a: VisitEntry, b: VisitEntry): boolean {
  if (a.clock !== b.clock) return a.clock > b.clock;
  if (a.device !== b.device) return a.device > b.device;
  return a.id > b.id;
}

/** The one in force of each field; what the server refused counts for nothing. */
export function listInForce(said: readonly Said[]): Map<string, Said> {
  const found = new Map<string, Said>();
  for (const one of said) {
    if (one.state === 'refused') continue;
    const before = found.get(one.entry.field);
    if (before === undefined || isNewer(one.entry, before.entry)) found.set(one.entry.field, one);
  }
  return found;
}
