import type { Counted, HoursOnly, Only } from '../grammar/check.ts';
import { GRADES } from '../grammar/check.ts';
import { isSeated, type People } from '../grammar/people.ts';
import { amountOf, type HeldBound, type Values } from '../parameters/values.ts';
import { addMonths, earliestCounting, latestBirth } from '../window/calendar.ts';
import type { Period } from '../window/periods.ts';
import { type Slots, slotsOf } from '../window/slots.ts';
import { remember } from './remember.ts';

/** A probe is one question to one table with all its numbers worked out; equal questions are asked once. */
export interface ActivityProbe {
  readonly table: 'activity';
  readonly activities: readonly string[];
  readonly slots: Slots;
  readonly by: 'unit' | 'group' | 'host';
  /** What is told apart within a slot: nothing, a column, or the day of the month. */
  readonly apart: 'none' | 'way' | 'title' | 'theme' | 'day';
  readonly theme?: string;
  readonly tag?: string;
  readonly stages?: readonly string[];
  readonly grades?: readonly string[];
  readonly concentrated?: boolean;
  readonly months?: readonly number[];
  readonly complete?: boolean;
  readonly minAttendance?: number;
  readonly hostHolds?: readonly string[];
}

/** Attendances of whoever held one of the posts on that day. */
export interface AttendedProbe {
  readonly table: 'attended';
  readonly activities: readonly string[];
  readonly slots: Slots;
  readonly holds: readonly string[];
  readonly grades?: readonly string[];
  readonly concentrated?: boolean;
  readonly months?: readonly number[];
}

/** A condition on a person with its numbers turned into days. */
export interface PersonTest {
  readonly bornAfter?: string;
  readonly bornBy?: string;
  /** For new members the age counts on the day of admission. */
  readonly ageAtMostWhenAdmitted?: number;
  readonly ageAtLeastWhenAdmitted?: number;
  readonly educationRank?: number;
  readonly sex?: 'male' | 'female';
  readonly floating?: 'out' | 'in';
  readonly paired?: boolean;
  readonly lostContact?: boolean;
  readonly hasPostDuty?: boolean;
  readonly noSeat?: boolean;
  readonly knownSince?: string;
  readonly exemptHours?: boolean;
}

export interface PersonProbe {
  readonly table: 'person';
  readonly set: People['set'];
  readonly test: PersonTest;
  /** New members: admitted in it. */
  readonly admitted?: Period | 'term';
}

export interface SeatProbe {
  readonly table: 'seat';
  readonly holds: readonly string[];
  readonly test: PersonTest;
}
export type PeopleProbe = PersonProbe | SeatProbe;

export interface HoursProbe {
  readonly table: 'hours';
  readonly people: PeopleProbe;
  readonly period: Period;
  readonly bounds: readonly HeldBound[];
  readonly grades?: readonly string[];
  readonly concentrated?: boolean;
  readonly activities?: readonly string[];
}

export interface FigureProbe {
  readonly table: 'figure';
  readonly figure: string;
  readonly since: string | null;
  readonly until: string;
  /** Of the organizations above instead of its own. */
  readonly superior: boolean;
  /** All days, not only the newest. */
  readonly history: boolean;
}

export interface DocumentProbe {
  readonly table: 'document';
  readonly document: string;
  /** Held on a day, or taken up in a period. */
  readonly on?: string;
  readonly period?: Period;
}

export interface PollProbe {
  readonly table: 'poll';
  readonly about: string;
  readonly since: string;
  readonly until: string;
}

export interface RatingProbe {
  readonly table: 'rating';
  readonly look: string;
  readonly since: string;
  readonly until: string;
}

export interface EventProbe {
  readonly table: 'event';
  readonly events: readonly string[];
  readonly slots: Slots;
  /** A state that holds on the as-of day, instead of what happened in the slots. */
  readonly standing: boolean;
}

export type Probe =
  | ActivityProbe
  | AttendedProbe
  | PersonProbe
  | SeatProbe
  | HoursProbe
  | FigureProbe
  | DocumentProbe
  | PollProbe
  | RatingProbe
  | EventProbe;

/** Builders write their fields in one fixed order, so equal questions have equal keys. */
export function keyOf(probe: Probe): string {
  const known = keys.get(probe);
  if (known !== undefined) return known;
  const key = JSON.stringify(probe);
  keys.set(probe, key);
  return key;
}

const keys = new WeakMap<Probe, string>();

export interface Frame {
  readonly asOf: string;
  readonly values: Values;
}

const gradesFrom = (grade: string | undefined): { grades?: readonly string[] } =>
  grade === undefined
    ? {}
    : { grades: GRADES.filter((_, i) => i >= (GRADES as readonly string[]).indexOf(grade)) };

