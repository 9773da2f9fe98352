import type { Page, placeQuery, RankingBasis, rankingBasisBody } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Actor } from '../../access/actor.ts';
import { listPathsAbove, type Trx } from '../../database/door.ts';
import { decodeCursor, toPage } from '../../http/list-page.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { getPlace } from '../organizations/get-place.ts';
import { refuse } from './rounds.ts';

const selectBases = (trx: Trx) =>
  trx
    .selectFrom('ranking_basis as b')
    .innerJoin('organization as o', 'o.id', 'b.organization')
    .selectAll('b')
    .select('o.name')
    .where('b.withdrawn_at', 'is', null);
type Row = Awaited<ReturnType<ReturnType<typeof selectBases>['execute']>>[number];

/** The bases that hold for a place — its own and those above it — and those below, latest first. */
export async function listBases({
  trx,
  actor,
  query,
  today,
}: Context<unknown, z.output<typeof placeQuery>, unknown>): Promise<Page<RankingBasis>> {
  const place = await getPlace(trx, query.organization, actor);
  const after = decodeCursor(query.after, 1);
  const rows = await selectBases(trx)
    .where((where) =>
      where.or([
        where('b.path', 'in', [...listPathsAbove(place.path), place.path]),
        where.and([where('b.path', '>=', place.path), where('b.path', '<', `${place.path}~`)]),
      ]),
    )
    .$if(after !== undefined, (select) => select.where('b.id', '<', Number(after?.[0])))
    .orderBy('b.id', 'desc')
    .limit(query.limit + 1)
    .execute();
  return toPage(
    rows,
    query.limit,
    (row) => [row.id],
    (row) => present(row, actor, today),
  );
}

const present = (row: Row, actor: Actor, today: string): RankingBasis => ({
  id: row.id,
  organization: { id: row.organization, name: row.name },
  document: row.document,
  number: row.number,
  issuer: row.issuer,
  issuedOn: row.issued_on,
  validUntil: row.valid_until,
  inForce: row.withdrawn_at === null && row.issued_on <= today && today <= row.valid_until,
  can:
    row.withdrawn_at === null &&
    actor.can.has('basis.manage') &&
    actor.scope !== null &&
    row.path.startsWith(actor.scope.path)
      ? ['basis.manage']
      : [],
});

/** POST /ranking-bases: without one in force a round gives findings and practices, and no ranking. */
export async function createBasis({
  trx,
  actor,
  body,
  today,
  note,
}: Context<unknown, unknown, z.output<typeof rankingBasisBody>>): Promise<RankingBasis> {
  const place = await getPlace(trx, body.organization, actor);
  if (body.issuedOn > today) throw refuse('issuedOn', '印发日期不能晚于今天。');
  if (body.validUntil < body.issuedOn) throw refuse('validUntil', '有效期不能早于印发日期。');
  const { id } = await trx
    .insertInto('ranking_basis')
    .values({
      county: place.county,
      organization: place.id,
      path: place.path,
      document: body.document,
      number: body.number,
      issuer: body.issuer,
      issued_on: body.issuedOn,
      valid_until: body.validUntil,
      entered_by: actor.account,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  note({
    object: `ranking-basis/${id}`,
    county: place.county,
    organization: place.id,
    path: place.path,
    details: { document: body.document, number: body.number, until: body.validUntil },
  });
  return present(await getBasis(trx, id), actor, today);
}

async function getBasis(trx: Trx, id: number): Promise<Row> {
  const row = await selectBases(trx).where('b.id', '=', id).executeTakeFirst();
  if (!row) throw problems.notFound('这条排名依据');
  return row;
}

/** POST /ranking-bases/:id/withdraw: from now on nothing is ranked by it; what was published stays. */
export async function withdrawBasis({
  trx,
  actor,
  params,
  today,
  note,
}: Context<{ id: number }, unknown, unknown>): Promise<RankingBasis> {
  const row = await getBasis(trx, params.id);
  const [withdrawn] = await trx
    .updateTable('ranking_basis')
    .set({ withdrawn_at: sql<Date>`clock_timestamp()` })
    .where('county', '=', row.county)
    .where('id', '=', row.id)
    .returning('withdrawn_at')
    .execute();
  // A basis of an organization above is seen, but belongs to that one.
  if (!withdrawn) throw problems.notFound('这条排名依据');
  note({
    object: `ranking-basis/${row.id}`,
    county: row.county,
    organization: row.organization,
    path: row.path,
  });
  return present({ ...row, ...withdrawn }, actor, today);
}
