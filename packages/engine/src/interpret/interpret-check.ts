import type {
  ActivitiesCheck,
  Check,
  Counted,
  EventCheck,
  FigureTest,
  HoursCheck,
} from '../grammar/check.ts';
import type { People } from '../grammar/people.ts';
import type { Window } from '../grammar/window.ts';
import { holdsBounds } from '../judge/hold.ts';
import type { Measured, Reading, Why } from '../measure/measured.ts';
import { amountOf, type HeldBound, holdBounds, type Values } from '../parameters/values.ts';
import { addMonths } from '../window/calendar.ts';
import { type Found, findPeople, listHolders, registersFor } from './people.ts';
import type { ActivityRow } from './rows.ts';
import { type Ask, lookThrough, type Stretch } from './windows.ts';
import { listGroups, type World, wasKept } from './world.ts';

const LADDER = ['branch', 'township', 'county', 'city', 'province'];

const notApplying = (why: Why): Measured => ({ known: 'yes', applies: false, why, readings: [] });
const unknown = (why: Why): Measured => ({ known: 'no', applies: true, why, readings: [] });

function told(readings: readonly Reading[] | null, why: Why, nothing: Why = 'nothing-due'): Measured {
  if (readings === null) return unknown('no-term');
  if (readings.length === 0) return notApplying(nothing);
  const gaps = readings.some((r) => r.open === true || r.count === undefined);
  return gaps ? { known: 'partly', applies: true, why, readings } : { known: 'yes', applies: true, readings };
}

/** The same facts as the SQL's, read from rows one by one: the oracle that the SQL is held against. */
export function interpretCheck(check: Check, world: World, values: Values): Measured {
  switch (check.measure) {
    case 'activities':
      return interpretActivities(check, world, values);
    case 'hours':
      return interpretHours(check, world, values);
    case 'headcount':
      return interpretHeadcount(check.who, holdBounds(check.bounds, values), check.orFigure, world, values);
    case 'share':
      return interpretShare(check.of, holdBounds(check.bounds, values), world, values);
    case 'figure':
      return interpretFigures(check.anyOf, world, values);
    case 'document':
      return interpretDocuments(check.documents, check.of, world, values);
    case 'on-site': {
      const rated = world.rows.ratings
        .filter((r) => r.organization === world.self.id && r.look === check.key && r.rated_on <= world.asOf)
        .filter((r) => addMonths(r.rated_on, amountOf(check.validMonths, values)) >= world.asOf)
        .sort((a, b) => (a.rated_on === b.rated_on ? b.id - a.id : a.rated_on < b.rated_on ? 1 : -1))[0];
      return rated ? told([{ count: rated.score }], 'no-row') : unknown('no-row');
    }
    case 'poll': {
      const poll = world.rows.polls
        .filter((p) => p.organization === world.self.id && p.about === check.about && p.held_on <= world.asOf)
        .filter((p) => addMonths(p.held_on, amountOf(check.validMonths, values)) >= world.asOf)
        .sort((a, b) => (a.held_on === b.held_on ? b.id - a.id : a.held_on < b.held_on ? 1 : -1))[0];
      if (!poll) return unknown('no-row');
      if (poll.slips < 10) return unknown('few-slips');
      const glad = poll.satisfied + (check.withBasically ? poll.basically : 0);
      return told(
        [{ count: check.answer === 'dissatisfied' ? poll.dissatisfied : glad, of: poll.slips }],
        'no-row',
      );
    }
    case 'event':
      return interpretEvents(check, world, values);
  }
}

function askOf(window: Window, bounds: readonly HeldBound[], world: World, values: Values): Ask {
  return { window, bounds, values, asOf: world.asOf, founded: world.self.founded_on, term: world.term };
}

