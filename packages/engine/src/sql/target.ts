import { sql } from 'kysely';
import type { Sql } from './compiler.ts';

/** Whom to evaluate and as known when. */
export interface Target {
  /** Path of the scope: all organizations judged at it or below; or the path of the one organization. */
  readonly path: string;
  /** Only this one. */
  readonly organization?: number;
  /** ISO moment: what was entered by then and not withdrawn. */
  readonly knownAt: string;
}

/** Rows of a table inside the scope, served by its index on path. */
export const inside = (alias: string, target: Target): Sql =>
  sql`${sql.ref(`${alias}.path`)} >= ${target.path} and ${sql.ref(`${alias}.path`)} < ${`${target.path}~`}`;

/** Rows that were entered by the moment of knowledge and not yet withdrawn. */
export const known = (alias: string, target: Target): Sql =>
  sql`${sql.ref(`${alias}.entered_at`)} <= ${target.knownAt}::timestamptz and (${sql.ref(`${alias}.withdrawn_at`)} is null or ${sql.ref(`${alias}.withdrawn_at`)} > ${target.knownAt}::timestamptz)`;
