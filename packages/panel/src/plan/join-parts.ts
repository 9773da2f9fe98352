import { trySwap } from './even-out.ts';
import type { Field, Stop } from './field.ts';
import { listAble } from './mend-stops.ts';
import { judgesEachOther, seat, type Tally, unseat } from './tally.ts';

/** The part of the net of shared visits that each stop belongs to, and how many parts there are. */
export function findParts(stops: readonly Stop[]): { parts: number; ofPanelist: Map<number, number> } {
  const top = new Map<number, number>();
  const find = (p: number): number => {
    let at = p;
    for (let up = top.get(at); up !== undefined && up !== at; up = top.get(at)) at = up;
    return at;
  };
  for (const { seats } of stops) {
    const [first] = seats;
    for (const p of seats) {
      if (!top.has(p)) top.set(p, p);
      top.set(find(p), find(first ?? p));
    }
  }
  const ofPanelist = new Map([...top.keys()].map((p) => [p, find(p)] as const));
  return { parts: new Set(ofPanelist.values()).size, ofPanelist };
}

/**
 * Panelists who are joined by no chain of shared visits cannot be told strict or mild against each other. One seat after
 * another is given to somebody of another part, or exchanged with one, until all are joined or nothing helps.
 */
export function joinParts(field: Field, stops: readonly Stop[], tally: Tally): void {
  for (let { parts } = findParts(stops); parts > 1; ) {
    if (
      !joinOnce(field, stops, tally, { parts, evenly: true }) &&
      !joinOnce(field, stops, tally, { parts, evenly: false })
    )
      return;
    ({ parts } = findParts(stops));
  }
}

function joinOnce(
  field: Field,
  stops: readonly Stop[],
  tally: Tally,
  { parts, evenly }: { parts: number; evenly: boolean },
): boolean {
  const { ofPanelist } = findParts(stops);
  for (const stop of stops) {
    for (const p of [...stop.seats]) {
      const part = ofPanelist.get(p);
      const others = listAble(field, tally, stop).filter(
        (q) =>
          ofPanelist.has(q) &&
          ofPanelist.get(q) !== part &&
          (!evenly || (tally.load[q] ?? 0) < (tally.load[p] ?? 0)) &&
          !judgesEachOther(field, tally, q, stop.unit),
      );
      if (others.some((q) => tryReplace(field, stops, tally, { stop, p, q, parts }))) return true;
      for (const other of stops) {
        if (other.day !== stop.day || other.order !== stop.order) continue;
        const strangers = other.seats.filter((q) => ofPanelist.get(q) !== part);
        if (strangers.some((q) => tryExchange(field, stops, tally, { stop, p, other, q, parts })))
          return true;
      }
    }
  }
  return false;
}

function tryReplace(
  field: Field,
  stops: readonly Stop[],
  tally: Tally,
  { stop, p, q, parts }: { stop: Stop; p: number; q: number; parts: number },
): boolean {
  if ((tally.load[p] ?? 0) < 2) return false;
  unseat(field, tally, p, stop);
  seat(field, tally, q, stop);
  if (findParts(stops).parts < parts) return true;
  unseat(field, tally, q, stop);
  seat(field, tally, p, stop);
  return false;
}

function tryExchange(
  field: Field,
  stops: readonly Stop[],
  tally: Tally,
  { stop, p, other, q, parts }: { stop: Stop; p: number; other: Stop; q: number; parts: number },
): boolean {
  if (!trySwap(field, tally, { p, stop, q, other })) return false;
  if (findParts(stops).parts < parts) return true;
  trySwap(field, tally, { p, stop: other, q, other: stop });
  return false;
}
