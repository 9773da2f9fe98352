import { canJudge, type Field, type Stop } from './field.ts';
import type { Row, Solver } from './solver.ts';
import { listMutual, seat, type Tally, unseat } from './tally.ts';

const cost = { mutual: 1000, short: 100_000, over: 10, changed: 1 };

/** Larger tasks have so much room that changing single seats parts the pairs. */
const mostColumns = 1500;

/**
 * Few people who come from the villages that they visit: single changes no longer part those who judge each other, so all
 * seats are given out anew at once, at the times that stand. Taken only if fewer pairs remain.
 */
export function partPairs(field: Field, solver: Solver, stops: readonly Stop[], tally: Tally): void {
  const before = listMutual(tally).length;
  if (before === 0 || stops.length * field.panelists.length > mostColumns) return;
  const columns = stops.flatMap((stop, at) =>
    field.panelists.flatMap((_one, p) => (canJudge(field, p, stop) ? [{ p, at, stop }] : [])),
  );
  const values = solver.solve(stateSeats(field, stops, columns));
  if (!values) return;
  const old = stops.map(({ seats }) => [...seats]);
  const given = stops.map((_stop, at) =>
    columns.flatMap((one, column) => (one.at === at && (values[column] ?? 0) > 0.5 ? [one.p] : [])),
  );
  if (given.some((seats, at) => seats.length < (old[at]?.length ?? 0))) return;
  reseat(field, stops, tally, given);
  if (listMutual(tally).length >= before) reseat(field, stops, tally, old);
}

function reseat(
  field: Field,
  stops: readonly Stop[],
  tally: Tally,
  seats: readonly (readonly number[])[],
): void {
  for (const stop of stops) for (const p of [...stop.seats]) unseat(field, tally, p, stop);
  stops.forEach((stop, at) => {
    for (const p of seats[at] ?? []) seat(field, tally, p, stop);
  });
}

interface Column {
  readonly p: number;
  readonly at: number;
  readonly stop: Stop;
}

function stateSeats(field: Field, stops: readonly Stop[], columns: readonly Column[]) {
  const { perVisit, perDay } = field.input;
  const costs = columns.map(({ p, stop }) => (stop.seats.includes(p) ? 0 : cost.changed));
  const upper = new Map<number, number>();
  const open = (value: number, price: number): number => {
    upper.set(costs.length, value);
    return costs.push(price) - 1;
  };
  const rows: Row[] = [];
  const limit = (own: readonly { column: number }[], value: number, spare?: number): void => {
    const terms = own.map(({ column }) => [column, 1] as const);
    rows.push({ terms: spare === undefined ? terms : [...terms, [spare, -1]], is: '<=', value });
  };
  const numbered = columns.map((one, column) => ({ ...one, column }));
  stops.forEach((_stop, at) => {
    const own = numbered.filter((one) => one.at === at).map(({ column }) => [column, 1] as const);
    rows.push({ terms: [...own, [open(perVisit, cost.short), 1]], is: '=', value: perVisit });
  });
  const each = Math.ceil((stops.length * perVisit) / Math.max(1, field.panelists.length));
  for (const own of Map.groupBy(numbered, ({ p }) => p).values()) {
    limit(own, each, open(stops.length, cost.over));
    for (const turn of Map.groupBy(own, ({ stop }) => stop.day * 100 + stop.order).values()) limit(turn, 1);
    for (const day of Map.groupBy(own, ({ stop }) => stop.day).values()) limit(day, perDay);
  }
  rows.push(...statePairs(field, numbered, () => open(1, cost.mutual)));
  return { costs, upper, whole: true, rows };
}

/** For each two seats that would make two organizations judge each other: both only at a price, one for each pair. */
function statePairs(
  field: Field,
  numbered: readonly (Column & { column: number })[],
  open: () => number,
): Row[] {
  const prices = new Map<string, number>();
  const homeOf = ({ p }: Column): number => field.homeUnit[p] ?? -1;
  return numbered.flatMap((one) => {
    const home = homeOf(one);
    const { unit } = one.stop;
    if (home < 0 || home > unit) return [];
    const back = numbered.filter((other) => homeOf(other) === unit && other.stop.unit === home);
    return back.map((other): Row => {
      const price = prices.get(`${home} ${unit}`) ?? open();
      prices.set(`${home} ${unit}`, price);
      const terms = [
        [one.column, 1],
        [other.column, 1],
        [price, -1],
      ] as const;
      return { terms, is: '<=', value: 1 };
    });
  });
}
