import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import type { Pool } from 'pg';
import Cursor from 'pg-cursor';
import type { Actor } from '../access/actor.ts';
import type { AuditDraft } from '../audit/audit-draft.ts';
import { writeAuditLines } from '../audit/write-audit-lines.ts';
import type { Tables } from './tables.ts';

export type Access = 'read' | 'write';
export type Trx = Transaction<Tables>;

/** Work gets the transaction and `note`, which adds a line to the audit trail in the same transaction. */
export type Work<Result> = (trx: Trx, note: (draft: AuditDraft) => void) => Promise<Result>;

/**
 * The one door to the database: it opens the transaction, sets the actor, runs the work, writes the audit lines last
 * and commits; whoever called it answers only after.
 */
export interface Door {
  /** As this person, inside the subtree of the assignment; 'write' is refused by the database unless it is said here. */
  asActor<Result>(actor: Actor, access: Access, work: Work<Result>): Promise<Result>;
  /** As the program itself, which sees everything: say why. `account` is who caused it, for the audit lines. */
  asSystem<Result>(reason: string, work: Work<Result>, account?: string): Promise<Result>;
}

export function createDoor(pool: Pool): Door {
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool, cursor: Cursor }) });
  return {
    asActor: (actor, access, work) =>
      database.transaction().execute(async (trx) => {
        await enterAsActor(trx, actor, access);
        return finish(trx, actor.account, actor.scope?.path, work);
      }),
    asSystem: (_reason, work, account) =>
      database.transaction().execute(async (trx) => {
        await sql`set local role hujian_system`.execute(trx);
        return finish(trx, account ?? null, undefined, work);
      }),
  };
}

async function enterAsActor(trx: Trx, actor: Actor, access: Access): Promise<void> {
  const scope = actor.scope;
  // Writers share the county's lock, so a moment they enter is never later than the known_at of a saved evaluation,
  // which takes the lock alone.
  if (access === 'write' && scope) await lockCounty(trx, scope.county, 'shared');
  await sql`set local role hujian_actor`.execute(trx);
  await sql`set local hujian.account = ${sql.lit(actor.account)}`.execute(trx);
  if (scope) {
    await sql`set local hujian.scope = ${sql.lit(scope.path)}`.execute(trx);
    await sql`set local hujian.above = ${sql.lit(listPathsAbove(scope.path).join(' '))}`.execute(trx);
  }
  if (access === 'write') await sql`set local hujian.write = 'on'`.execute(trx);
}

async function finish<Result>(
  trx: Trx,
  account: string | null,
  scopePath: string | undefined,
  work: Work<Result>,
): Promise<Result> {
  const drafts: AuditDraft[] = [];
  const result = await work(trx, (draft) => drafts.push(draft));
  if (drafts.length > 0) {
    await sql`set local role hujian_system`.execute(trx);
    await writeAuditLines(trx, account, scopePath ?? '', drafts);
  }
  return result;
}

/** Inside an actor's transaction: sees and writes everything while the work runs, because of the reason. */
export async function asSystemWithin<Result>(
  trx: Trx,
  _reason: string,
  work: () => Promise<Result>,
): Promise<Result> {
  await sql`set local role hujian_system`.execute(trx);
  const result = await work();
  await sql`set local role hujian_actor`.execute(trx);
  return result;
}

/** The lock between writers of a county (shared) and a saved evaluation or a move of its organizations (alone). */
export async function lockCounty(trx: Trx, county: number, how: 'shared' | 'alone'): Promise<void> {
  const key = sql`hashtextextended('hujian.county', ${county})`;
  if (how === 'shared') await sql`select pg_advisory_xact_lock_shared(${key})`.execute(trx);
  else await sql`select pg_advisory_xact_lock(${key})`.execute(trx);
}

/** '1.12.345.' → ['1.', '1.12.'] */
export function listPathsAbove(path: string): string[] {
  const ids = path.split('.').slice(0, -2);
  return ids.map((_, index) => `${ids.slice(0, index + 1).join('.')}.`);
}
