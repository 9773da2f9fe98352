import type { PublicNotice, ResultOutcome, ResultPacket, ResultState } from '@hujian/contract';
import type { Generated } from 'kysely';
import type { Day, Defaulted, Json, Moment, OfOrganization } from './column-types.ts';

export interface RankingBasisTable extends OfOrganization {
  id: Generated<number>;
  document: string;
  number: string;
  issuer: string;
  issued_on: Day;
  valid_until: Day;
  entered_by: string;
  entered_at: Generated<Moment>;
  withdrawn_at: Defaulted<Moment | null>;
}

export interface RoundResultTable extends OfOrganization {
  id: Generated<number>;
  round: number;
  state: Defaulted<ResultState>;
  version: Defaulted<number>;
  packet: Json<ResultPacket>;
  outcome: Json<ResultOutcome>;
  sha256: string;
  ranked: boolean;
  approver: number | null;
  approver_path: string | null;
  entered_by: string;
  entered_at: Generated<Moment>;
  changed_at: Defaulted<Moment>;
  published_at: Defaulted<Moment | null>;
}

export interface ResultStepTable extends OfOrganization {
  id: Generated<number>;
  result: number;
  step:
    | 'compute'
    | 'adjust'
    | 'submit'
    | 'return'
    | 'accept'
    | 'notice'
    | 'objection'
    | 'answer'
    | 'publish'
    | 'correct';
  by_organization: number | null;
  note: Defaulted<string>;
  sha256: string;
  entered_by: string;
  entered_at: Generated<Moment>;
}

/** What the public page shows of the result, as it was when the notice went up. */
export type PublicNoticeBody = Pick<
  PublicNotice,
  'holder' | 'round' | 'theme' | 'period' | 'basis' | 'weights' | 'bands' | 'practices' | 'sha256'
>;

export interface PublicNoticeTable extends OfOrganization {
  id: Generated<number>;
  result: number;
  slug: string;
  title: string;
  body: Json<PublicNoticeBody>;
  from_day: Day;
  working_days: number;
  until_day: Day;
  contact: string;
  state: Defaulted<'open' | 'ended' | 'withdrawn'>;
  entered_by: string;
  entered_at: Generated<Moment>;
}

export interface ObjectionTable extends OfOrganization {
  id: Generated<number>;
  notice: number;
  result: number;
  unit: number | null;
  about: string;
  person: Defaulted<string>;
  contact: Buffer | null;
  code_hash: Buffer;
  state: Defaulted<'open' | 'upheld' | 'rejected'>;
  answer: Defaulted<string | null>;
  answered_by: Defaulted<string | null>;
  answered_at: Defaulted<Moment | null>;
  entered_at: Generated<Moment>;
}

export interface CorrectionTable extends OfOrganization {
  id: Generated<number>;
  result: number;
  unit: number | null;
  before: string;
  after: string;
  reason: string;
  entered_by: string;
  entered_at: Generated<Moment>;
}

export interface BallotTable extends OfOrganization {
  id: Generated<number>;
  round: number | null;
  about: string;
  title: string;
  opens_on: Day;
  closes_on: Day;
  slips: number;
  state: Defaulted<'open' | 'closed'>;
  poll: Defaulted<number | null>;
  entered_by: string;
  entered_at: Generated<Moment>;
}

export interface BallotSlipTable {
  county: number;
  ballot: number;
  token_hash: Buffer;
  used: Defaulted<boolean>;
}

export interface BallotSumTable {
  county: number;
  ballot: number;
  satisfied: Defaulted<number>;
  basically: Defaulted<number>;
  dissatisfied: Defaulted<number>;
}
