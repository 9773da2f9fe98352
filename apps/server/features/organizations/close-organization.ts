import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Place } from './get-place.ts';
import { endSpan } from './span.ts';

/** Closes an organization on a day; its records stay. */
export async function closePlace(trx: Trx, place: Place, on: string): Promise<void> {
  await endSpan(trx, place, on);
  await trx
    .updateTable('organization')
    .set({ closed_on: on })
    .where('county', '=', place.county)
    .where('id', '=', place.id)
    .execute();
}

/** Throws conflict while organizations hang below or people are still on the roster. */
export async function requireEmpty(trx: Trx, place: Place): Promise<void> {
  const { rows } = await sql<{ children: number; people: number }>`
    select (select count(*) from organization
             where county = ${place.county} and parent = ${place.id} and closed_on is null) as children,
           (select count(*) from person
             where county = ${place.county} and organization = ${place.id} and withdrawn_at is null
               and left_on is null) as people`.execute(trx);
  const { children = 0, people = 0 } = rows[0] ?? {};
  if (children > 0) throw problems.conflict(`${place.name}还有${children}个下级组织，请先调整或撤销它们。`);
  if (people > 0) throw problems.conflict(`${place.name}名册上还有${people}人，请先调整他们的组织关系。`);
}
