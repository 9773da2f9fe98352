import type { Amount } from './parameter.ts';
import type { Window } from './window.ts';

export const PEOPLE_SETS = [
  'member',
  'full-member',
  'probationary',
  'applicant',
  'activist',
  'candidate',
  'new-member',
  'floating-member',
  'seat',
  'reserve-cadre',
] as const;
export type PeopleSet = (typeof PEOPLE_SETS)[number];

export interface PeopleWhere {
  readonly ageAtMost?: Amount;
  readonly ageAtLeast?: Amount;
  readonly educationAtLeast?: { readonly code: string; readonly rank: number };
  readonly sex?: 'male' | 'female';
  readonly floating?: 'out' | 'in';
  readonly paired?: boolean;
  readonly lostContact?: boolean;
  readonly hasPostDuty?: boolean;
  readonly noSeat?: boolean;
  readonly contactKnownMonths?: Amount;
  readonly exemptHours?: boolean;
}

/** A set of persons of an organization on the as-of day; a person is counted once. */
export interface People {
  readonly set: PeopleSet;
  /** As written: posts and post groups (only for the set seat). */
  readonly post: readonly string[];
  /** The posts they stand for. */
  readonly holds: readonly string[];
  readonly where: PeopleWhere;
  /** Only for new-member: when admitted. */
  readonly window?: Window;
}

/** Whether the set is read from the seats (register posts) instead of the roster. */
export const isSeated = (people: People): boolean => people.set === 'seat' || people.set === 'reserve-cadre';
