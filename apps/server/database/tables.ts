import type { Register } from '@hujian/contract';
import type { ColumnType, Generated } from 'kysely';

/** Days are 'YYYY-MM-DD', moments Date, bigint and numeric numbers; jsonb is written as a JSON string. */
type Moment = Date;
type Day = string;
type Json<Value> = ColumnType<Value, string, string>;
type Defaulted<Value> = ColumnType<Value, Value | undefined, Value>;

interface OfOrganization {
  county: number;
  organization: number;
  path: string;
}

/** What every record table carries beside its own columns. */
export interface RecordColumns extends OfOrganization {
  id: Generated<number>;
  source_key: string;
  batch: number | null;
  entered_by: string;
  entered_at: Generated<Moment>;
  withdrawn_at: Moment | null;
}

export interface OrganizationTable {
  county: number;
  id: Generated<number>;
  path: string;
  parent: number | null;
  unit: number | null;
  code: string;
  name: string;
  initials: Defaulted<string>;
  form: 'committee' | 'general-branch' | 'branch' | 'group' | 'office';
  kind: 'agency' | 'rural' | 'community' | 'soe' | 'private' | 'school' | null;
  level: 'province' | 'city' | 'county' | 'township' | 'village' | 'group';
  founded_on: Day;
  closed_on: Day | null;
  latitude: number | null;
  longitude: number | null;
  entered_at: Generated<Moment>;
}

export interface OrganizationSpanTable extends OfOrganization {
  id: Generated<number>;
  parent: number | null;
  name: string;
  form: OrganizationTable['form'];
  kind: OrganizationTable['kind'];
  level: OrganizationTable['level'];
  unit: number | null;
  valid_from: Day;
  valid_until: Day | null;
}

export interface LineageTable extends OfOrganization {
  id: Generated<number>;
  predecessor: number;
  happened_on: Day;
  way: 'merge' | 'split' | 'rename' | 'move';
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

export interface AccountTable {
  id: string;
  name: string;
  user_name: string | null;
  email: string;
  email_verified: Defaulted<boolean>;
  image: string | null;
  totp_on: Defaulted<boolean>;
  disabled_at: Moment | null;
  created_at: Generated<Moment>;
  updated_at: Defaulted<Moment>;
}

export interface AccountCredentialTable {
  id: string;
  account: string;
  provider: string;
  provider_account: string;
  password: string | null;
  usable: Defaulted<boolean>;
  created_at: Generated<Moment>;
  updated_at: Defaulted<Moment>;
}

export interface AccountSessionTable {
  id: string;
  account: string;
  token: string;
  expires_at: Moment;
  ip_address: string | null;
  user_agent: string | null;
  assignment: number | null;
  created_at: Generated<Moment>;
  updated_at: Defaulted<Moment>;
}

export interface AccountVerificationTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: Moment;
}

export interface AccountTotpTable {
  id: string;
  account: string;
  verified: Defaulted<boolean>;
  failures: Defaulted<number>;
  locked_until: Moment | null;
}

export interface SignInGuardTable {
  user_name: string;
  failures: number;
  last_at: Moment;
  locked_until: Moment | null;
}

export interface OneTimeLinkTable {
  token_hash: Buffer;
  purpose: 'first-administrator' | 'security-admin' | 'audit-admin' | 'set-password';
  account: string | null;
  made_by: string | null;
  made_at: Generated<Moment>;
  expires_at: Moment;
  used_at: Moment | null;
}

export interface AssignmentTable {
  county: Defaulted<number>;
  id: Generated<number>;
  account: string;
  role: string;
  organization: number | null;
  path: Defaulted<string>;
  made_by: string | null;
  made_at: Generated<Moment>;
  ended_at: Moment | null;
}

export interface AuditLineTable {
  county: number;
  number: number;
  at: Moment;
  account: string | null;
  act: string;
  object: string | null;
  organization: number | null;
  path: Defaulted<string>;
  details: Json<Record<string, unknown>>;
  previous: Buffer;
  hash: Buffer;
}

export interface AuditHeadTable {
  county: number;
  number: number;
  hash: Buffer;
}

export interface BurdenCountTable extends OfOrganization {
  month: Day;
  fields: Defaulted<number>;
  uploads: Defaulted<number>;
}

export interface Tables {
  organization: OrganizationTable;
  organization_span: OrganizationSpanTable;
  lineage: LineageTable;
  import_file: ImportFileTable;
  person: PersonTable;
  seat: SeatTable;
  activity: ActivityTable;
  attendance: AttendanceTable;
  figure: FigureTable;
  document: DocumentTable;
  event: EventTable;
  poll: PollTable;
  rating: RatingTable;
  register_span: RegisterSpanTable;
  edition: EditionTable;
  adoption: AdoptionTable;
  local_parameter: LocalParameterTable;
  warning_reason: WarningReasonTable;
  evaluation: EvaluationTable;
  standing: StandingTable;
  account: AccountTable;
  account_credential: AccountCredentialTable;
  account_session: AccountSessionTable;
  account_verification: AccountVerificationTable;
  account_totp: AccountTotpTable;
  sign_in_guard: SignInGuardTable;
  one_time_link: OneTimeLinkTable;
  assignment: AssignmentTable;
  audit_line: AuditLineTable;
  audit_head: AuditHeadTable;
  burden_count: BurdenCountTable;
}
