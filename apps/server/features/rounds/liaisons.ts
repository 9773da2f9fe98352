import type { endLiaisonBody, LiaisonRow, liaisonBody, Page, placeQuery } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Actor } from '../../access/actor.ts';
import { asSystemWithin, type Trx } from '../../database/door.ts';
import { decodeCursor, toPage } from '../../http/list-page.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { getPlace } from '../organizations/get-place.ts';
import { refuse } from './rounds.ts';

const selectLiaisons = (trx: Trx) =>
  trx
    .selectFrom('liaison as l')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 'l.county').onRef('o.id', '=', 'l.organization'),
    )
    .selectAll('l')
    .select(['o.name as place', 'o.code'])
    .where('l.withdrawn_at', 'is', null);
type Row = Awaited<ReturnType<ReturnType<typeof selectLiaisons>['execute']>>[number];

/** Who keeps contact with the places of a subtree, by their codes; those that have ended stay in the list. */
export async function listLiaisons({
  trx,
  actor,
  query,
}: Context<unknown, z.output<typeof placeQuery>, unknown>): Promise<Page<LiaisonRow>> {
  const place = await getPlace(trx, query.organization, actor);
  const after = decodeCursor(query.after, 2);
  const rows = await selectLiaisons(trx)
    .where('l.path', '>=', place.path)
    .where('l.path', '<', `${place.path}~`)
    .$if(after !== undefined, (select) =>
      select.where(sql<boolean>`(o.code, l.id) > (${String(after?.[0])}, ${Number(after?.[1])}::bigint)`),
    )
    .orderBy('o.code')
    .orderBy('l.id')
    .limit(query.limit + 1)
    .execute();
  return toPage(
    rows,
    query.limit,
    (row) => [row.code, row.id],
    (row) => present(row, actor),
  );
}

const present = (row: Row, actor: Actor): LiaisonRow => ({
  id: row.id,
  organization: { id: row.organization, name: row.place },
  name: row.name,
  post: row.post,
  account: row.account,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  can: actor.can.has('round.manage') && row.valid_until === null ? ['round.manage'] : [],
});

/** POST /liaisons */
export async function createLiaison({
  trx,
  actor,
  body,
  note,
}: Context<unknown, unknown, z.output<typeof liaisonBody>>): Promise<LiaisonRow> {
  const place = await getPlace(trx, body.organization, actor);
  if (body.validUntil !== null && body.validUntil < body.validFrom)
    throw refuse('validUntil', '结束日期不能早于开始日期。');
  await requireAccount(trx, body.account);
  const { id } = await trx
    .insertInto('liaison')
    .values({
      county: place.county,
      organization: place.id,
      path: place.path,
      name: body.name,
      post: body.post,
      account: body.account,
      valid_from: body.validFrom,
      valid_until: body.validUntil,
      entered_by: actor.account,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  note({ object: `liaison/${id}`, county: place.county, organization: place.id, path: place.path });
  return present(await getLiaison(trx, id), actor);
}

async function requireAccount(trx: Trx, account: string | null): Promise<void> {
  if (account === null) return;
  const found = await asSystemWithin(trx, 'a liaison may have an account', () =>
    trx.selectFrom('account').select('id').where('id', '=', account).executeTakeFirst(),
  );
  if (!found) throw refuse('account', '没有这个账号，请重新选择或留空。');
}

async function getLiaison(trx: Trx, id: number): Promise<Row> {
  const row = await selectLiaisons(trx).where('l.id', '=', id).executeTakeFirst();
  if (!row) throw problems.notFound('这条分包联系');
  return row;
}

/** POST /liaisons/:id/end: `on` is the last day. */
export async function endLiaison({
  trx,
  actor,
  params,
  body,
  note,
}: Context<{ id: number }, unknown, z.output<typeof endLiaisonBody>>): Promise<LiaisonRow> {
  const row = await getLiaison(trx, params.id);
  if (row.valid_until !== null) throw problems.conflict(`这条分包联系已经到${row.valid_until}结束。`);
  if (body.on < row.valid_from) throw refuse('on', `结束日期不能早于开始日期${row.valid_from}。`);
  await trx
    .updateTable('liaison')
    .set({ valid_until: body.on })
    .where('county', '=', row.county)
    .where('id', '=', row.id)
    .execute();
  note({
    object: `liaison/${row.id}`,
    county: row.county,
    organization: row.organization,
    path: row.path,
    details: { on: body.on },
  });
  return present(await getLiaison(trx, row.id), actor);
}
