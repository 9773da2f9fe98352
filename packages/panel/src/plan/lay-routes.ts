import { type Position, shortestWay } from './distance.ts';
import { canJudge, type Field } from './field.ts';

export interface Route {
  readonly day: number;
  /** Units in the order of the way. */
  readonly units: readonly number[];
}

/** Units near each other into routes of up to `perDay`, routes onto days; what the days cannot hold is left out. */
export function layRoutes(field: Field): { routes: Route[]; left: number[] } {
  const { perDay } = field.input;
  const capacity = countRoutes(field);
  const most = capacity.reduce((sum, one) => sum + one, 0);
  const urgent = field.units
    .map((_unit, u) => u)
    .sort((a, b) => riskOf(field, b) - riskOf(field, a) || chance(field, a) - chance(field, b) || a - b);
  const taken = urgent.slice(0, most * perDay);
  const groups = taken.length > 0 ? divide(field, taken, Math.ceil(taken.length / perDay)) : [];
  return {
    routes: spread(
      field,
      groups.map((group) => orderRoute(field, group)),
      capacity,
    ),
    left: urgent.slice(taken.length).sort((a, b) => a - b),
  };
}

const riskOf = (field: Field, unit: number): number => field.units[unit]?.risk ?? 0;
const chance = (field: Field, unit: number): number => field.chance('unit', field.units[unit]?.id ?? '');

/** By day: routes that can be manned side by side. A day with too few people is used only where the others are full. */
function countRoutes({ days, present, units, input }: Field): number[] {
  const whole = days.map((_day, d) => Math.floor((present[d]?.length ?? 0) / input.perVisit));
  const held = whole.reduce((sum, one) => sum + one * input.perDay, 0);
  if (held >= units.length) return whole;
  return whole.map((one, d) => ((present[d]?.length ?? 0) > 0 ? Math.max(1, one) : 0));
}

export function positionOf(field: Field, unit: number): Position | undefined {
  const { lat, lon } = field.units[unit] ?? {};
  return typeof lat === 'number' && typeof lon === 'number' ? { lat, lon } : undefined;
}

/** Halves the units again and again across their longer side, so that each part holds whole routes. */
function divide(field: Field, units: readonly number[], parts: number): number[][] {
  if (parts <= 1) return [[...units]];
  const sorted = units.toSorted(sideOf(field, units));
  const first = Math.floor(parts / 2);
  const cut = Math.round((units.length * first) / parts);
  return [...divide(field, sorted.slice(0, cut), first), ...divide(field, sorted.slice(cut), parts - first)];
}

type Order = (a: number, b: number) => number;

/** Without all positions, by township: its villages are near each other. */
function sideOf(field: Field, units: readonly number[]): Order {
  const places = units.map((unit) => positionOf(field, unit));
  const known = places.filter((place) => place !== undefined);
  const parent = (unit: number): string => field.units[unit]?.parent ?? '';
  if (known.length < places.length) {
    return (a, b) => (parent(a) < parent(b) ? -1 : parent(a) > parent(b) ? 1 : a - b);
  }
  const middle = known.reduce((sum, { lat }) => sum + lat, 0) / Math.max(1, known.length);
  const wide = extent(known.map(({ lon }) => lon)) * Math.cos((middle * Math.PI) / 180);
  const side = wide > extent(known.map(({ lat }) => lat)) ? 'lon' : 'lat';
  const at = (unit: number): number => positionOf(field, unit)?.[side] ?? 0;
  return (a, b) => at(a) - at(b) || a - b;
}

const extent = (list: readonly number[]): number =>
  list.reduce((max, x) => Math.max(max, x), Number.NEGATIVE_INFINITY) -
  list.reduce((min, x) => Math.min(min, x), Number.POSITIVE_INFINITY);

export function orderRoute(field: Field, units: readonly number[]): number[] {
  const sorted = units.toSorted((a, b) => a - b);
  const places = sorted.flatMap((unit) => {
    const place = positionOf(field, unit);
    return place ? [{ ...place, unit }] : [];
  });
  return places.length === sorted.length ? shortestWay(places).map(({ unit }) => unit) : sorted;
}

/** Days get routes by what they can hold; the riskier route earlier, and on a day that has judges for all of its units. */
function spread(field: Field, groups: readonly number[][], capacity: readonly number[]): Route[] {
  const quota = share(groups.length, capacity);
  const urgency = (group: readonly number[]): number => Math.max(...group.map((unit) => riskOf(field, unit)));
  const luck = (group: readonly number[]): number => field.chance('route', ...group);
  const sorted = groups
    .map((units) => ({ units, risk: urgency(units), luck: luck(units) }))
    .sort((a, b) => b.risk - a.risk || a.luck - b.luck);
  return sorted.map(({ units }) => {
    const open = quota.flatMap((left, day) => (left > 0 ? [{ day, lack: lackOf(field, units, day) }] : []));
    const best = open.reduce((one, other) => (other.lack < one.lack ? other : one), {
      day: 0,
      lack: Number.POSITIVE_INFINITY,
    });
    quota[best.day] = (quota[best.day] ?? 0) - 1;
    return { day: best.day, units };
  });
}

/** Judges that are missing on this day, over the units of a route. */
function lackOf(field: Field, units: readonly number[], day: number): number {
  return units.reduce((sum, unit) => {
    const able = (field.present[day] ?? []).filter((p) => canJudge(field, p, { unit, day })).length;
    return sum + Math.max(0, field.input.perVisit - able);
  }, 0);
}

/** `count` over the days in proportion to what each can hold, by largest remainders. */
function share(count: number, capacity: readonly number[]): number[] {
  const whole = capacity.reduce((sum, one) => sum + one, 0);
  const exact = capacity.map((one) => (whole > 0 ? (count * one) / whole : 0));
  const quota = exact.map(Math.floor);
  const order = exact
    .map((value, day) => ({ day, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.day - b.day);
  let left = count - quota.reduce((sum, one) => sum + one, 0);
  for (const { day } of order) {
    if (left <= 0) break;
    if ((quota[day] ?? 0) >= (capacity[day] ?? 0)) continue;
    quota[day] = (quota[day] ?? 0) + 1;
    left -= 1;
  }
  return quota;
}
