import type { ClassProposal, DocumentKind, DocumentWords, FollowUp, Fund, FundRule } from '@hujian/contract';
import type { Generated } from 'kysely';
import type { Day, Defaulted, Json, Moment, OfOrganization } from './column-types.ts';

export interface RoundDocumentTable extends OfOrganization {
  id: Generated<number>;
  round: number;
  kind: DocumentKind;
  words: Json<DocumentWords>;
  version: Defaulted<number>;
  entered_by: string;
  changed_at: Defaulted<Moment>;
}

export interface AwardFundTable extends OfOrganization {
  id: Generated<number>;
  round: number;
  title: string;
  total: number;
  rule: Json<FundRule>;
  basis: Json<Fund['basis']>;
  state: Defaulted<'draft' | 'submitted' | 'approved' | 'returned'>;
  note: Defaulted<string>;
  entered_by: string;
  entered_at: Generated<Moment>;
  /** Who made, changed or submitted it. */
  makers: string[];
  decided_by: Defaulted<string | null>;
  decided_at: Defaulted<Moment | null>;
}

export interface AwardLineTable extends OfOrganization {
  id: Generated<number>;
  fund: number;
  band: string;
  amount: number;
  computed: number;
  reason: Defaulted<string | null>;
}

export interface AwardPaymentTable extends OfOrganization {
  id: Generated<number>;
  line: number;
  paid_on: Day;
  amount: number;
  voucher: string;
  note: Defaulted<string>;
  entered_by: string;
  entered_at: Generated<Moment>;
  withdrawn_at: Defaulted<Moment | null>;
  withdrawn_by: Defaulted<string | null>;
  withdrawn_why: Defaulted<string | null>;
}

export interface ClassProposalTable extends OfOrganization {
  id: Generated<number>;
  round: number;
  was: 'leading' | 'middle' | 'lagging' | null;
  proposed: ClassProposal['proposed'];
  indicators: Json<ClassProposal['indicators']>;
  state: Defaulted<'open' | 'accepted' | 'declined'>;
  reason: Defaulted<string | null>;
  decided_by: Defaulted<string | null>;
  decided_at: Defaulted<Moment | null>;
  entered_at: Generated<Moment>;
}

export interface FollowUpTable extends OfOrganization {
  id: Generated<number>;
  round: number;
  way: FollowUp['way'];
  task: string;
  item: string | null;
  partner: number | null;
  due_on: Day;
  state: Defaulted<'open' | 'done' | 'dropped'>;
  outcome: Defaulted<string | null>;
  entered_by: string;
  entered_at: Generated<Moment>;
  ended_by: Defaulted<string | null>;
  ended_at: Defaulted<Moment | null>;
}
