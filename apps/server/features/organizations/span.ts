import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';
import type { LineageTable } from '../../database/tables.ts';
import { problems } from '../../http/problem.ts';
import { initialsOf } from '../imports/initials.ts';
import type { Place } from './get-place.ts';

/** Ends the running span on a day. Throws unprocessable when a later change stands already. */
export async function endSpan(
  trx: Trx,
  place: Pick<Place, 'county' | 'id' | 'name'>,
  on: string,
): Promise<void> {
  const ended = await trx
    .updateTable('organization_span')
    .set({ valid_until: on })
    .where('county', '=', place.county)
    .where('organization', '=', place.id)
    .where('valid_until', 'is', null)
    .where('valid_from', '<', on)
    .returning('id')
    .executeTakeFirst();
  if (!ended)
    throw problems.unprocessable(`${place.name}在${on}当天或之后已有变更，请把日期改到最近一次变更之后。`);
}

/** Begins a span on a day with what the organization's row says now. */
export async function beginSpan(trx: Trx, place: Pick<Place, 'county' | 'id'>, on: string): Promise<void> {
  await sql`
    insert into organization_span (county, organization, path, parent, name, form, kind, level, unit, valid_from)
    select county, id, path, parent, name, form, kind, level, unit, ${on}::date
    from organization where county = ${place.county} and id = ${place.id}`.execute(trx);
}

export async function rename(trx: Trx, place: Place, name: string, on: string): Promise<void> {
  await endSpan(trx, place, on);
  await trx
    .updateTable('organization')
    .set({ name, initials: initialsOf(name) })
    .where('county', '=', place.county)
    .where('id', '=', place.id)
    .execute();
  await beginSpan(trx, place, on);
}

/** The successor goes on from the predecessor. */
export async function tellLineage(
  trx: Trx,
  successor: Pick<Place, 'county' | 'id' | 'path'>,
  predecessor: number,
  on: string,
  way: LineageTable['way'],
): Promise<void> {
  await trx
    .insertInto('lineage')
    .values({
      county: successor.county,
      organization: successor.id,
      path: successor.path,
      predecessor,
      happened_on: on,
      way,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
