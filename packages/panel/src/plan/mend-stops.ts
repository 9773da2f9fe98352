import { canJudge, type Field, type Stop } from './field.ts';
import { agendaOf, isBusy, seat, type Tally, unseat } from './tally.ts';

/** Stops that are short of judges are moved to a time when enough can come; where there is none they stay as they are. */
export function mendStops(field: Field, stops: readonly Stop[], tally: Tally): void {
  const { perVisit } = field.input;
  for (const stop of stops) {
    if (stop.seats.length >= perVisit) continue;
    const before = [...stop.seats];
    for (const p of before) unseat(field, tally, p, stop);
    const turn = findTurn(field, stops, tally, stop);
    if (turn) Object.assign(stop, turn);
    const able = listAble(field, tally, stop);
    for (const p of turn ? able.slice(0, perVisit) : before) seat(field, tally, p, stop);
  }
}

function findTurn(field: Field, stops: readonly Stop[], tally: Tally, stop: Stop) {
  for (let day = 0; day < field.days.length; day += 1) {
    for (let order = 1; order <= field.input.perDay; order += 1) {
      const turn = { ...stop, day, order };
      if (listAble(field, tally, turn).length >= field.input.perVisit) {
        return { day, order, route: findRoute(stops, turn) };
      }
    }
  }
  return undefined;
}

/** Who could judge this stop at its time, those with the fewest visits first. */
export function listAble(field: Field, tally: Tally, stop: Stop): number[] {
  return (field.present[stop.day] ?? [])
    .filter((p) => canJudge(field, p, stop) && !stop.seats.includes(p) && !isBusy(tally, p, stop))
    .filter((p) => agendaOf(tally, p, stop.day).length < field.input.perDay)
    .sort((a, b) => (tally.load[a] ?? 0) - (tally.load[b] ?? 0) || a - b);
}

/** A route of the day that ends just before, or a new one. */
function findRoute(stops: readonly Stop[], { unit, day, order }: Stop): number {
  const ends = new Map<number, number>();
  for (const one of stops) {
    if (one.day === day && one.unit !== unit) {
      ends.set(one.route, Math.max(ends.get(one.route) ?? 0, one.order));
    }
  }
  const open = [...ends].find(([, last]) => last === order - 1);
  return open ? open[0] : Math.max(0, ...ends.keys()) + 1;
}