export function activityProbe(
  counted: Counted,
  slots: Slots,
  how: { readonly by?: ActivityProbe['by']; readonly distinct?: 'way' | 'title' | 'theme' },
  values: Values,
): ActivityProbe | AttendedProbe {
  const { only } = counted;
  const activities = [...counted.activities].sort();
  const common = {
    ...gradesFrom(only.grade),
    ...(only.concentrated === undefined ? {} : { concentrated: only.concentrated }),
    ...(only.months ? { months: only.months } : {}),
  };
  if (only.attendedBy)
    return { table: 'attended', activities, slots, holds: only.attendedBy.holds, ...common };
  return {
    table: 'activity',
    activities,
    slots,
    by: how.by ?? 'unit',
    apart: only.fixedDay === undefined ? (how.distinct ?? 'none') : 'day',
    ...common,
    ...activityTests(only, values),
  };
}

function activityTests(only: Only, values: Values): Partial<ActivityProbe> {
  return {
    ...(only.theme === undefined ? {} : { theme: only.theme }),
    ...(only.tag === undefined ? {} : { tag: only.tag }),
    ...(only.stages ? { stages: only.stages } : {}),
    ...(only.complete === undefined ? {} : { complete: only.complete }),
    ...(only.minAttendance === undefined ? {} : { minAttendance: amountOf(only.minAttendance, values) }),
    ...(only.host ? { hostHolds: only.host.holds } : {}),
  };
}

/** The probes of a people set: one, or for new members one for each slot of their window. */
export function peopleProbes(people: People, frame: Frame): readonly PeopleProbe[] {
  return remember(frame, people, 'people', () => makePeopleProbes(people, frame));
}

function makePeopleProbes(people: People, frame: Frame): readonly PeopleProbe[] {
  const test = personTest(people, frame);
  if (isSeated(people)) return [{ table: 'seat', holds: people.holds, test }];
  if (people.set !== 'new-member' || !people.window) return [{ table: 'person', set: people.set, test }];
  const slots = slotsOf(people.window, frame.asOf, frame.values);
  if (slots === 'term') return [{ table: 'person', set: people.set, test, admitted: 'term' }];
  return slots.map((admitted) => ({ table: 'person', set: people.set, test, admitted }));
}

function personTest(people: People, frame: Frame): PersonTest {
  const { where } = people;
  const { asOf, values } = frame;
  const onAdmission = people.set === 'new-member';
  const atMost = where.ageAtMost === undefined ? undefined : amountOf(where.ageAtMost, values);
  const atLeast = where.ageAtLeast === undefined ? undefined : amountOf(where.ageAtLeast, values);
  const months = where.contactKnownMonths;
  return {
    ...(atMost === undefined
      ? {}
      : onAdmission
        ? { ageAtMostWhenAdmitted: atMost }
        : { bornAfter: latestBirth(asOf, atMost + 1) }),
    ...(atLeast === undefined
      ? {}
      : onAdmission
        ? { ageAtLeastWhenAdmitted: atLeast }
        : { bornBy: latestBirth(asOf, atLeast) }),
    ...(where.educationAtLeast ? { educationRank: where.educationAtLeast.rank } : {}),
    ...(where.sex ? { sex: where.sex } : {}),
    ...(where.floating ? { floating: where.floating } : {}),
    ...(where.paired === undefined ? {} : { paired: where.paired }),
    ...(where.lostContact === undefined ? {} : { lostContact: where.lostContact }),
    ...(where.hasPostDuty === undefined ? {} : { hasPostDuty: where.hasPostDuty }),
    ...(where.noSeat === undefined ? {} : { noSeat: where.noSeat }),
    ...(months === undefined ? {} : { knownSince: earliestCounting(asOf, amountOf(months, values)) }),
    ...(where.exemptHours === undefined ? {} : { exemptHours: where.exemptHours }),
  };
}

export function hoursProbe(
  people: PeopleProbe,
  period: Period,
  bounds: readonly HeldBound[],
  only: HoursOnly,
): HoursProbe {
  return {
    table: 'hours',
    people,
    period,
    bounds: bounds.map((b) => ({ word: b.word, value: b.value })),
    ...gradesFrom(only.grade),
    ...(only.concentrated === undefined ? {} : { concentrated: only.concentrated }),
    ...(only.activities ? { activities: [...only.activities].sort() } : {}),
  };
}

export function figureProbe(
  figure: string,
  frame: Frame,
  how: { readonly validMonths?: number; readonly superior?: boolean; readonly history?: boolean },
): FigureProbe {
  const since = how.validMonths === undefined ? null : earliestCounting(frame.asOf, how.validMonths);
  return {
    table: 'figure',
    figure,
    since,
    until: frame.asOf,
    superior: how.superior ?? false,
    history: how.history ?? false,
  };
}

export const pollProbe = (about: string, months: number, asOf: string): PollProbe => ({
  table: 'poll',
  about,
  since: earliestCounting(asOf, months),
  until: asOf,
});

export const ratingProbe = (look: string, months: number, asOf: string): RatingProbe => ({
  table: 'rating',
  look,
  since: earliestCounting(asOf, months),
  until: asOf,
});

export const eventProbe = (events: readonly string[], slots: Slots, standing: boolean): EventProbe => ({
  table: 'event',
  events: [...events].sort(),
  slots,
  standing,
});

/** The day of a comparison so many years before. */
export const yearsBefore = (day: string, years: number): string => addMonths(day, -12 * years);
