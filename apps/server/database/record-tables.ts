import type { Register } from '@hujian/contract';
import type { ColumnType, Generated } from 'kysely';
import type { Day, Defaulted, Moment, OfOrganization } from './column-types.ts';

/** What every record table carries beside its own columns. */
export interface RecordColumns extends OfOrganization {
  id: Generated<number>;
  source_key: string;
  batch: number | null;
  entered_by: string;
  entered_at: Generated<Moment>;
  withdrawn_at: Moment | null;
}

export interface ImportFileTable extends OfOrganization {
  id: Generated<number>;
  template: string;
  file_name: string;
  sha256: string;
  size: number;
  content: Buffer | null;
  state: 'checking' | 'refused' | 'ready' | 'taking' | 'taken' | 'failed';
  done: Defaulted<number>;
  total: number | null;
  summary: ColumnType<unknown, string | undefined, string>;
  message: string | null;
  marked: Buffer | null;
  entered_by: string;
  entered_at: Generated<Moment>;
  finished_at: Moment | null;
}

export interface PersonTable extends RecordColumns {
  name: string;
  initials: Defaulted<string>;
  sex: 'male' | 'female' | null;
  birth_on: Day | null;
  education: number | null;
  identity_cipher: Buffer | null;
  identity_index: Buffer | null;
  phone_cipher: Buffer | null;
  phone_index: Buffer | null;
  applied_on: Day | null;
  activist_on: Day | null;
  candidate_on: Day | null;
  admitted_on: Day | null;
  full_on: Day | null;
  joined_on: Day;
  left_on: Day | null;
  left_why: 'transfer' | 'death' | 'expelled' | 'withdrew' | 'removed' | null;
  floating: 'out' | 'in' | null;
  floating_since: Day | null;
  floating_known_on: Day | null;
  paired: boolean | null;
  lost_contact: Defaulted<boolean>;
  post_duty: string | null;
  exempt_hours: Defaulted<boolean>;
}

export interface SeatTable extends RecordColumns {
  person: number;
  post: string;
  held_from: Day;
  held_until: Day | null;
}

export interface ActivityTable extends RecordColumns {
  kind: string;
  title: Defaulted<string>;
  happened_on: Day;
  place: string | null;
  theme: string | null;
  tags: Defaulted<string[]>;
  stages: Defaulted<string[]>;
  way: string | null;
  party_group: number | null;
  host: number | null;
  grade: 'branch' | 'township' | 'county' | 'city' | 'province' | null;
  concentrated: Defaulted<boolean>;
  hours: number | null;
  due_count: number | null;
  attended_count: number | null;
  complete: Defaulted<boolean>;
}

export interface AttendanceTable extends OfOrganization {
  activity: number;
  person: number;
  happened_on: Day;
  kind: string;
  grade: string | null;
  concentrated: Defaulted<boolean>;
  hours: number | null;
  batch: number | null;
  entered_at: Generated<Moment>;
  withdrawn_at: Moment | null;
}

export interface FigureTable extends RecordColumns {
  figure: string;
  counted_on: Day;
  value: number;
  source: string | null;
}

export interface DocumentTable extends RecordColumns {
  document: string;
  title: string;
  number: string | null;
  held_from: Day;
  held_until: Day | null;
}

export interface EventTable extends RecordColumns {
  event: string;
  happened_on: Day;
  ended_on: Day | null;
  told: string | null;
  confirmed_by: string;
  confirmed_on: Day;
}

export interface PollTable extends RecordColumns {
  about: string;
  held_on: Day;
  slips: number;
  satisfied: number;
  basically: number;
  dissatisfied: number;
}

export interface RatingTable extends RecordColumns {
  look: string;
  rated_on: Day;
  score: number;
  panelists: number;
  source: string | null;
}

export interface RegisterSpanTable extends RecordColumns {
  register: Register;
  kept_from: Day;
  kept_until: Day | null;
}
