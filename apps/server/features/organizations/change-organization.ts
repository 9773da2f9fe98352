import type { OrganizationChange, organizationChanged } from '@hujian/contract';
import type * as z from 'zod';
import type { Actor } from '../../access/actor.ts';
import { lockCounty, type Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { refreshStandings } from '../standings/refresh-standings.ts';
import { closePlace, requireEmpty } from './close-organization.ts';
import { insertOrganization } from './create-organization.ts';
import { getPlace, type Place } from './get-place.ts';
import { mergeInto } from './merge-organizations.ts';
import { movePlace } from './move-organization.ts';
import { presentOrganizations } from './present-organization.ts';
import { rename, tellLineage } from './span.ts';

type In = Context<{ id: number }, unknown, OrganizationChange>;
type Answer = z.input<typeof organizationChanged>;

/** POST /organizations/:id/changes: one dated change. What was before stays as it was, in spans and lineage. */
export async function changeOrganization(context: In): Promise<Answer> {
  const { trx, params, body, actor, today, note } = context;
  const place = await getPlace(trx, params.id, actor);
  // Paths move under everybody's feet: no writer of the county may be under way.
  await lockCounty(trx, place.county, 'alone');
  requireDay(place, body.on, today);
  if (place.id === actor.scope?.id && body.way !== 'rename')
    throw problems.conflict('不能对自己所在的组织做这项变更，请由上级组织部门办理。');
  const { created, touched } = await apply(context, place);
  await refreshStandings(
    trx,
    { county: place.county, scopePath: actor.scope?.path ?? '', units: touched },
    today,
  );
  const { way, ...details } = body;
  note({
    object: `organization/${place.id}`,
    county: place.county,
    organization: place.id,
    path: place.path,
    details: { way, ...details, created },
  });
  return present(trx, place.id, created, actor);
}

interface Done {
  created: number[];
  /** Organizations whose standing may have moved. */
  touched: number[];
}

async function apply({ trx, body, actor }: In, place: Place): Promise<Done> {
  switch (body.way) {
    case 'rename':
      await rename(trx, place, body.name, body.on);
      await tellLineage(trx, place, place.id, body.on, 'rename');
      return { created: [], touched: [place.id] };
    case 'move': {
      const parent = await getPlace(trx, body.parent, actor);
      const moved = await movePlace(trx, place, parent, body.on);
      return { created: [], touched: moved };
    }
    case 'merge': {
      const others = await Promise.all(body.others.map((id) => getPlace(trx, id, actor)));
      for (const other of others) requireDay(other, body.on, body.on);
      if (body.name) await rename(trx, place, body.name, body.on);
      await mergeInto(trx, place, others, body.on);
      return { created: [], touched: [place.id, ...others.map(({ id }) => id)] };
    }
    case 'split': {
      const created = await split(trx, actor, place, body);
      return { created, touched: [place.id, ...created] };
    }
    case 'close':
      await requireEmpty(trx, place);
      await closePlace(trx, place, body.on);
      return { created: [], touched: [place.id] };
  }
}

async function split(
  trx: Trx,
  actor: Actor,
  place: Place,
  body: Extract<OrganizationChange, { way: 'split' }>,
): Promise<number[]> {
  if (place.parent === null) throw problems.conflict('最上级的组织不能分设。');
  const parent = await getPlace(trx, place.parent, actor);
  const created: number[] = [];
  for (const newcomer of body.into) {
    const fields = { ...newcomer, form: place.form, level: place.level, foundedOn: body.on };
    const made = await insertOrganization(trx, parent, place.kind ? { ...fields, kind: place.kind } : fields);
    await tellLineage(trx, made, place.id, body.on, 'split');
    created.push(made.id);
  }
  if (body.close) {
    await requireEmpty(trx, place);
    await closePlace(trx, place, body.on);
  }
  return created;
}

function requireDay(place: Place, on: string, today: string): void {
  const refuse = (message: string) => problems.badInput([{ path: 'on', message }], message);
  if (place.closed_on) throw problems.conflict(`${place.name}已于${place.closed_on}撤销，不能再变更。`);
  if (on > today) throw refuse('变更日期不能晚于今天。');
  if (on <= place.founded_on) throw refuse(`变更日期应晚于${place.name}的成立日期（${place.founded_on}）。`);
}

async function present(trx: Trx, id: number, created: number[], actor: Actor): Promise<Answer> {
  const places = [];
  for (const one of [id, ...created]) places.push(await getPlace(trx, one, actor));
  const [organization, ...others] = await presentOrganizations(trx, places);
  if (!organization) throw new Error('presented nothing');
  return { organization, created: others };
}
