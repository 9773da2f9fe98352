import type { ActivitiesCheck, Counted } from '../grammar/check.ts';
import { holdsBounds } from '../judge/hold.ts';
import type { Measured } from '../measure/measured.ts';
import { amountOf, holdBounds, type Values } from '../parameters/values.ts';
import { listHolders } from './people.ts';
import type { ActivityRow } from './rows.ts';
import { askOf, LADDER, lesser, notApplying, openUnless, told, unknown } from './telling.ts';
import { type Ask, lookThrough, type Stretch } from './windows.ts';
import { listGroups, type World, wasKept } from './world.ts';

/** Whether a record satisfies the filters, the fixed day left aside. */
function passes(a: ActivityRow, { activities, only }: Counted, world: World, values: Values): boolean {
  if (!activities.includes(a.kind) || a.happened_on > world.asOf) return false;
  if (only.theme !== undefined && a.theme !== only.theme) return false;
  if (only.tag !== undefined && !a.tags.includes(only.tag)) return false;
  if (only.grade !== undefined && (a.grade === null || LADDER.indexOf(a.grade) < LADDER.indexOf(only.grade)))
    return false;
  if (only.concentrated !== undefined && a.concentrated !== only.concentrated) return false;
  if (only.months && !only.months.includes(Number(a.happened_on.slice(5, 7)))) return false;
  if (only.complete !== undefined && a.complete !== only.complete) return false;
  if (only.stages) {
    const wanted = only.stages;
    if (a.stages.filter((s) => wanted.includes(s)).join(' ') !== wanted.join(' ')) return false;
  }
  if (only.minAttendance !== undefined) {
    const needed = amountOf(only.minAttendance, values);
    if (!a.due_count || a.attended_count === null) return false;
    if (
      holdsBounds({ count: a.attended_count, of: a.due_count }, [{ word: 'atLeast', value: needed }]) !==
      'yes'
    )
      return false;
  }
  if (only.host && !heldBy(a.host, a.happened_on, only.host.holds, world)) return false;
  return true;
}

function heldBy(person: number | null, day: string, holds: readonly string[], world: World): boolean {
  return world.rows.seats.some(
    (s) =>
      s.person === person &&
      world.members.has(s.organization) &&
      holds.includes(s.post) &&
      s.held_from <= day &&
      (s.held_until === null || s.held_until > day),
  );
}

interface Happened {
  readonly activity: number;
  readonly day: string;
  readonly row?: ActivityRow;
}

/** The records that pass; with attendedBy the activities at which a holder of the post was present. */
export function listHappened(counted: Counted, world: World, values: Values): readonly Happened[] {
  const { activities, only } = counted;
  const by = only.attendedBy;
  if (!by) {
    return world.rows.activities
      .filter((a) => world.members.has(a.organization) && passes(a, counted, world, values))
      .map((a) => ({ activity: a.id, day: a.happened_on, row: a }));
  }
  const present = world.rows.attendances.filter(
    (e) =>
      activities.includes(e.kind) &&
      e.happened_on <= world.asOf &&
      (only.grade === undefined ||
        (e.grade !== null && LADDER.indexOf(e.grade) >= LADDER.indexOf(only.grade))) &&
      (only.concentrated === undefined || e.concentrated === only.concentrated) &&
      (!only.months || only.months.includes(Number(e.happened_on.slice(5, 7)))) &&
      heldBy(e.person, e.happened_on, by.holds, world),
  );
  return [
    ...new Map(present.map((e) => [e.activity, { activity: e.activity, day: e.happened_on }])).values(),
  ];
}

export function interpretActivities(check: ActivitiesCheck, world: World, values: Values): Measured {
  const bounds = holdBounds(check.bounds, values);
  const ask = askOf(check.window, bounds, world, values);
  if (check.window.kind === 'term' && world.term === null) return unknown('no-term');
  const all = listHappened(check, world, values);
  const later = (day: string): string => (day > world.self.founded_on ? day : world.self.founded_on);
  const look = (mine: readonly Happened[], founded: string) => (stretch: Stretch) => {
    const inIt = mine.filter((h) => stretch.has(h.day));
    const kept = wasKept(world, check.registers, stretch.from, lesser(stretch.until, world.asOf), founded);
    return { count: countOf(check, inIt, mine, stretch, ask), ...openUnless(kept) };
  };
  if (check.each === 'group') {
    const groups = listGroups(world);
    if (groups.length === 0) return notApplying('no-subject');
    const readings = groups.flatMap((g) => {
      const mine = all.filter(
        (h) => (h.row?.party_group ?? (h.row?.organization === g.id ? g.id : null)) === g.id,
      );
      const founded = later(g.founded);
      const subject = { kind: 'group', key: g.id, title: g.name } as const;
      return lookThrough({ ...ask, founded, subject }, look(mine, founded)) ?? [];
    });
    return told(readings, 'register');
  }
  if (check.each === 'committee-member') {
    const sitting = listHolders(world, check.holds ?? []);
    if (sitting.length === 0) {
      return wasKept(world, ['posts'], world.asOf, world.asOf)
        ? notApplying('no-subject')
        : unknown('register');
    }
    const readings = sitting.flatMap(({ person, since }) => {
      const founded = later(since);
      const mine = all.filter((h) => h.row?.host === person);
      return (
        lookThrough({ ...ask, founded, subject: { kind: 'person', key: person } }, look(mine, founded)) ?? []
      );
    });
    return told(readings, 'register');
  }
  return told(lookThrough(ask, look(all, world.self.founded_on)), 'register');
}

function countOf(
  check: ActivitiesCheck,
  inIt: readonly Happened[],
  mine: readonly Happened[],
  stretch: Stretch,
  ask: Ask,
): number {
  if (check.distinct) {
    const { distinct } = check;
    return new Set(
      inIt.map((h) => h.row?.[distinct]).filter((v) => v !== null && v !== undefined && v !== ''),
    ).size;
  }
  const tolerance = check.only.fixedDay;
  if (tolerance === undefined) return inIt.length;
  const usual = usualDay(mine, ask);
  const oneMonth = stretch.from.slice(0, 7) === stretch.until.slice(0, 7);
  const lastDay = Number(stretch.until.slice(8));
  const wanted = oneMonth && usual > lastDay ? lastDay : usual;
  return inIt.filter((h) => Math.abs(Number(h.day.slice(8)) - wanted) <= tolerance).length;
}

/** The most frequent day of the month in what the window asks about. */
function usualDay(mine: readonly Happened[], ask: Ask): number {
  const tally = new Array<number>(32).fill(0);
  const asked: string[] = [];
  const everything = { ...ask, founded: '0001-01-01', bounds: [] as const };
  const collect = (stretch: Stretch): null => {
    asked.push(...mine.filter((h) => stretch.has(h.day)).map((h) => h.day));
    return null;
  };
  lookThrough({ ...everything, bounds: [{ word: 'atMost', value: -1 }] }, collect);
  for (const day of asked) tally[Number(day.slice(8))] = (tally[Number(day.slice(8))] ?? 0) + 1;
  const most = Math.max(...tally);
  return most === 0 ? 1 : tally.indexOf(most);
}
