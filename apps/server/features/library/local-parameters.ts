import type { Basis, LocalParameter, localParameterBody, localParametersQuery, Page } from '@hujian/contract';
import { baseValue, type Edition, refuseLocal } from '@hujian/engine';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Actor } from '../../access/actor.ts';
import { findAccountNames } from '../../access/find-account-names.ts';
import type { Trx } from '../../database/door.ts';
import { decodeCursor, toPage } from '../../http/list-page.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { countBurden } from '../burden/count-burden.ts';
import { getPlace, type Place } from '../organizations/get-place.ts';
import { listAdopted, pickEditions } from '../standings/adopted.ts';
import { getEdition } from '../standings/editions.ts';
import { refreshStandings } from '../standings/refresh-standings.ts';

type Body = z.output<typeof localParameterBody>;

const selectLocals = (trx: Trx) =>
  trx
    .selectFrom('local_parameter as l')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 'l.county').onRef('o.id', '=', 'l.organization'),
    )
    .select([
      'l.id',
      'l.county',
      'l.path',
      'l.standard',
      'l.parameter',
      'l.value',
      'l.valid_from',
      'l.valid_until',
    ])
    .select(['l.basis', 'l.entered_by', 'l.entered_at', 'l.withdrawn_at', 'o.id as organization', 'o.name']);
type Row = Awaited<ReturnType<ReturnType<typeof selectLocals>['execute']>>[number];

/** Tightened parameters of the own subtree and of the organizations above it, newest first. */
export async function listLocalParameters({
  trx,
  query,
  actor,
  today,
}: Context<unknown, z.output<typeof localParametersQuery>, unknown>): Promise<Page<LocalParameter>> {
  const after = decodeCursor(query.after, 1);
  const rows = await selectLocals(trx)
    .$if(query.organization !== undefined, (select) => select.where('o.id', '=', query.organization ?? 0))
    .$if(after !== undefined, (select) => select.where('l.id', '<', Number(after?.[0])))
    .orderBy('l.id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const law = await listLaw(trx);
  const whoIs = await findAccountNames(
    trx,
    rows.map((row) => row.entered_by),
  );
  return toPage(
    rows,
    query.limit,
    (row) => [row.id],
    (row) => present(row, law, { actor, today, whoIs }),
  );
}

/** Tightens a parameter for an organization and everything below it. It can never be loosened. */
export async function createLocalParameter(
  context: Context<unknown, unknown, Body>,
): Promise<LocalParameter> {
  const { trx, body, actor, today, note } = context;
  const place = await getPlace(trx, body.organization, actor);
  await requireStricter(trx, place, body, today);
  const { id } = await trx
    .insertInto('local_parameter')
    .values({
      county: place.county,
      organization: place.id,
      path: place.path,
      standard: body.standard,
      parameter: body.parameter,
      value: body.value,
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
    object: `parameter/${id}`,
    county: place.county,
    organization: place.id,
    path: place.path,
    details: { standard: body.standard, parameter: body.parameter, value: body.value },
  });
  return getLocal(trx, id, actor, today);
}

export async function withdrawLocalParameter(
  context: Context<{ id: number }, unknown, unknown>,
): Promise<LocalParameter> {
  const { trx, params, actor, today, note } = context;
  const found = await getLocal(trx, params.id, actor, today);
  const place = await getPlace(trx, found.organization.id, actor);
  const withdrawn = await trx
    .updateTable('local_parameter')
    .set({ withdrawn_at: sql<Date>`clock_timestamp()` })
    .where('county', '=', place.county)
    .where('id', '=', params.id)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!withdrawn) throw problems.conflict('这条地方参数已经撤回。');
  await refreshStandings(trx, { county: place.county, scopePath: place.path }, today);
  note({ object: `parameter/${params.id}`, county: place.county, organization: place.id, path: place.path });
  return getLocal(trx, params.id, actor, today);
}

/** Held against the edition that judges the place, else the newest one of the standard. */
async function requireStricter(trx: Trx, place: Place, body: Body, today: string): Promise<void> {
  const adopted = pickEditions(await listAdopted(trx, place.path, today), place.path);
  const id =
    adopted.find((edition) => edition.startsWith(`${body.standard}/`)) ??
    (await listLaw(trx)).find((edition) => edition.standard === body.standard)?.id;
  if (!id) throw problems.notFound(`标准“${body.standard}”`);
  const { edition } = await getEdition(trx, id);
  const refusal = refuseLocal(edition, body.parameter, body.value, body.validFrom);
  if (refusal) throw problems.unprocessable(`${refusal}。`, [{ path: 'value', message: refusal }]);
  if (body.validUntil && body.validUntil <= body.validFrom)
    throw problems.badInput([{ path: 'validUntil', message: '结束日期应晚于开始日期。' }]);
}

/** The newest revision of each edition, the one in force last of a standard first. */
async function listLaw(trx: Trx): Promise<Edition[]> {
  const { rows } = await sql<{ body: Edition }>`
    select distinct on (id) body from edition order by id, revision desc`.execute(trx);
  return rows.map(({ body }) => body).toSorted((a, b) => (a.inForce < b.inForce ? 1 : -1));
}

async function getLocal(trx: Trx, id: number, actor: Actor, today: string): Promise<LocalParameter> {
  const row = await selectLocals(trx).where('l.id', '=', id).executeTakeFirst();
  if (!row) throw problems.notFound('这条地方参数');
  const whoIs = await findAccountNames(trx, [row.entered_by]);
  return present(row, await listLaw(trx), { actor, today, whoIs });
}

interface Showing {
  actor: Actor;
  today: string;
  whoIs: (account: string) => string;
}

function present(row: Row, law: readonly Edition[], { actor, today, whoIs }: Showing): LocalParameter {
  const parameter = law.find(
    (edition) => edition.standard === row.standard && edition.parameters[row.parameter],
  )?.parameters[row.parameter];
  const own = actor.scope !== null && row.path.startsWith(actor.scope.path);
  return {
    id: row.id,
    organization: { id: row.organization, name: row.name },
    standard: row.standard,
    parameter: row.parameter,
    title: parameter?.title ?? row.parameter,
    unit: parameter?.unit ?? '',
    value: row.value,
    base: parameter ? baseValue(parameter, today).value : null,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    basis: row.basis as Basis,
    enteredBy: whoIs(row.entered_by),
    enteredAt: row.entered_at.toISOString(),
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    can: own && row.withdrawn_at === null && actor.can.has('parameter.tighten') ? ['parameter.tighten'] : [],
  };
}
