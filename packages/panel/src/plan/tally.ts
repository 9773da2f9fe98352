import type { Field, Stop } from './field.ts';

/** What has been given out so far; kept up to date seat by seat. */
export interface Tally {
  /** Visits by panelist. */
  readonly load: number[];
  /** By home unit of a panelist: how many from there judge each unit. */
  readonly judged: Map<number, Map<number, number>>;
  /** By panelist and day, his stops. */
  readonly agenda: Map<number, Stop[]>[];
}

export const createTally = (field: Field): Tally => ({
  load: field.panelists.map(() => 0),
  judged: new Map(),
  agenda: field.panelists.map(() => new Map()),
});

const none: readonly Stop[] = [];

export const agendaOf = (tally: Tally, p: number, day: number): readonly Stop[] =>
  tally.agenda[p]?.get(day) ?? none;

/** Is he somewhere else at that time? */
export const isBusy = (tally: Tally, p: number, { day, order }: Pick<Stop, 'day' | 'order'>): boolean =>
  agendaOf(tally, p, day).some((stop) => stop.order === order);

export function seat(field: Field, tally: Tally, p: number, stop: Stop): void {
  stop.seats.push(p);
  change(field, tally, p, stop, 1);
  tally.agenda[p]?.set(stop.day, [...agendaOf(tally, p, stop.day), stop]);
}

export function unseat(field: Field, tally: Tally, p: number, stop: Stop): void {
  stop.seats.splice(stop.seats.indexOf(p), 1);
  change(field, tally, p, stop, -1);
  tally.agenda[p]?.set(
    stop.day,
    agendaOf(tally, p, stop.day).filter((one) => one !== stop),
  );
}

function change(field: Field, tally: Tally, p: number, { unit }: Stop, by: number): void {
  tally.load[p] = (tally.load[p] ?? 0) + by;
  const home = field.homeUnit[p];
  if (home === undefined) return;
  const judged = tally.judged.get(home) ?? new Map<number, number>();
  judged.set(unit, (judged.get(unit) ?? 0) + by);
  tally.judged.set(home, judged);
}

/** Would his home and this unit judge each other, now that somebody from the unit judges his home? */
export function judgesEachOther(field: Field, tally: Tally, p: number, unit: number): boolean {
  const home = field.homeUnit[p];
  return home !== undefined && (tally.judged.get(unit)?.get(home) ?? 0) > 0;
}

/** Pairs of units that judge each other, each once. */
export function listMutual(tally: Tally): [number, number][] {
  const pairs: [number, number][] = [];
  for (const [home, judged] of tally.judged) {
    for (const [unit, count] of judged) {
      if (count > 0 && home < unit && (tally.judged.get(unit)?.get(home) ?? 0) > 0) pairs.push([home, unit]);
    }
  }
  return pairs.sort(([a, b], [c, d]) => a - c || b - d);
}
