import type { Kind } from './tree.ts';

/** Who comes: everybody, the committee, the members of a group, or nobody by name. */
export type Audience = 'all' | 'committee' | 'group' | 'nobody';

/** What a branch does again and again, as it would stand in its year plan. */
export interface Habit {
  kind: string;
  /** 1 to 12; one record in each of these months. */
  months: readonly number[];
  titles: readonly string[];
  /** The same where nobody farms. */
  elsewhere?: readonly string[];
  audience: Audience;
  /** The share of the audience that comes. */
  rate: number;
  /** Only organizations of these kinds do it; absent: all. */
  kinds?: readonly Kind[];
  /** Needs a committee, or an organization with a standing leadership team. */
  needs?: 'committee' | 'team';
  /** Spring and autumn of the forms: the record says which one, in turn or one of each. */
  ways?: readonly string[];
  oneOfEach?: true;
  tags?: readonly string[];
  host?: 'secretary' | 'committee-member';
  hours?: number;
  grade?: 'branch' | 'township' | 'county';
  concentrated?: true;
  /** The meeting is counted by those due and those who came. */
  counted?: true;
  fixedDay?: true;
}

export const monthly = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
export const quarterly = [2, 5, 8, 11];
export const halfYearly = [6, 12];
