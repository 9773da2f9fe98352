import type { Field, Stop } from './field.ts';
import { listAble } from './mend-stops.ts';
import { agendaOf, judgesEachOther, seat, type Tally, unseat } from './tally.ts';

/** A pair that judge each other weighs more than any load; to change routes in a day, or to come for one visit, a little. */
const cost = { mutual: 10_000, otherRoute: 3, freshDay: 2 };
const passes = 20;

/**
 * Seat by seat, whoever costs least: fewer visits than the others, no mutual judging, along with his own route. Each
 * change makes the whole cheaper, so it ends; only who may judge and is free is ever considered.
 */
export function evenOut(field: Field, stops: readonly Stop[], tally: Tally): void {
  for (let pass = 0; pass < passes; pass += 1) {
    let changed = false;
    for (const stop of stops) {
      for (const p of [...stop.seats]) {
        unseat(field, tally, p, stop);
        const best = findCheapest(field, tally, stop, p);
        seat(field, tally, best, stop);
        changed ||= best !== p;
      }
    }
    if (!changed && !exchange(field, stops, tally)) return;
  }
}

/** Whoever sits there stays unless another costs less. */
function findCheapest(field: Field, tally: Tally, stop: Stop, sitting: number): number {
  let best = sitting;
  let least = burden(field, tally, sitting, stop);
  for (const p of listAble(field, tally, stop)) {
    const own = burden(field, tally, p, stop);
    if (own < least) [best, least] = [p, own];
  }
  return best;
}

/** What this seat would add to the whole for one who does not have it yet. */
function burden(field: Field, tally: Tally, p: number, stop: Stop): number {
  const today = agendaOf(tally, p, stop.day);
  const way =
    today.length === 0
      ? cost.freshDay
      : today.some(({ route }) => route !== stop.route)
        ? cost.otherRoute
        : 0;
  const home = field.homeUnit[p] ?? -1;
  const already = (tally.judged.get(home)?.get(stop.unit) ?? 0) > 0;
  const mutual = !already && judgesEachOther(field, tally, p, stop.unit) ? cost.mutual : 0;
  return 2 * (tally.load[p] ?? 0) + way + mutual;
}

/** Where nobody is free, two who sit elsewhere at the same time change places, if that parts a pair that judge each other. */
function exchange(field: Field, stops: readonly Stop[], tally: Tally): boolean {
  let changed = false;
  for (const stop of stops) {
    for (const p of [...stop.seats]) {
      if (!judgesEachOther(field, tally, p, stop.unit)) continue;
      const partner = stops
        .filter((one) => one !== stop && one.day === stop.day && one.order === stop.order)
        .flatMap((other) => other.seats.map((q) => ({ q, other })))
        .find(({ q, other }) => trySwap(field, tally, { p, stop, q, other }));
      changed ||= partner !== undefined;
    }
  }
  return changed;
}

export interface Swap {
  readonly p: number;
  readonly stop: Stop;
  readonly q: number;
  readonly other: Stop;
}

/** Changes the places of two if both may judge there and no more pairs judge each other than before, fewer if `p` was in one. */
export function trySwap(field: Field, tally: Tally, { p, stop, q, other }: Swap): boolean {
  if (field.barred[p]?.has(other.unit) || field.barred[q]?.has(stop.unit)) return false;
  if (other.seats.includes(p) || stop.seats.includes(q)) return false;
  const before = countPairs(field, tally, [p, stop], [q, other]);
  unseat(field, tally, p, stop);
  unseat(field, tally, q, other);
  seat(field, tally, p, other);
  seat(field, tally, q, stop);
  if (countPairs(field, tally, [p, other], [q, stop]) <= Math.max(0, before - 1)) return true;
  unseat(field, tally, p, other);
  unseat(field, tally, q, stop);
  seat(field, tally, p, stop);
  seat(field, tally, q, other);
  return false;
}

const countPairs = (field: Field, tally: Tally, ...seats: readonly [number, Stop][]): number =>
  seats.filter(([p, { unit }]) => judgesEachOther(field, tally, p, unit)).length;
