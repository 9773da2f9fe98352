import type { OrganizationRow, organizationBody } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { countBurden } from '../burden/count-burden.ts';
import { initialsOf } from '../imports/initials.ts';
import { refreshStanding } from '../standings/refresh-standing.ts';
import { getPlace, type Place } from './get-place.ts';
import { presentOrganizations } from './present-organization.ts';

type Body = z.output<typeof organizationBody>;

/** POST /organizations: a new organization under one of the actor's own. */
export async function createOrganization(
  context: Context<unknown, unknown, Body>,
): Promise<{ organization: OrganizationRow }> {
  const { trx, body, actor, today, note } = context;
  const parent = await getPlace(trx, body.parent, actor);
  requireFits(parent, body, today);
  const made = await insertOrganization(trx, parent, body);
  await countBurden(trx, made, today, { fields: Object.keys(body).length });
  await refreshStanding(trx, { county: made.county, unit: made.unit ?? made.id }, today);
  note({
    object: `organization/${made.id}`,
    county: made.county,
    organization: made.id,
    path: made.path,
    details: { name: body.name, code: body.code, parent: parent.id },
  });
  const [organization] = await presentOrganizations(trx, [made]);
  if (!organization) throw new Error('presented nothing');
  return { organization };
}

function requireFits(parent: Place, body: Body, today: string): void {
  const refuse = (path: string, message: string) => problems.badInput([{ path, message }], message);
  if (parent.closed_on) throw refuse('parent', '上级组织已经撤销，请另选上级。');
  if (parent.form === 'group') throw refuse('parent', '党小组下面不能再设组织。');
  if (body.form === 'group' && parent.form === 'office') throw refuse('parent', '党小组应设在党组织下面。');
  if (body.foundedOn > today) throw refuse('foundedOn', '成立日期不能晚于今天。');
  if (body.foundedOn < parent.founded_on) throw refuse('foundedOn', '成立日期不能早于上级组织的成立日期。');
  if (order.indexOf(body.level) < order.indexOf(parent.level))
    throw refuse('level', '层级不能高于上级组织。');
  if (body.level === parent.level && order.indexOf(body.level) <= order.indexOf('county'))
    throw refuse('level', '县及以上的组织下面不能再设同级组织。');
}

const order = ['province', 'city', 'county', 'township', 'village', 'group'];

type Fields = Pick<Body, 'code' | 'name' | 'form' | 'level' | 'foundedOn'> &
  Partial<Pick<Body, 'kind' | 'latitude' | 'longitude'>>;

/** Enters the organization with its first span. Throws conflict when the county knows the code already. */
export async function insertOrganization(
  trx: Trx,
  parent: Pick<Place, 'county' | 'id' | 'path' | 'unit' | 'level'>,
  fields: Fields,
): Promise<Place> {
  const { rows } = await sql<{ id: number }>`select nextval('organization_id_seq') as id`.execute(trx);
  const id = Number(rows[0]?.id);
  // Above the counties each organization is its own key; from a county downwards it is the county's.
  const above = fields.level === 'province' || fields.level === 'city' || fields.level === 'county';
  const shape = {
    county: above ? id : parent.county,
    path: `${parent.path}${id}.`,
    parent: parent.id,
    unit: fields.form === 'group' ? parent.unit : id,
    name: fields.name,
    form: fields.form,
    kind: fields.kind ?? null,
    level: fields.level,
  };
  const made = await trx
    .insertInto('organization')
    .values({
      ...shape,
      id,
      code: fields.code,
      initials: initialsOf(fields.name),
      founded_on: fields.foundedOn,
      closed_on: null,
      latitude: fields.latitude ?? null,
      longitude: fields.longitude ?? null,
    })
    .onConflict((conflict) => conflict.columns(['county', 'code']).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!made) throw problems.conflict(`编码“${fields.code}”已经有组织使用，请换一个编码。`);
  await trx
    .insertInto('organization_span')
    .values({ ...shape, organization: id, valid_from: fields.foundedOn, valid_until: null })
    .execute();
  return made;
}
