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

/**
 * A statement is written once for a plan, with marks where the target goes: the text is the same for every target, so
 * that the database may keep its plan as well.
 */
export const markedScope: Target = { path: '\u0001path', knownAt: '\u0001known' };
export const markedOne: Target = { ...markedScope, organization: Number.MIN_SAFE_INTEGER };

/** The parameters with the target in the places of the marks. */
export function aim(parameters: readonly unknown[], marked: Target, target: Target): readonly unknown[] {
  const places = new Map<unknown, unknown>([
    [marked.path, target.path],
    [`${marked.path}~`, `${target.path}~`],
    [marked.knownAt, target.knownAt],
    ...(marked.organization === undefined ? [] : [[marked.organization, target.organization] as const]),
  ]);
  return parameters.map((parameter) => (places.has(parameter) ? places.get(parameter) : parameter));
}
