import { type Compilable, Kysely, sql, type Transaction } from 'kysely';
import { escapeLiteral, type Pool } from 'pg';
import Cursor from 'pg-cursor';
import type { Actor } from '../access/actor.ts';
import type { AuditDraft } from '../audit/audit-draft.ts';
import { writeAuditLines } from '../audit/write-audit-lines.ts';
import { askAtOnce } from './ask-at-once.ts';
import { DoorDialect, openWith } from './door-dialect.ts';
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
  /** One question as the program itself, in one message: for what every request asks. */
  askAsSystem<Row>(reason: string, ask: (from: Asking) => Compilable<Row>): Promise<Row[]>;
}

/** What a single question is built from. */
export type Asking = Pick<Trx, 'selectFrom'>;

export function createDoor(pool: Pool): Door {
  const database = new Kysely<Tables>({ dialect: new DoorDialect({ pool, cursor: Cursor }) });
  return {
    asActor: (actor, access, work) =>
      openWith(settingsOf(actor, access), () =>
        database.transaction().execute((trx) => finish(trx, actor.account, actor.scope?.path, work)),
      ),
    asSystem: (_reason, work, account) =>
      openWith(['set local role hujian_system'], () =>
        database.transaction().execute((trx) => finish(trx, account ?? null, undefined, work)),
      ),
    askAsSystem: (_reason, ask) => askAtOnce(pool, ask(database).compile()),
  };
}

/** What a transaction of an actor opens with. */
function settingsOf({ account, scope }: Actor, access: Access): string[] {
  const set = (name: string, value: string): string => `set local hujian.${name} = ${escapeLiteral(value)}`;
  return [
    // Writers share the county's lock, so a moment they enter is never later than the known_at of a saved evaluation,
    // which takes the lock alone.
    ...(access === 'write' && scope ? [lockStatement(scope.county, 'shared')] : []),
    'set local role hujian_actor',
    set('account', account),
    ...(scope ? [set('scope', scope.path), set('above', listPathsAbove(scope.path).join(' '))] : []),
    ...(access === 'write' ? [`set local hujian.write = 'on'`] : []),
  ];
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
  await sql.raw(lockStatement(county, how)).execute(trx);
}

const lockStatement = (county: number, how: 'shared' | 'alone'): string =>
  `select pg_advisory_xact_lock${how === 'shared' ? '_shared' : ''}(hashtextextended('hujian.county', ${Number(county)}))`;

/** '1.12.345.' → ['1.', '1.12.'] */
export function listPathsAbove(path: string): string[] {
  const ids = path.split('.').slice(0, -2);
  return ids.map((_, index) => `${ids.slice(0, index + 1).join('.')}.`);
}
