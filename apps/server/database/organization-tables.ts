import type { Generated } from 'kysely';
import type { Day, Defaulted, Moment, OfOrganization } from './column-types.ts';

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
