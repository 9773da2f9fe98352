import type { Adoption, adoptionBody, adoptionsQuery, Basis, Page } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Actor } from '../../access/actor.ts';
import { findAccountNames } from '../../access/find-account-names.ts';
import type { Trx } from '../../database/door.ts';
import { decodeCursor, toPage } from '../../http/list-page.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { countBurden } from '../burden/count-burden.ts';
import { getPlace } from '../organizations/get-place.ts';
import { getEdition } from '../standings/editions.ts';
import { refreshStandings } from '../standings/refresh-standings.ts';

const selectAdoptions = (trx: Trx) =>
  trx
    .selectFrom('adoption as a')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 'a.county').onRef('o.id', '=', 'a.organization'),
    )
    .select([
      'a.id',
      'a.county',
      'a.path',
      'a.edition',
      'a.valid_from',
      'a.valid_until',
      'a.basis',
      'a.entered_by',
    ])
    .select(['a.entered_at', 'a.withdrawn_at', 'o.id as organization', 'o.name'])
    .select((select) =>
      select
        .selectFrom('edition as e')
        .select('e.title')
        .whereRef('e.id', '=', 'a.edition')
        .orderBy('e.revision', 'desc')
        .limit(1)
        .as('title'),
    );
type Row = Awaited<ReturnType<ReturnType<typeof selectAdoptions>['execute']>>[number];

/** Which editions judge here: adoptions of the own subtree and of the organizations above it, newest first. */
export async function listAdoptions({
  trx,
  query,
  actor,
}: Context<unknown, z.output<typeof adoptionsQuery>, unknown>): Promise<Page<Adoption>> {
  const after = decodeCursor(query.after, 1);
  const rows = await selectAdoptions(trx)
    .$if(query.organization !== undefined, (select) => select.where('o.id', '=', query.organization ?? 0))
    .$if(after !== undefined, (select) => select.where('a.id', '<', Number(after?.[0])))
    .orderBy('a.id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const whoIs = await findAccountNames(
    trx,
    rows.map((row) => row.entered_by),
  );
  return toPage(
    rows,
    query.limit,
    (row) => [row.id],
    (row) => present(row, actor, whoIs),
  );
}

/** An organization and all below it are judged by an edition from a day on. */
export async function createAdoption(
  context: Context<unknown, unknown, z.output<typeof adoptionBody>>,
): Promise<Adoption> {
  const { trx, body, actor, today, note } = context;
  const place = await getPlace(trx, body.organization, actor);
  const { edition, path } = await getEdition(trx, body.edition);
  if (path !== null && !place.path.startsWith(path))
    throw problems.unprocessable('这个版本是下级组织发布的，只能由发布它的组织及其下级采用。');
  if (body.validFrom < edition.inForce)
    throw problems.badInput([
      { path: 'validFrom', message: `这个版本自${edition.inForce}起施行，采用日期不能更早。` },
    ]);
  if (body.validUntil && body.validUntil <= body.validFrom)
    throw problems.badInput([{ path: 'validUntil', message: '结束日期应晚于开始日期。' }]);
  const { id } = await trx
    .insertInto('adoption')
    .values({
      county: place.county,
      organization: place.id,
      path: place.path,
      edition: edition.id,
      valid_from: body.validFrom,
      valid_until: body.validUntil ?? null,
      basis: JSON.stringify(body.basis),
      entered_by: actor.account,
      withdrawn_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await countBurden(trx, place, today, { fields: Object.keys(body).length });
  await refreshStandings(trx, { county: place.county, scopePath: place.path }, today);
  note({
    object: `adoption/${id}`,
    county: place.county,
    organization: place.id,
    path: place.path,
    details: { edition: edition.id, from: body.validFrom },
  });
  return getAdoption(trx, id, actor);
}

/** Judged by it no more; what was judged and saved stays. */
export async function withdrawAdoption(
  context: Context<{ id: number }, unknown, unknown>,
): Promise<Adoption> {
  const { trx, params, actor, today, note } = context;
  const found = await getAdoption(trx, params.id, actor);
  const place = await getPlace(trx, found.organization.id, actor);
  const withdrawn = await trx
    .updateTable('adoption')
    .set({ withdrawn_at: sql<Date>`clock_timestamp()` })
    .where('county', '=', place.county)
    .where('id', '=', params.id)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!withdrawn) throw problems.conflict('这条采用记录已经撤回。');
  await refreshStandings(trx, { county: place.county, scopePath: place.path }, today);
  note({ object: `adoption/${params.id}`, county: place.county, organization: place.id, path: place.path });
  return getAdoption(trx, params.id, actor);
}

async function getAdoption(trx: Trx, id: number, actor: Actor): Promise<Adoption> {
  const row = await selectAdoptions(trx).where('a.id', '=', id).executeTakeFirst();
  if (!row) throw problems.notFound('这条采用记录');
  return present(row, actor, await findAccountNames(trx, [row.entered_by]));
}

function present(row: Row, actor: Actor, whoIs: (account: string) => string): Adoption {
  const own = actor.scope !== null && row.path.startsWith(actor.scope.path);
  return {
    id: row.id,
    organization: { id: row.organization, name: row.name },
    edition: row.edition,
    editionTitle: row.title ?? row.edition,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    basis: row.basis as Basis,
    enteredBy: whoIs(row.entered_by),
    enteredAt: row.entered_at.toISOString(),
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    can: own && row.withdrawn_at === null && actor.can.has('adoption.manage') ? ['adoption.manage'] : [],
  };
}
