import type { Register } from '../grammar/register.ts';

/** What the database answers for one organization: plain counts by probe, put together by `measure`. */
export interface OrganizationFacts {
  readonly county: number;
  readonly organization: number;
  readonly path: string;
  readonly name: string;
  readonly form: string;
  readonly kind: string | null;
  readonly level: string;
  readonly parent: number | null;
  readonly founded: string;
  /** First day of the term: the last re-election; null when none is recorded. */
  readonly term: string | null;
  /** [register, kept from, kept until (exclusive) or null] */
  readonly kept: readonly (readonly [Register, string, string | null])[] | null;
  /** [group, founded, name] of the party groups on the as-of day */
  readonly groups: readonly (readonly [number, string, string])[] | null;
  /** [person, since] of the sitting committee members */
  readonly sitting: readonly (readonly [number, string])[] | null;
  /** [probe, slot, subject, key, count] */
  readonly activities: readonly (readonly [number, number, number | null, string | null, number])[] | null;
  /** [probe, slot, count] */
  readonly attended: readonly (readonly [number, number, number])[] | null;
  /** For each person probe two numbers: sure, and perhaps; hours probes: persons due, persons who reached. */
  readonly persons: readonly number[] | null;
  readonly seats: readonly number[] | null;
  readonly hours: readonly number[] | null;
  readonly seatHours: readonly number[] | null;
  /** [probe, depth above (0 = its own), day, value] newest first within a probe and depth */
  readonly figures: readonly (readonly [number, number, string, number])[] | null;
  /** [probe, count] */
  readonly documents: readonly (readonly [number, number])[] | null;
  /** [probe, day, slips, satisfied, basically, dissatisfied] */
  readonly polls: readonly (readonly [number, string, number, number, number, number])[] | null;
  /** [probe, day, score] */
  readonly ratings: readonly (readonly [number, string, number])[] | null;
  /** [probe, slot, count] */
  readonly events: readonly (readonly [number, number, number])[] | null;
}
