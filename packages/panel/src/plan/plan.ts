import { chooseCrews } from './choose-crews.ts';
import { lengthOf } from './distance.ts';
import { evenOut } from './even-out.ts';
import { explainPlan } from './explain-plan.ts';
import { createField, type Field, type Stop } from './field.ts';
import { fillSeats } from './fill-seats.ts';
import { findParts, joinParts } from './join-parts.ts';
import { layRoutes, positionOf, type Route } from './lay-routes.ts';
import { mendStops } from './mend-stops.ts';
import { partPairs } from './part-pairs.ts';
import type { Plan, PlanInput } from './plan-types.ts';
import { createSolver, type Solver } from './solver.ts';
import { createTally, type Tally } from './tally.ts';

/**
 * Who visits whom and when. Never broken: nobody judges his own organization or one above or below it, comes on a day
 * on which he cannot, is at two places at once, or makes more than `perDay` visits on a day. Kept as far as can be, and told
 * in `reasons` where not: every unit is visited, by `perVisit` panelists; no two organizations judge each other; the load is
 * even; all panelists are joined by shared visits. The same input (in any order) and seed give the same plan. The input
 * must have passed `planInput`.
 */
export async function plan(input: PlanInput): Promise<Plan> {
  return planWith(await createSolver(), input);
}

/** The same with a solver that is at hand. */
export function planWith(solver: Solver, input: PlanInput): Plan {
  const field = createField(input);
  const tally = createTally(field);
  const { routes, left } = layRoutes(field);
  const stops = field.days.flatMap((_day, day) =>
    planDay(field, solver, { day, routes: routes.filter((route) => route.day === day), tally }),
  );
  mendStops(field, stops, tally);
  evenOut(field, stops, tally);
  partPairs(field, solver, stops, tally);
  joinParts(field, stops, tally);
  const manned = stops.filter(({ seats }) => seats.length > 0);
  const empty = stops.filter(({ seats }) => seats.length === 0).map(({ unit }) => unit);
  return present(field, tally, { stops: manned, missing: [...left, ...empty].sort((a, b) => a - b) });
}

function planDay(
  field: Field,
  solver: Solver,
  { day, routes, tally }: { day: number; routes: readonly Route[]; tally: Tally },
): Stop[] {
  if (routes.length === 0) return [];
  const crews = new Map(
    chooseCrews(field, solver, { day, routes, tally }).map((crew, at) => [at + 1, crew] as const),
  );
  const stops = routes.flatMap(({ units }, at) =>
    units.map((unit, turn): Stop => ({ unit, day, route: at + 1, order: turn + 1, seats: [] })),
  );
  for (let order = 1; order <= field.input.perDay; order += 1) {
    const now = stops.filter((stop) => stop.order === order);
    if (now.length > 0) fillSeats(field, solver, { stops: now, crews, tally });
  }
  return stops;
}

function present(
  field: Field,
  tally: Tally,
  { stops, missing }: { stops: readonly Stop[]; missing: readonly number[] },
): Plan {
  const { units, panelists, days } = field;
  const sorted = stops.toSorted((a, b) => a.day - b.day || a.route - b.route || a.order - b.order);
  const nameOf = (unit: number): string => units[unit]?.id ?? '';
  const { parts } = findParts(stops);
  return {
    visits: sorted.map(({ unit, day, route, order, seats }) => ({
      unit: nameOf(unit),
      day: days[day] ?? '',
      route,
      order,
      panelists: seats.toSorted((a, b) => a - b).map((p) => panelists[p]?.id ?? ''),
    })),
    coverage: {
      units: units.length,
      planned: stops.length,
      share: units.length > 0 ? stops.length / units.length : 1,
      missing: missing.map(nameOf),
    },
    load: panelists.map(({ id }, p) => ({
      panelist: id,
      visits: tally.load[p] ?? 0,
      days: new Set(stops.flatMap(({ seats, day }) => (seats.includes(p) ? [day] : []))).size,
    })),
    overlap: { connected: parts < 2, parts },
    kilometres: measure(field, sorted),
    reasons: explainPlan(field, { stops: sorted, missing, tally }),
  };
}

function measure(field: Field, sorted: readonly Stop[]): number | null {
  const ways = Map.groupBy(sorted, ({ day, route }) => `${day} ${route}`);
  let sum = 0;
  for (const way of ways.values()) {
    const places = way.map(({ unit }) => positionOf(field, unit));
    const known = places.filter((place) => place !== undefined);
    if (known.length < places.length) return null;
    sum += lengthOf(known);
  }
  return Math.round(sum * 10) / 10;
}
