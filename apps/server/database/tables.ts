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
  BallotSlipTable,
  BallotSumTable,
  BallotTable,
  CorrectionTable,
  ObjectionTable,
  PublicNoticeTable,
  RankingBasisTable,
  ResultStepTable,
  RoundResultTable,
} from './result-tables.ts';
import type {
  LiaisonTable,
  RoundChangeTable,
  RoundDrawTable,
  RoundPanelistTable,
  RoundSessionTable,
  RoundTable,
  RoundUnitTable,
  UnitClassTable,
  VisitSeatTable,
  VisitTable,
} from './round-tables.ts';
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
import type {
  AwardFundTable,
  AwardLineTable,
  AwardPaymentTable,
  ClassProposalTable,
  FollowUpTable,
  RoundDocumentTable,
} from './use-tables.ts';
import type { VisitEntryTable, VisitFilePartTable, VisitFileTable } from './visit-tables.ts';

export type * from './access-tables.ts';
export type * from './draft-tables.ts';
export type * from './organization-tables.ts';
export type * from './record-tables.ts';
export type * from './result-tables.ts';
export type * from './round-tables.ts';
export type * from './standing-tables.ts';
export type * from './use-tables.ts';
export type * from './visit-tables.ts';

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
  ballot_slip: BallotSlipTable;
  ballot_sum: BallotSumTable;
  ballot: BallotTable;
  correction: CorrectionTable;
  objection: ObjectionTable;
  public_notice: PublicNoticeTable;
  ranking_basis: RankingBasisTable;
  result_step: ResultStepTable;
  round_result: RoundResultTable;
  liaison: LiaisonTable;
  round_change: RoundChangeTable;
  round_draw: RoundDrawTable;
  round_panelist: RoundPanelistTable;
  round_session: RoundSessionTable;
  round: RoundTable;
  round_unit: RoundUnitTable;
  unit_class: UnitClassTable;
  visit_seat: VisitSeatTable;
  visit: VisitTable;
  award_fund: AwardFundTable;
  award_line: AwardLineTable;
  award_payment: AwardPaymentTable;
  class_proposal: ClassProposalTable;
  follow_up: FollowUpTable;
  round_document: RoundDocumentTable;
  visit_entry: VisitEntryTable;
  visit_file_part: VisitFilePartTable;
  visit_file: VisitFileTable;
}
