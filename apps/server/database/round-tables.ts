import type {
  DrawShown,
  PlanParts,
  RoundFull,
  RoundItem,
  RoundSetting,
  RoundWeights,
} from '@hujian/contract';
import type { Draw, DrawInput } from '@hujian/panel';
import type { Generated } from 'kysely';
import type { Day, Defaulted, Json, Moment, OfOrganization } from './column-types.ts';

type UnitClass = 'leading' | 'middle' | 'lagging';

export interface RoundTable extends OfOrganization {
  id: Generated<number>;
  title: string;
  way: 'three-mutual' | 'four-mutual';
  reach: 'townships' | 'villages' | 'branches';
  cadence: 'quarter' | 'half-year' | 'special';
  period_from: Day;
  period_until: Day;
  sort: 'first' | 'themed';
  theme: string;
  edition: string;
  revision: string;
  standing_edition: string | null;
  items: Json<RoundItem[]>;
  parts: Json<PlanParts>;
  setting: Json<RoundSetting>;
  weights: Json<RoundWeights>;
  planned: Json<RoundFull['planned']> | null;
  document_number: Defaulted<string | null>;
  version: Defaulted<number>;
  state: Defaulted<'draft' | 'published' | 'closed' | 'cancelled'>;
  published_at: Defaulted<Moment | null>;
  closed_at: Defaulted<Moment | null>;
  entered_by: string;
  entered_at: Generated<Moment>;
  changed_at: Defaulted<Moment>;
}

export interface RoundChangeTable extends OfOrganization {
  id: Generated<number>;
  round: number;
  version: number;
  what: string;
  reason: string;
  entered_by: string;
  entered_at: Generated<Moment>;
}

export interface RoundUnitTable extends OfOrganization {
  id: Generated<number>;
  round: number;
  class: UnitClass | null;
  risk: Defaulted<number>;
  waited: Defaulted<number>;
  chosen: boolean;
  how: 'all' | 'direct' | 'risk' | 'draw' | 'override';
  reason: Defaulted<string | null>;
  why: Defaulted<string>;
}

export interface RoundPanelistTable extends OfOrganization {
  id: Generated<number>;
  round: number;
  name: string;
  post: Defaulted<string>;
  home: number | null;
  account: string | null;
  part: Defaulted<'leader' | 'panelist' | 'recorder' | 'liaison'>;
  unavailable: Defaulted<Day[]>;
  withdrawn_at: Defaulted<Moment | null>;
}

export interface RoundDrawTable extends OfOrganization {
  id: Generated<number>;
  round: number;
  commitment: string;
  seed: Buffer | null;
  told_seed: Defaulted<string | null>;
  beacon_rule: Defaulted<string>;
  beacon: Defaulted<string | null>;
  count: number;
  every: number | null;
  input: Json<{ units: DrawInput['units']; names: Record<string, string> }>;
  result: Json<Draw> | null;
  slug: DrawShown['slug'];
  committed_by: string;
  committed_at: Generated<Moment>;
  drawn_at: Defaulted<Moment | null>;
}

export interface RoundSessionTable extends OfOrganization {
  id: Generated<number>;
  round: number;
  title: string;
  held_on: Day;
  place: Defaulted<string>;
  agenda: Json<string[]>;
  minutes: Defaulted<string>;
  state: Defaulted<'open' | 'closed'>;
  closed_by: Defaulted<string | null>;
  closed_at: Defaulted<Moment | null>;
}

export interface VisitTable extends OfOrganization {
  id: Generated<number>;
  round: number;
  session: number;
  planned_on: Day;
  route: number;
  turn: number;
  state: Defaulted<'planned' | 'held' | 'cancelled'>;
  reason: Defaulted<string | null>;
}

export interface VisitSeatTable extends OfOrganization {
  id: Generated<number>;
  visit: number;
  panelist: number;
  account: string | null;
  reason: Defaulted<string | null>;
}

export interface LiaisonTable extends OfOrganization {
  id: Generated<number>;
  name: string;
  post: string;
  account: string | null;
  valid_from: Day;
  valid_until: Day | null;
  entered_by: string;
  entered_at: Generated<Moment>;
  withdrawn_at: Defaulted<Moment | null>;
}

export interface UnitClassTable extends OfOrganization {
  id: Generated<number>;
  class: UnitClass;
  valid_from: Day;
  reason: string;
  round: number | null;
  entered_by: string;
  entered_at: Generated<Moment>;
  withdrawn_at: Defaulted<Moment | null>;
}
