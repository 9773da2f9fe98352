import type {
  AccountCredentialTable,
  AccountSessionTable,
  AccountTable,
  AccountTotpTable,
  AccountVerificationTable,
  AssignmentTable,
  AuditHeadTable,
  AuditLineTable,
  BurdenCountTable,
  OneTimeLinkTable,
  SignInGuardTable,
} from './access-tables.ts';
import type { DraftFileTable, DraftRehearsalTable, DraftTable, LocalTermTable } from './draft-tables.ts';
import type { LineageTable, OrganizationSpanTable, OrganizationTable } from './organization-tables.ts';
import type {
  ActivityTable,
  AttendanceTable,
  DocumentTable,
  EventTable,
  FigureTable,
  ImportFileTable,
  PersonTable,
  PollTable,
  RatingTable,
  RegisterSpanTable,
  SeatTable,
} from './record-tables.ts';
import type {
  AdoptionTable,
  EditionTable,
  EvaluationTable,
  LibraryFileTable,
  LocalParameterTable,
  StandingDueTable,
  StandingTable,
  WarningReasonTable,
} from './standing-tables.ts';

export type * from './access-tables.ts';
export type * from './draft-tables.ts';
export type * from './organization-tables.ts';
export type * from './record-tables.ts';
export type * from './standing-tables.ts';

/** Every table of the database, for Kysely. */
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
  library_file: LibraryFileTable;
  adoption: AdoptionTable;
  local_parameter: LocalParameterTable;
  warning_reason: WarningReasonTable;
  standing_due: StandingDueTable;
  evaluation: EvaluationTable;
  standing: StandingTable;
  draft_file: DraftFileTable;
  draft: DraftTable;
  draft_rehearsal: DraftRehearsalTable;
  local_term: LocalTermTable;
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
