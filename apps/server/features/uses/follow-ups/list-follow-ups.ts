import type { FollowUp, followUpsQuery, Page } from '@hujian/contract';
import { itemsOf } from '@hujian/engine';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Actor } from '../../../access/actor.ts';
import { findAccountNames } from '../../../access/find-account-names.ts';
import type { Trx } from '../../../database/door.ts';
import { decodeCursor, toPage } from '../../../http/list-page.ts';
import type { Context } from '../../../http/route.ts';
import { listClasses } from '../../rounds/find-units.ts';
import { getRound, isManager, type RoundRecord } from '../../rounds/rounds.ts';
import { getEdition } from '../../standings/editions.ts';

export const selectFollowUps = (trx: Trx) =>
  trx
    .selectFrom('follow_up as f')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 'f.county').onRef('o.id', '=', 'f.organization'),
    )
    .leftJoin('organization as p', (join) =>
      join.onRef('p.county', '=', 'f.county').onRef('p.id', '=', 'f.partner'),
    )
    .selectAll('f')
    .select(['o.name', 'p.name as partner_name']);
export type FollowUpRow = Awaited<ReturnType<ReturnType<typeof selectFollowUps>['execute']>>[number];

type Listing = Pick<
  Context<{ round: number }, z.output<typeof followUpsQuery>, unknown>,
  'trx' | 'actor' | 'params' | 'query' | 'today'
>;

/** GET /rounds/:round/follow-ups: by the day they are due; below, only one's own are there to be seen. */
export async function listFollowUps({ trx, actor, params, query, today }: Listing): Promise<Page<FollowUp>> {
  const round = await getRound(trx, params.round);
  const after = decodeCursor(query.after, 2);
  const { state } = query;
  const rows = await selectFollowUps(trx)
    .where('f.county', '=', round.county)
    .where('f.round', '=', round.id)
    .$if(state !== undefined, (select) => select.where('f.state', '=', state ?? 'open'))
    .$if(after !== undefined, (select) =>
      select.where(
        sql<boolean>`(f.due_on, f.id) > (${String(after?.[0])}::date, ${Number(after?.[1])}::bigint)`,
      ),
    )
    .orderBy('f.due_on')
    .orderBy('f.id')
    .limit(query.limit + 1)
    .execute();
  const shown = await presentFollowUps(trx, { actor, round, today }, rows.slice(0, query.limit));
  const byId = new Map(shown.map((one) => [one.id, one]));
  return toPage(
    rows,
    query.limit,
    (row) => [row.due_on, row.id],
    (row) => byId.get(row.id) as FollowUp,
  );
}

export async function presentFollowUps(
  trx: Trx,
  { actor, round, today }: { actor: Actor; round: RoundRecord; today: string },
  rows: readonly FollowUpRow[],
): Promise<FollowUp[]> {
  const units = rows.map(({ organization }) => organization);
  const classes = await listClasses(trx, round.path, today, units);
  const titles = await readTitles(trx, round, rows);
  const whoIs = await findAccountNames(
    trx,
    rows.flatMap((row) => [row.entered_by, row.ended_by ?? '']),
  );
  return rows.map((row) => ({
    id: row.id,
    organization: { id: row.organization, name: row.name },
    class: classes.get(row.organization) ?? null,
    way: row.way,
    task: row.task,
    item: row.item ? { code: row.item, title: titles.get(row.item) ?? row.item } : null,
    partner: row.partner && row.partner_name ? { id: row.partner, name: row.partner_name } : null,
    dueOn: row.due_on,
    overdue: row.state === 'open' && row.due_on < today,
    state: row.state,
    outcome: row.outcome,
    by: whoIs(row.entered_by),
    endedBy: row.ended_by ? whoIs(row.ended_by) : null,
    endedAt: row.ended_at?.toISOString() ?? null,
    can: row.state === 'open' && isManager(actor, round) ? ['follow-up.change', 'follow-up.end'] : [],
  }));
}

/** Items of the round and of the edition whose standing counted. */
async function readTitles(
  trx: Trx,
  round: RoundRecord,
  rows: readonly { item: string | null; organization: number }[],
): Promise<Map<string, string>> {
  const titles = new Map(round.items.map(({ code, title }) => [code, title]));
  const unknown = rows.filter(({ item }) => item !== null && !titles.has(item));
  if (unknown.length === 0) return titles;
  const editions = await trx
    .selectFrom('standing')
    .select('edition')
    .distinct()
    .where('county', '=', round.county)
    .where('evaluation', '=', 0)
    .where('organization', 'in', [...new Set(unknown.map(({ organization }) => organization))])
    .execute();
  for (const { edition } of editions)
    for (const { code, title } of itemsOf((await getEdition(trx, edition)).edition))
      if (!titles.has(code)) titles.set(code, title);
  return titles;
}
