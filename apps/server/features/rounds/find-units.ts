import type { RoundRow, UnitClass } from '@hujian/contract';
import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';
import type { Place } from '../organizations/get-place.ts';

export type Reach = RoundRow['reach'];

/** What may be visited below the holder on a day: open judged organizations of the reach, in the order of their codes. */
export const selectUnits = (
  trx: Trx,
  { holder, reach, day }: { holder: Pick<Place, 'county' | 'path'>; reach: Reach; day: string },
) =>
  trx
    .selectFrom('organization as o')
    .select(['o.county', 'o.id', 'o.path', 'o.code', 'o.name', 'o.parent', 'o.latitude', 'o.longitude'])
    .select(['o.level', 'o.founded_on'])
    .where('o.path', '>', holder.path)
    .where('o.path', '<', `${holder.path}~`)
    .where('o.form', '!=', 'office')
    .where('o.founded_on', '<=', day)
    .where((where) => where.or([where('o.closed_on', 'is', null), where('o.closed_on', '>', day)]))
    .where(sql<boolean>`o.unit = o.id`)
    .$if(reach === 'townships', (select) =>
      select
        .where('o.level', '=', 'township')
        .where('o.form', '=', 'committee')
        // The committee over a county's agencies is of a township's rank and none.
        .where(sql<boolean>`coalesce(o.kind in ('rural', 'community'), true)`),
    )
    .$if(reach === 'villages', (select) =>
      select
        .where('o.level', '=', 'village')
        .where(sql<boolean>`coalesce(o.kind in ('rural', 'community'), true)`)
        // Of a village with branches of its own, the village is visited.
        .where(
          sql<boolean>`not exists (select from organization p
            where p.county = o.county and p.id = o.parent and p.level = 'village')`,
        ),
    )
    .$if(reach === 'branches', (select) =>
      select
        .where('o.level', '=', 'village')
        // Of a unit with branches of its own, the unit is visited; its own committee visits those.
        .where(
          sql<boolean>`not exists (select from organization p
            where p.county = o.county and p.id = o.parent and p.level = 'village' and p.path > ${holder.path})`,
        ),
    );

/** The class that holds on a day, by organization, in one statement for a whole subtree or for some of its organizations. */
export async function listClasses(
  trx: Trx,
  path: string,
  day: string,
  only?: readonly number[],
): Promise<Map<number, UnitClass>> {
  const rows = await trx
    .selectFrom('unit_class')
    .select(['organization', 'class'])
    .distinctOn('organization')
    .where('path', '>=', path)
    .where('path', '<', `${path}~`)
    .where('valid_from', '<=', day)
    .where('withdrawn_at', 'is', null)
    .$if(only !== undefined, (select) => select.where('organization', 'in', [0, ...(only ?? [])]))
    .orderBy('organization')
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.organization, row.class]));
}
