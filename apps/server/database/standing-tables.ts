import type { Generated } from 'kysely';
import type { Day, Defaulted, Json, Moment, OfOrganization } from './column-types.ts';

export interface EditionTable {
  id: string;
  revision: number;
  standard: string;
  title: string;
  kind: string;
  level: string;
  label: string;
  in_force_from: Day;
  sha256: string;
  body: Json<unknown>;
  loaded_at: Generated<Moment>;
  /** The organization that published it, and its path; null: the program's own library. */
  owner: number | null;
  path: string | null;
}

export interface LibraryFileTable {
  name: string;
  stamp: string;
  loaded_at: Generated<Moment>;
}

export interface AdoptionTable extends OfOrganization {
  id: Generated<number>;
  edition: string;
  valid_from: Day;
  valid_until: Day | null;
  basis: Json<unknown>;
  entered_by: string;
  entered_at: Generated<Moment>;
  withdrawn_at: Moment | null;
}

export interface LocalParameterTable extends OfOrganization {
  id: Generated<number>;
  standard: string;
  parameter: string;
  value: number;
  valid_from: Day;
  valid_until: Day | null;
  basis: Json<unknown>;
  entered_by: string;
  entered_at: Generated<Moment>;
  withdrawn_at: Moment | null;
}

export interface WarningReasonTable extends OfOrganization {
  id: Generated<number>;
  standard: string;
  item: string;
  check_id: string;
  reason: string;
  holds_until: Day;
  given_by: string;
  entered_by: string;
  entered_at: Generated<Moment>;
  withdrawn_at: Moment | null;
}

export interface StandingDueTable extends OfOrganization {
  id: Generated<number>;
  units: number[] | null;
  entered_by: string;
  entered_at: Generated<Moment>;
}

export interface EvaluationTable extends OfOrganization {
  id: Generated<number>;
  edition: string;
  revision: number;
  as_of: Day;
  known_at: Moment;
  state: 'running' | 'done' | 'failed';
  done: Defaulted<number>;
  total: number | null;
  sha256: string | null;
  message: string | null;
  entered_by: string;
  entered_at: Generated<Moment>;
}

export interface StandingTable extends OfOrganization {
  edition: string;
  revision: number;
  evaluation: Defaulted<number>;
  as_of: Day;
  known_at: Moment;
  points: number;
  possible: number;
  full_marks: number;
  bonus: Defaulted<number>;
  met: number;
  unmet: number;
  not_applicable: number;
  not_known: number;
  warnings: Defaulted<number>;
  blocked: Defaulted<string[]>;
  items: Json<unknown>;
  verdicts: Defaulted<string>;
  reached: Defaulted<number[]>;
  reachable: Defaulted<number[]>;
}
