import { createHash } from 'node:crypto';
import type { PlanInput } from './plan-types.ts';

/** The task with everything numbered: units, panelists and days in the order of their names. */
export interface Field {
  readonly input: PlanInput;
  readonly units: PlanInput['units'];
  readonly panelists: PlanInput['panelists'];
  readonly days: readonly string[];
  /** By panelist: the units that he may not judge. */
  readonly barred: readonly ReadonlySet<number>[];
  /** By day: the panelists who can come. */
  readonly present: readonly (readonly number[])[];
  /** By panelist: his home among the units; undefined where it is not one of them. */
  readonly homeUnit: readonly (number | undefined)[];
  /** By unit: the panelists who come from it. */
  readonly fromUnit: readonly (readonly number[])[];
  /** The same number between 0 and 1 for the same words and seed. */
  chance(...words: readonly (string | number)[]): number;
}

/** One visit in the making; `seats` are panelists. */
export interface Stop {
  unit: number;
  day: number;
  route: number;
  order: number;
  seats: number[];
}

export function createField(input: PlanInput): Field {
  const units = input.units.toSorted((a, b) => compare(a.id, b.id));
  const panelists = input.panelists.toSorted((a, b) => compare(a.id, b.id));
  const days = input.days.toSorted();
  const numbers = new Map(units.map(({ id }, at) => [id, at]));
  const homeUnit = panelists.map(({ home }) => (home ? numbers.get(home) : undefined));
  const fromUnit: number[][] = units.map(() => []);
  homeUnit.forEach((unit, p) => {
    if (unit !== undefined) fromUnit[unit]?.push(p);
  });
  return {
    input,
    units,
    panelists,
    days,
    barred: findBarred(units, panelists),
    present: days.map((day) =>
      panelists.flatMap(({ unavailable }, p) => (unavailable?.includes(day) ? [] : [p])),
    ),
    homeUnit,
    fromUnit,
    chance: (...words) => chanceOf([input.seed, ...words].join('\n')),
  };
}

/** Own organization, all above it and all below it. */
function findBarred(units: Field['units'], panelists: Field['panelists']): Set<number>[] {
  const parents = new Map(units.map(({ id, parent }) => [id, parent ?? undefined]));
  const above = (id: string): Set<string> => {
    const chain = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !chain.has(at); at = parents.get(at))
      chain.add(at);
    return chain;
  };
  const chains = units.map(({ id }) => above(id));
  const byHome = new Map<string, Set<number>>();
  for (const { home } of panelists) {
    if (!home || byHome.has(home)) continue;
    const own = above(home);
    const barred = units.flatMap(({ id }, u) => (own.has(id) || chains[u]?.has(home) ? [u] : []));
    byHome.set(home, new Set(barred));
  }
  return panelists.map(({ home }) => (home ? byHome.get(home) : undefined) ?? new Set());
}

/** May this panelist judge this unit on this day, whatever else he does? */
export const canJudge = (field: Field, p: number, { unit, day }: Pick<Stop, 'unit' | 'day'>): boolean =>
  !field.barred[p]?.has(unit) && (field.present[day]?.includes(p) ?? false);

function chanceOf(text: string): number {
  return createHash('sha256').update(text).digest().readUIntBE(0, 6) / 2 ** 48;
}

/** By code units, the same on every machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
