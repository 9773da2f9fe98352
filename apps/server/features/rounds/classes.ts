import type { ClassRow, classBody, Page, placeQuery } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import { findAccountNames } from '../../access/find-account-names.ts';
import type { Trx } from '../../database/door.ts';
import { decodeCursor, toPage } from '../../http/list-page.ts';
import type { Context } from '../../http/route.ts';
import { getPlace } from '../organizations/get-place.ts';
import { type Reach, selectUnits } from './find-units.ts';
import { refuse } from './rounds.ts';

/** The units of a subtree with their class of today and the earlier decisions, by code. */
export async function listClassRows({
  trx,
  actor,
  query,
  today,
}: Context<unknown, z.output<typeof placeQuery>, unknown>): Promise<Page<ClassRow>> {
  const place = await getPlace(trx, query.organization, actor);
  const after = decodeCursor(query.after, 2);
  const reach: Reach = ['province', 'city', 'county', 'township'].includes(place.level)
    ? 'villages'
    : 'branches';
  // A village looks at itself.
  const units =
    place.level === 'village' && place.form !== 'committee'
      ? [{ id: place.id, code: place.code, name: place.name, parent: place.parent }]
      : await selectUnits(trx, { holder: place, reach, day: today })
          .$if(after !== undefined, (select) =>
            select.where(
              sql<boolean>`(o.code, o.id) > (${String(after?.[0])}, ${Number(after?.[1])}::bigint)`,
            ),
          )
          .orderBy('o.code')
          .orderBy('o.id')
          .limit(query.limit + 1)
          .execute();
  const shown = new Map(
    (await presentClasses(trx, units, today)).map((row) => [row.organization.id, row] as const),
  );
  return toPage(
    units,
    query.limit,
    (unit) => [unit.code, unit.id],
    (unit) => shown.get(unit.id) ?? blank(unit),
  );
}

interface Unit {
  id: number;
  name: string;
  parent: number | null;
}

const blank = ({ id, name }: Unit): ClassRow => ({
  organization: { id, name, parentName: '' },
  class: null,
  validFrom: null,
  reason: null,
  by: null,
  earlier: [],
});

async function presentClasses(trx: Trx, units: readonly Unit[], today: string): Promise<ClassRow[]> {
  if (units.length === 0) return [];
  const decided = await trx
    .selectFrom('unit_class')
    .select(['organization', 'class', 'valid_from', 'reason', 'entered_by'])
    .where(
      'organization',
      'in',
      units.map(({ id }) => id),
    )
    .where('withdrawn_at', 'is', null)
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const parents = await trx
    .selectFrom('organization')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(units.map(({ parent }) => parent ?? 0))])
    .execute();
  const whoIs = await findAccountNames(
    trx,
    decided.map(({ entered_by }) => entered_by),
  );
  const byUnit = Map.groupBy(decided, ({ organization }) => organization);
  return units.map((unit) => {
    const own = byUnit.get(unit.id) ?? [];
    const now = own.find(({ valid_from }) => valid_from <= today);
    return {
      organization: {
        id: unit.id,
        name: unit.name,
        parentName: parents.find(({ id }) => id === unit.parent)?.name ?? '',
      },
      class: now?.class ?? null,
      validFrom: now?.valid_from ?? null,
      reason: now?.reason ?? null,
      by: now ? whoIs(now.entered_by) : null,
      earlier: own
        .filter((one) => one !== now)
        .map((one) => ({ class: one.class, validFrom: one.valid_from, reason: one.reason })),
    };
  });
}

/** POST /classes: decided by a person with a reason; what was decided before stays and can be read. */
export async function decideClass({
  trx,
  actor,
  body,
  today,
  note,
}: Context<unknown, unknown, z.output<typeof classBody>>): Promise<ClassRow> {
  const place = await getPlace(trx, body.organization, actor);
  if (actor.scope?.id === place.id)
    throw refuse('organization', '一个单位的分类由它的上级确定，不能由自己确定。');
  if (place.unit !== place.id || place.closed_on !== null)
    throw refuse('organization', '只给独立考评的、没有撤销的组织分类，请重新选择。');
  if (body.validFrom > today) throw refuse('validFrom', '分类从今天或更早的日子起算，不能写以后的日期。');
  const { id } = await trx
    .insertInto('unit_class')
    .values({
      county: place.county,
      organization: place.id,
      path: place.path,
      class: body.class,
      valid_from: body.validFrom,
      reason: body.reason,
      round: null,
      entered_by: actor.account,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  note({
    object: `unit-class/${id}`,
    county: place.county,
    organization: place.id,
    path: place.path,
    details: { class: body.class, from: body.validFrom, reason: body.reason },
  });
  const [row] = await presentClasses(trx, [place], today);
  return row ?? blank(place);
}