const openUnless = (kept: boolean): { open?: true } => (kept ? {} : { open: true });
const lesser = (a: string, b: string): string => (a < b ? a : b);

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
function listHappened(counted: Counted, world: World, values: Values): readonly Happened[] {
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

function interpretActivities(check: ActivitiesCheck, world: World, values: Values): Measured {
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

function interpretHours(check: HoursCheck, world: World, values: Values): Measured {
  if (!wasKept(world, registersFor(check.who), world.asOf, world.asOf)) return unknown('register');
  const bounds = holdBounds(check.bounds, values);
  const people = findPeople(check.who, world, values).filter(
    (f) => f.sure && f.row && world.members.has(f.row.organization) && !f.row.exempt_hours,
  );
  const reach = [{ word: 'atLeast', value: amountOf(check.reach, values) }] as const;
  const ask = askOf({ kind: 'every', period: 'year' }, reach, world, values);
  const readings = lookThrough(ask, (stretch) => {
    const due = people.filter((f) => f.since <= stretch.from);
    if (due.length === 0) return null;
    const reached = due.filter(
      (f) => holdsBounds({ count: hoursOf(f, check, world, stretch) }, bounds) === 'yes',
    );
    const kept = wasKept(world, ['trainings'], stretch.from, lesser(stretch.until, world.asOf));
    return { count: reached.length, of: due.length, ...openUnless(kept) };
  });
  return told(readings, 'register');
}

/** Tenths of hours add up exactly. */
function hoursOf(found: Found, check: HoursCheck, world: World, stretch: Stretch): number {
  const { grade, concentrated, activities } = check.only;
  const tenths = world.rows.attendances
    .filter((e) => e.person === found.person && e.happened_on <= world.asOf && stretch.has(e.happened_on))
    .filter(
      (e) => grade === undefined || (e.grade !== null && LADDER.indexOf(e.grade) >= LADDER.indexOf(grade)),
    )
    .filter((e) => concentrated === undefined || e.concentrated === concentrated)
    .filter((e) => activities === undefined || activities.includes(e.kind))
    .reduce((sum, e) => sum + Math.round((e.hours ?? 0) * 10), 0);
  return tenths / 10;
}

const split = (found: readonly Found[]): { sure: number; maybe: number } => ({
  sure: found.filter((f) => f.sure).length,
  maybe: found.filter((f) => !f.sure).length,
});

export function interpretHeadcount(
  who: People,
  bounds: readonly HeldBound[],
  orFigure: string | undefined,
  world: World,
  values: Values,
): Measured {
  const { asOf } = world;
  const count = (admitted: Stretch | null): Pick<Reading, 'count' | 'maybe'> => {
    const { sure, maybe } = split(findPeople(who, world, values, admitted));
    return { count: sure, ...(maybe > 0 ? { maybe } : {}) };
  };
  if (who.set === 'new-member') {
    const ask = askOf(who.window ?? { kind: 'every', period: 'year' }, bounds, world, values);
    const readings = lookThrough(ask, (s) => ({
      ...count(s),
      ...openUnless(wasKept(world, ['roster'], s.from, lesser(s.until, asOf))),
    }));
    return told(readings, 'register');
  }
  if (wasKept(world, registersFor(who), asOf, asOf))
    return told([{ from: asOf, until: asOf, ...count(null) }], 'register');
  const row = orFigure === undefined ? undefined : newest(orFigure, world)[0];
  if (!row || orFigure === undefined) return unknown('register');
  const subject = { kind: 'figure', key: orFigure } as const;
  return told([{ from: row.day, until: row.day, subject, count: row.value }], 'register');
}

type ShareCheckOf = Extract<Check, { measure: 'share' }>['of'];

function interpretShare(
  of: ShareCheckOf,
  bounds: readonly HeldBound[],
  world: World,
  values: Values,
): Measured {
  const { asOf } = world;
  if (of.kind === 'figures') {
    const [part, whole] = [of.part, of.whole].map(
      (f) => newest(f, world, of.validMonths === undefined ? undefined : amountOf(of.validMonths, values))[0],
    );
    if (!part || !whole) return unknown('no-row');
    if (whole.value === 0) return notApplying('empty');
    const day = lesser(part.day, whole.day);
    return told([{ from: day, until: day, count: part.value, of: whole.value }], 'no-row');
  }
  if (of.kind === 'activities') {
    const [part, whole] = [listHappened(of.part, world, values), listHappened(of.whole, world, values)];
    const registers = [...of.part.registers, ...of.whole.registers];
    const readings = lookThrough(askOf(of.window, bounds, world, values), (s) => {
      const all = whole.filter((h) => s.has(h.day)).length;
      const kept = wasKept(world, registers, s.from, lesser(s.until, asOf));
      return all === 0 && kept
        ? null
        : { count: part.filter((h) => s.has(h.day)).length, of: all, ...openUnless(kept) };
    });
    return told(readings, 'register', 'empty');
  }
  const ratio = (admitted: Stretch | null): Pick<Reading, 'count' | 'of' | 'maybe' | 'maybeOf'> => {
    const part = split(findPeople(of.who, world, values, admitted));
    const whole = split(findPeople(of.among, world, values, admitted));
    return {
      count: part.sure,
      of: whole.sure,
      ...(part.maybe > 0 ? { maybe: part.maybe } : {}),
      ...(whole.maybe > 0 ? { maybeOf: whole.maybe } : {}),
    };
  };
  const isEmpty = (r: Pick<Reading, 'of' | 'maybeOf'>): boolean => (r.of ?? 0) + (r.maybeOf ?? 0) === 0;
  if (of.among.set === 'new-member') {
    const ask = askOf(of.among.window ?? { kind: 'every', period: 'year' }, bounds, world, values);
    const readings = lookThrough(ask, (s) => {
      const kept = wasKept(world, ['roster'], s.from, lesser(s.until, asOf));
      const seen = ratio(s);
      return isEmpty(seen) && kept ? null : { ...seen, ...openUnless(kept) };
    });
    return told(readings, 'register');
  }
  if (!wasKept(world, [...registersFor(of.who), ...registersFor(of.among)], asOf, asOf))
    return unknown('register');
  const seen = ratio(null);
  return isEmpty(seen) ? notApplying('empty') : told([{ from: asOf, until: asOf, ...seen }], 'register');
}

interface Valued {
  readonly day: string;
  readonly value: number;
}

/** The values of a figure, newest first; of one day the one entered last. */
function newest(
  figure: string,
  world: World,
  validMonths?: number,
  organization = world.self.id,
): readonly Valued[] {
  const rows = world.rows.figures
    .filter((f) => f.organization === organization && f.figure === figure && f.counted_on <= world.asOf)
    .filter((f) => validMonths === undefined || addMonths(f.counted_on, validMonths) >= world.asOf)
    .sort((a, b) => (a.counted_on === b.counted_on ? b.id - a.id : a.counted_on < b.counted_on ? 1 : -1));
  return rows
    .filter((f, i) => rows[i - 1]?.counted_on !== f.counted_on)
    .map((f) => ({ day: f.counted_on, value: f.value }));
}

export function interpretFigures(tests: readonly FigureTest[], world: World, values: Values): Measured {
  const readings = tests.flatMap((test, i) => {
    const mine = readFigure(test, world, values);
    return tests.length > 1 ? mine.map((r) => ({ ...r, test: i })) : mine;
  });
  if (readings.length > 0 && readings.every((r) => r.count === undefined)) return unknown('no-row');
  return told(readings, 'no-row');
}

function readFigure(test: FigureTest, world: World, values: Values): Reading[] {
  const subject = { kind: 'figure', key: test.figure } as const;
  if (test.years !== undefined) {
    const end = world.asOf.endsWith('12-31')
      ? Number(world.asOf.slice(0, 4))
      : Number(world.asOf.slice(0, 4)) - 1;
    const years = Array.from({ length: test.years }, (_, i) => end - (test.years ?? 1) + 1 + i);
    return years
      .filter((y) => `${y}-12-31` >= world.self.founded_on)
      .map((y) => {
        const row = newest(test.figure, world).find((v) => v.day.startsWith(`${y}-`));
        return { from: `${y}-01-01`, until: `${y}-12-31`, ...(row ? { count: row.value } : {}), subject };
      });
  }
  const row = newest(
    test.figure,
    world,
    test.validMonths === undefined ? undefined : amountOf(test.validMonths, values),
  )[0];
  if (!row) return [{ subject }];
  const here = { from: row.day, until: row.day, subject };
  const { compare } = test;
  if (!compare) return [{ ...here, count: row.value }];
  const day = addMonths(row.day, -12 * compare.yearsAgo);
  const owners = compare.of === 'self' ? [world.self] : world.above.slice(1);
  for (const owner of owners) {
    const other = newest(compare.figure, world, undefined, owner.id).find(
      (v) => compare.yearsAgo === 0 || v.day <= day,
    );
    if (other) return [{ ...here, count: row.value, against: other.value }];
  }
  return [here];
}

function interpretDocuments(
  documents: readonly string[],
  of: 'year' | 'now',
  world: World,
  values: Values,
): Measured {
  const { asOf } = world;
  const held = world.rows.documents.filter((d) => world.members.has(d.organization) && d.held_from <= asOf);
  const readings = documents.flatMap((code): readonly Reading[] => {
    const subject = { kind: 'document', key: code } as const;
    const mine = held.filter((d) => d.document === code);
    if (of === 'now') {
      const valid = mine.filter((d) => d.held_until === null || d.held_until > asOf);
      const kept = wasKept(world, ['documents'], asOf, asOf);
      return [{ from: asOf, until: asOf, subject, count: valid.length, ...openUnless(kept) }];
    }
    const ask = askOf({ kind: 'every', period: 'year' }, [{ word: 'atLeast', value: 1 }], world, values);
    const found = lookThrough({ ...ask, subject }, (s) => ({
      count: mine.filter((d) => s.has(d.held_from)).length,
      ...openUnless(wasKept(world, ['documents'], s.from, lesser(s.until, asOf))),
    }));
    return found ?? [];
  });
  return told(readings, 'register');
}

export function interpretEvents(
  check: Pick<EventCheck, 'events' | 'window' | 'bounds'>,
  world: World,
  values: Values,
): Measured {
  const { asOf } = world;
  const mine = world.rows.events.filter(
    (e) => world.line.has(e.organization) && check.events.includes(e.event) && e.happened_on <= asOf,
  );
  const ask = askOf(check.window, holdBounds(check.bounds, values), world, values);
  const readings = lookThrough(ask, (s) => {
    const inIt =
      check.window.kind === 'now'
        ? mine.filter((e) => e.ended_on === null || e.ended_on > asOf)
        : mine.filter((e) => s.has(e.happened_on));
    return { count: inIt.length, ...openUnless(wasKept(world, ['events'], s.from, lesser(s.until, asOf))) };
  });
  return told(readings, 'register');
}
