import type { ResultState, RoundFull, RoundRow } from '@hujian/contract';
import { sql } from 'kysely';
import type { Actor } from '../../access/actor.ts';
import { findAccountNames } from '../../access/find-account-names.ts';
import type { Trx } from '../../database/door.ts';
import { getRound, isManager, type RoundRecord, selectRounds } from './rounds.ts';

/** Rounds with what can be counted of each in the same statement. */
export const selectCounted = (trx: Trx) =>
  selectRounds(trx).select([
    sql<number>`(select count(*) from round_unit u where u.county = r.county and u.round = r.id)`.as('units'),
    sql<number>`(select count(*) from round_unit u where u.county = r.county and u.round = r.id and u.chosen)`.as(
      'chosen',
    ),
    sql<number>`(select count(*) from visit v where v.county = r.county and v.round = r.id and v.state <> 'cancelled')`.as(
      'visits',
    ),
    sql<number>`(select count(*) from visit v where v.county = r.county and v.round = r.id and v.state = 'held')`.as(
      'held',
    ),
    sql<ResultState | null>`(select s.state from round_result s where s.county = r.county and s.round = r.id)`.as(
      'result',
    ),
  ]);
type CountedRound = Awaited<ReturnType<ReturnType<typeof selectCounted>['execute']>>[number];

export function presentRow(row: CountedRound, actor: Actor): RoundRow {
  return {
    id: row.id,
    title: row.title,
    organization: { id: row.organization, name: row.holder },
    way: row.way,
    reach: row.reach,
    cadence: row.cadence,
    periodFrom: row.period_from,
    periodUntil: row.period_until,
    sort: row.sort,
    theme: row.theme,
    state: row.state,
    units: Number(row.units),
    chosen: Number(row.chosen),
    visits: Number(row.visits),
    held: Number(row.held),
    version: row.version,
    result: row.result,
    can: isManager(actor, row) ? [...allowed[row.state]] : [],
  };
}

const allowed = {
  draft: ['round.manage', 'round.publish', 'round.cancel'],
  published: ['round.manage', 'round.close', 'round.cancel'],
  closed: ['result.compute'],
  cancelled: [],
} as const;

/** One round with its plan, its frozen items and weights, and what was changed since. Throws not-found. */
export async function presentFull(trx: Trx, id: number, actor: Actor): Promise<RoundFull> {
  const round = await getRound(trx, id);
  const row = await selectCounted(trx)
    .where('r.county', '=', round.county)
    .where('r.id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    ...presentRow(row, actor),
    ...(await presentEditions(trx, row)),
    items: row.items,
    parts: row.parts,
    setting: row.setting,
    weights: row.weights,
    documentNumber: row.document_number,
    publishedAt: row.published_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    planned: row.planned,
    changes: await listChanges(trx, row),
  };
}

async function presentEditions(
  trx: Trx,
  row: RoundRecord,
): Promise<Pick<RoundFull, 'edition' | 'standingEdition'>> {
  const ids = [row.edition, ...(row.standing_edition ? [row.standing_edition] : [])];
  const newest = await trx
    .selectFrom('edition')
    .select(['id', 'title', 'revision'])
    .distinctOn('id')
    .where('id', 'in', ids)
    .orderBy('id')
    .orderBy('revision', 'desc')
    .execute();
  const of = (id: string) => newest.find((one) => one.id === id);
  const { edition, standing_edition: standing } = row;
  return {
    edition: {
      id: edition,
      title: of(edition)?.title ?? edition,
      revision: row.revision,
      newer: (of(edition)?.revision ?? 0) > Number(row.revision),
    },
    standingEdition: standing ? { id: standing, title: of(standing)?.title ?? standing } : null,
  };
}

async function listChanges(trx: Trx, { county, id }: RoundRecord): Promise<RoundFull['changes']> {
  const rows = await trx
    .selectFrom('round_change')
    .selectAll()
    .where('county', '=', county)
    .where('round', '=', id)
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  const whoIs = await findAccountNames(
    trx,
    rows.map(({ entered_by }) => entered_by),
  );
  return rows.map(({ version, what, reason, entered_by, entered_at }) => ({
    version,
    what,
    reason,
    by: whoIs(entered_by),
    at: entered_at.toISOString(),
  }));
}
