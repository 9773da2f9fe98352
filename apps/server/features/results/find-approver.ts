import type { Actor } from '../../access/actor.ts';
import { listPathsAbove, type Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { ResultRecord } from './results.ts';

/**
 * Whose turn it is to accept: the nearest organization above that is a party organization and no mere office. null: there
 * is nobody above, the holder accepts by himself.
 */
export async function findApprover(
  trx: Trx,
  { path }: { path: string },
): Promise<{ id: number; path: string } | null> {
  const above = listPathsAbove(path);
  if (above.length === 0) return null;
  const rows = await trx
    .selectFrom('organization')
    .select(['id', 'path'])
    .where('path', 'in', above)
    .where('form', '!=', 'office')
    .execute();
  return rows.toSorted((a, b) => b.path.length - a.path.length)[0] ?? null;
}

/** Whether the actor stands where a result is accepted: strictly above its round, at the approver or above it. */
export function mayApprove(
  actor: Actor,
  row: Pick<ResultRecord, 'path' | 'approver_path' | 'organization'>,
): boolean {
  const { scope } = actor;
  if (!scope || !actor.can.has('result.approve')) return false;
  if (row.approver_path === null) return scope.id === row.organization && actor.totpOn;
  return row.approver_path.startsWith(scope.path) && scope.path !== row.path;
}

/** Throws forbidden in words that say who accepts. */
export function requireApprover(actor: Actor, row: ResultRecord, what: string): void {
  if (mayApprove(actor, row)) return;
  if (row.approver_path === null)
    throw problems.refused(`这份结果没有上级，由举办组织自己${what}，但须先在“账号安全”中启用动态口令。`);
  throw problems.refused(`这份结果要由上一级组织${what}，本级和下级不能${what}自己的结果。请等上一级办理。`);
}
