import { canJudge, type Field, type Stop } from './field.ts';
import type { Row, Solver } from './solver.ts';
import { agendaOf, isBusy, judgesEachOther, seat, type Tally } from './tally.ts';

const cost = { ownCrew: 0, free: 6, otherCrew: 12, mutual: 40, short: 1000 };

/**
 * Gives out the seats of the stops that are visited at the same time (same day, same order): the crew of the route where
 * it may judge, others in place of whoever may not. A problem of transport, so its answer is whole; a hard rule is not a
 * cost in it but a column that does not exist.
 */
export function fillSeats(
  field: Field,
  solver: Solver,
  {
    stops,
    crews,
    tally,
  }: { stops: readonly Stop[]; crews: ReadonlyMap<number, readonly number[]>; tally: Tally },
): void {
  const crewOf = new Map([...crews].flatMap(([route, crew]) => crew.map((p) => [p, route] as const)));
  const columns = stops.flatMap((stop, at) =>
    (field.present[stop.day] ?? [])
      .filter((p) => canJudge(field, p, stop) && !isBusy(tally, p, stop))
      .filter((p) => agendaOf(tally, p, stop.day).length < field.input.perDay)
      .map((p) => ({ p, at, price: priceOf(field, tally, { p, stop, route: crewOf.get(p) }) })),
  );
  const upper = new Map(stops.map((_stop, at) => [columns.length + at, field.input.perVisit]));
  const values = solver.solve({
    costs: [...columns.map(({ price }) => price), ...stops.map(() => cost.short)],
    upper,
    whole: false,
    rows: [...seatRows(field, stops, columns), ...placeRows(columns)],
  });
  if (!values) return;
  columns.forEach(({ p, at }, column) => {
    const stop = stops[at];
    if (stop && (values[column] ?? 0) > 0.5) seat(field, tally, p, stop);
  });
}

interface Column {
  readonly p: number;
  readonly at: number;
}

/** Each stop has as many as it needs; the last columns count what is missing. */
function seatRows(field: Field, stops: readonly Stop[], columns: readonly Column[]): Row[] {
  const byStop = stops.map((): (readonly [number, number])[] => []);
  columns.forEach(({ at }, column) => {
    byStop[at]?.push([column, 1]);
  });
  return byStop.map((terms, at) => ({
    terms: [...terms, [columns.length + at, 1]],
    is: '=',
    value: field.input.perVisit,
  }));
}

/** Nobody is at two places at once. */
function placeRows(columns: readonly Column[]): Row[] {
  const byPanelist = Map.groupBy(
    columns.map(({ p }, column) => ({ p, column })),
    ({ p }) => p,
  );
  return [...byPanelist.values()].map((own) => ({
    terms: own.map(({ column }) => [column, 1] as const),
    is: '<=',
    value: 1,
  }));
}

function priceOf(
  field: Field,
  tally: Tally,
  { p, stop, route }: { p: number; stop: Stop; route: number | undefined },
): number {
  const along = route === undefined ? cost.free : route === stop.route ? cost.ownCrew : cost.otherCrew;
  const mutual = judgesEachOther(field, tally, p, stop.unit) ? cost.mutual : 0;
  return along + mutual + (tally.load[p] ?? 0) / 10 + field.chance('seat', p, stop.unit) / 100;
}
