import type { ColumnType } from 'kysely';

/** Days are 'YYYY-MM-DD', moments Date, bigint and numeric numbers; jsonb is written as a JSON string. */
export type Moment = Date;
export type Day = string;
export type Json<Value> = ColumnType<Value, string, string>;
export type Defaulted<Value> = ColumnType<Value, Value | undefined, Value>;

export interface OfOrganization {
  county: number;
  organization: number;
  path: string;
}
