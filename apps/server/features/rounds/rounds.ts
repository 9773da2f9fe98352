import { sql } from 'kysely';
import type { Actor } from '../../access/actor.ts';
import type { AuditDraft } from '../../audit/audit-draft.ts';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';

/** Rounds with who holds them; row-level security shows those of the subtree, and published ones of those above. */
export const selectRounds = (trx: Trx) =>
  trx
    .selectFrom('round as r')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 'r.county').onRef('o.id', '=', 'r.organization'),
    )
    .selectAll('r')
    .select(['o.name as holder', 'o.level as holder_level', 'o.code as holder_code']);
export type RoundRecord = Awaited<ReturnType<ReturnType<typeof selectRounds>['execute']>>[number];

/** A round that the actor may see; throws not-found. */
export async function getRound(trx: Trx, id: number): Promise<RoundRecord> {
  const row = await selectRounds(trx).where('r.id', '=', id).executeTakeFirst();
  if (!row) throw problems.notFound('这个活动轮次');
  return row;
}

/** A round is managed by those who hold it; those above read it and approve its result. */
export const isManager = (actor: Actor, round: Pick<RoundRecord, 'organization'>): boolean =>
  actor.can.has('round.manage') && actor.scope?.id === round.organization;

/** The round, held by the actor's own organization and still as it was read; throws not-found, forbidden, conflict. */
export async function getManaged(
  trx: Trx,
  actor: Actor,
  { round: id, version }: { round: number; version?: number | undefined },
): Promise<RoundRecord> {
  const round = await getRound(trx, id);
  if (!isManager(actor, round)) throw problems.forbidden('别的组织举办的活动的改动');
  if (version !== undefined) requireVersion(round, version);
  return round;
}

export function requireVersion(round: RoundRecord, version: number): void {
  if (round.version !== version)
    throw problems.conflict('这个活动轮次刚被别人或您在另一个窗口改过，请刷新后在新的内容上再改。');
}

export function requireDraft(round: RoundRecord, what: string): void {
  if (round.state !== 'draft') throw problems.conflict(`活动${stateWords[round.state]}，不能再${what}。`);
}

export function requireRunning(round: RoundRecord, what: string): void {
  if (round.state === 'closed' || round.state === 'cancelled')
    throw problems.conflict(`活动${stateWords[round.state]}，不能再${what}。`);
}

const stateWords = {
  draft: '还在拟定',
  published: '方案已经发布',
  closed: '已经结束',
  cancelled: '已经取消',
} as const;

type Changes = Partial<{
  [Column in
    | 'title'
    | 'theme'
    | 'sort'
    | 'cadence'
    | 'period_from'
    | 'period_until'
    | 'edition'
    | 'revision'
    | 'standing_edition'
    | 'items'
    | 'parts'
    | 'setting'
    | 'weights'
    | 'planned'
    | 'document_number'
    | 'state']: string | null;
}>;

/** Writes the next version, only if nobody was faster; throws conflict. Gives the new version. */
export async function writeRound(trx: Trx, round: RoundRecord, changes: Changes = {}): Promise<number> {
  const moments =
    changes.state === 'published'
      ? { published_at: sql<Date>`clock_timestamp()` }
      : changes.state === 'closed'
        ? { closed_at: sql<Date>`clock_timestamp()` }
        : {};
  const { numUpdatedRows } = await trx
    .updateTable('round')
    .set({
      ...(changes as Record<string, string>),
      ...moments,
      version: round.version + 1,
      changed_at: sql<Date>`clock_timestamp()`,
    })
    .where('county', '=', round.county)
    .where('id', '=', round.id)
    .where('version', '=', round.version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw problems.conflict('这个活动轮次刚刚变了，请刷新后再试。');
  return round.version + 1;
}

/** What was changed after the plan was out, beside the plan. */
export async function tellChange(
  trx: Trx,
  round: RoundRecord,
  { what, reason, by }: { what: string; reason: string; by: string },
): Promise<void> {
  await trx
    .insertInto('round_change')
    .values({
      county: round.county,
      organization: round.organization,
      path: round.path,
      round: round.id,
      version: round.version + 1,
      what,
      reason,
      entered_by: by,
    })
    .execute();
}

/** The audit line's part that every act on a round shares. */
export const noteOf = (
  round: Pick<RoundRecord, 'id' | 'county' | 'organization' | 'path'>,
  details: Record<string, unknown> = {},
): Omit<AuditDraft, 'act'> => ({
  object: `round/${round.id}`,
  county: round.county,
  organization: round.organization,
  path: round.path,
  details,
});

export const refuse = (path: string, message: string) => problems.badInput([{ path, message }], message);
