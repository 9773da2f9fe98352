import type { ClassProposal } from '@hujian/contract';
import { sql } from 'kysely';
import type { Actor } from '../../../access/actor.ts';
import { findAccountNames } from '../../../access/find-account-names.ts';
import type { Trx } from '../../../database/door.ts';
import type { Context } from '../../../http/route.ts';
import { mayWrite } from '../../records/may-write.ts';
import type { RoundRecord } from '../../rounds/rounds.ts';
import { getUseRound } from '../use-round.ts';

export const selectProposals = (trx: Trx) =>
  trx
    .selectFrom('class_proposal as c')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 'c.county').onRef('o.id', '=', 'c.organization'),
    )
    .selectAll('c')
    .select('o.name');
export type ProposalRow = Awaited<ReturnType<ReturnType<typeof selectProposals>['execute']>>[number];

/** GET /rounds/:round/class-proposals: open ones first, in the order of codes. */
export async function listProposals({
  trx,
  actor,
  params,
}: Context<{ round: number }, unknown, unknown>): Promise<{ rows: ClassProposal[] }> {
  const round = await getUseRound(trx, actor, params.round);
  const rows = await readProposals(trx, round);
  return { rows: await presentProposals(trx, actor, round, rows) };
}

export const readProposals = (trx: Trx, round: RoundRecord): Promise<ProposalRow[]> =>
  selectProposals(trx)
    .where('c.county', '=', round.county)
    .where('c.round', '=', round.id)
    .orderBy(sql`c.state <> 'open'`)
    .orderBy(sql`o.code collate "C"`)
    .orderBy('c.id')
    .execute();

/**
 * A class is decided by the holder of the round or those above; that an organization is weak and lax becomes an event of
 * the records, so by whoever may confirm events.
 */
export const mayDecide = (
  actor: Actor,
  round: Pick<RoundRecord, 'path'>,
  proposal: Pick<ProposalRow, 'proposed'>,
): boolean =>
  actor.can.has('round.manage') &&
  actor.scope !== null &&
  round.path.startsWith(actor.scope.path) &&
  (proposal.proposed !== 'weak-and-lax' || mayWrite(actor, 'events'));

export async function presentProposals(
  trx: Trx,
  actor: Actor,
  round: RoundRecord,
  rows: readonly ProposalRow[],
): Promise<ClassProposal[]> {
  const whoIs = await findAccountNames(
    trx,
    rows.flatMap((row) => row.decided_by ?? []),
  );
  return rows.map((row) => ({
    id: row.id,
    organization: { id: row.organization, name: row.name },
    was: row.was,
    proposed: row.proposed,
    indicators: row.indicators,
    state: row.state,
    reason: row.reason,
    by: row.decided_by ? whoIs(row.decided_by) : null,
    at: row.decided_at?.toISOString() ?? null,
    can: row.state === 'open' && mayDecide(actor, round, row) ? ['proposal.decide'] : [],
  }));
}
