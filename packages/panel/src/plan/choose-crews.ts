import type { Field } from './field.ts';
import type { Route } from './lay-routes.ts';
import type { Program, Row, Solver } from './solver.ts';
import { judgesEachOther, type Tally } from './tally.ts';

const cost = { barred: 40, mutual: 200, short: 10_000 };

/** Beyond so many columns the search for whole numbers is too slow; without the rules of pairs the answer is whole by itself. */
const mostColumns = 8000;

/**
 * Who goes along with which route of one day: as many as each visit needs, those first who have seen least, nobody where
 * he may not judge if others can go. By route, panelists; seats that remain open are found stop by stop afterwards.
 */
export function chooseCrews(
  field: Field,
  solver: Solver,
  { day, routes, tally }: { day: number; routes: readonly Route[]; tally: Tally },
): number[][] {
  const present = field.present[day] ?? [];
  const values = solver.solve(stateCrews(field, present, routes, day, tally));
  const crews: number[][] = routes.map(() => []);
  if (!values) return crews;
  present.forEach((p, row) => {
    routes.forEach((_route, r) => {
      if ((values[row * routes.length + r] ?? 0) > 0.5) crews[r]?.push(p);
    });
  });
  return crews;
}

function stateCrews(
  field: Field,
  present: readonly number[],
  routes: readonly Route[],
  day: number,
  tally: Tally,
): Program {
  const column = (row: number, route: number): number => row * routes.length + route;
  const costs = present.flatMap((p) =>
    routes.map(({ units }) => {
      const barred = units.filter((unit) => field.barred[p]?.has(unit)).length;
      const mutual = units.filter((unit) => judgesEachOther(field, tally, p, unit)).length;
      const luck = field.chance('crew', day, p, units[0] ?? 0) / 2;
      return (tally.load[p] ?? 0) + cost.barred * barred + cost.mutual * mutual + luck;
    }),
  );
  const rows: Row[] = present.map((_p, row) => ({
    terms: routes.map((_route, r) => [column(row, r), 1] as const),
    is: '<=',
    value: 1,
  }));
  const upper = new Map<number, number>();
  const open = (value: number, price: number): number => {
    upper.set(costs.length, value);
    return costs.push(price) - 1;
  };
  const { perVisit } = field.input;
  routes.forEach((_route, r) => {
    const short = open(perVisit, cost.short);
    const terms = present.map((_p, row) => [column(row, r), 1] as const);
    rows.push({ terms: [...terms, [short, 1]], is: '=', value: perVisit });
  });
  const whole = costs.length <= mostColumns;
  if (whole) rows.push(...statePairs(field, present, routes, { column, open }));
  return { costs, upper, whole, rows };
}

/** Two who would visit each other's organizations on this very day. */
function statePairs(
  field: Field,
  present: readonly number[],
  routes: readonly Route[],
  {
    column,
    open,
  }: { column(row: number, route: number): number; open(value: number, price: number): number },
): Row[] {
  const routeOf = new Map(routes.flatMap(({ units }, r) => units.map((unit) => [unit, r] as const)));
  const hosts = present.flatMap((p, row) => {
    const home = field.homeUnit[p];
    const route = home === undefined ? undefined : routeOf.get(home);
    return route === undefined ? [] : [{ p, row, home, route }];
  });
  return hosts.flatMap((one, at) =>
    hosts.slice(at + 1).flatMap((other): Row[] => {
      if (one.home === other.home || one.route === other.route) return [];
      const both = open(1, cost.mutual);
      const terms = [
        [column(one.row, other.route), 1],
        [column(other.row, one.route), 1],
        [both, -1],
      ] as const;
      return [{ terms, is: '<=', value: 1 }];
    }),
  );
}
