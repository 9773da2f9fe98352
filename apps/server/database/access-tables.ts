import type { Generated } from 'kysely';
import type { Day, Defaulted, Json, Moment, OfOrganization } from './column-types.ts';

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
