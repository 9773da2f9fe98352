import type { Bound, BoundWord } from './bound.ts';
import type { Moves } from './moves.ts';
import type { Amount } from './parameter.ts';
import type { People } from './people.ts';
import type { Register } from './register.ts';
import type { Condition } from './when.ts';
import type { Window } from './window.ts';

export const MEASURES = [
  'activities',
  'hours',
  'headcount',
  'share',
  'figure',
  'document',
  'on-site',
  'poll',
  'event',
] as const;
export type Measure = (typeof MEASURES)[number];

export const STRICTNESSES = ['must', 'normally', 'encouraged'] as const;
export type Strictness = (typeof STRICTNESSES)[number];

export const GRADES = ['branch', 'township', 'county', 'city', 'province'] as const;
export type Grade = (typeof GRADES)[number];

export interface CheckCommon {
  readonly id: string;
  readonly title: string;
  readonly strictness: Strictness;
  readonly when: readonly Condition[];
  readonly moves: Moves;
  /** The check's share of the item's points, in thousandths; 0 when it moves none. */
  readonly share: number;
  readonly why?: string;
}

/** Filters that a record must satisfy to count. */
export interface Only {
  readonly theme?: string;
  readonly tag?: string;
  readonly stages?: readonly string[];
  readonly grade?: Grade;
  readonly concentrated?: boolean;
  readonly months?: readonly number[];
  readonly fixedDay?: number;
  readonly complete?: boolean;
  readonly minAttendance?: Amount;
  readonly host?: { readonly post: string; readonly holds: readonly string[] };
  readonly attendedBy?: { readonly post: string; readonly holds: readonly string[] };
}

export interface Counted {
  readonly activities: readonly string[];
  readonly only: Only;
  /** The registers that these records stand in; a shortfall is known only where all are kept. */
  readonly registers: readonly Register[];
}

export interface ActivitiesCheck extends CheckCommon, Counted {
  readonly measure: 'activities';
  readonly window: Window;
  readonly bounds: readonly Bound[];
  readonly each?: 'group' | 'committee-member';
  /** Posts that make a committee member; for `each: committee-member`. */
  readonly holds?: readonly string[];
  readonly distinct?: 'way' | 'title' | 'theme';
}

export interface HoursOnly {
  readonly grade?: Grade;
  readonly concentrated?: boolean;
  readonly activities?: readonly string[];
}

export interface HoursCheck extends CheckCommon {
  readonly measure: 'hours';
  readonly who: People;
  /** Of the hours of one person in one year. */
  readonly bounds: readonly Bound[];
  /** Which part of the persons must reach them. */
  readonly reach: Amount;
  readonly only: HoursOnly;
}

export interface HeadcountCheck extends CheckCommon {
  readonly measure: 'headcount';
  readonly who: People;
  readonly bounds: readonly Bound[];
  readonly orFigure?: string;
}

export type ShareOf =
  | { readonly kind: 'people'; readonly who: People; readonly among: People }
  | {
      readonly kind: 'figures';
      readonly part: string;
      readonly whole: string;
      readonly validMonths?: Amount;
    }
  | {
      readonly kind: 'activities';
      readonly part: Counted;
      readonly whole: Counted;
      readonly window: Window;
    };

export interface ShareCheck extends CheckCommon {
  readonly measure: 'share';
  readonly of: ShareOf;
  readonly bounds: readonly Bound[];
}

export interface FigureTest {
  readonly figure: string;
  /** Empty when `compare` stands. */
  readonly bounds: readonly Bound[];
  readonly validMonths?: Amount;
  /** Each of the last so many year-end values. */
  readonly years?: number;
  readonly compare?: {
    readonly word: BoundWord;
    readonly figure: string;
    readonly of: 'self' | 'superior';
    readonly yearsAgo: number;
  };
}

export interface FigureCheck extends CheckCommon {
  readonly measure: 'figure';
  /** Met when one of them is met. */
  readonly anyOf: readonly FigureTest[];
}

export interface DocumentCheck extends CheckCommon {
  readonly measure: 'document';
  readonly documents: readonly string[];
  readonly of: 'year' | 'now';
}

export interface OnSiteCheck extends CheckCommon {
  readonly measure: 'on-site';
  readonly look: string;
  /** `<standard>/<item code>/<check id>`, the key of the ratings. */
  readonly key: string;
  readonly bounds: readonly Bound[];
  readonly validMonths: Amount;
}

export interface PollCheck extends CheckCommon {
  readonly measure: 'poll';
  readonly about: string;
  readonly answer: 'satisfied' | 'dissatisfied';
  readonly withBasically: boolean;
  readonly bounds: readonly Bound[];
  readonly validMonths: Amount;
}

export interface EventCheck extends CheckCommon {
  readonly measure: 'event';
  readonly events: readonly string[];
  readonly window: Window;
  readonly bounds: readonly Bound[];
}

export type Check =
  | ActivitiesCheck
  | HoursCheck
  | HeadcountCheck
  | ShareCheck
  | FigureCheck
  | DocumentCheck
  | OnSiteCheck
  | PollCheck
  | EventCheck;
