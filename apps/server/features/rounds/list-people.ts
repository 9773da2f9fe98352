import type { Page, PanelPerson, panelPeopleQuery } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import { isRole, permissionsOf, roles } from '../../access/roles.ts';
import { asSystemWithin, type Trx } from '../../database/door.ts';
import { decodeCursor, toPage } from '../../http/list-page.ts';
import type { Context } from '../../http/route.ts';
import { getPlace } from '../organizations/get-place.ts';

/** Roles that may rate. */
const ratingRoles = Object.keys(roles).filter(
  (role) => isRole(role) && permissionsOf(role).has('round.rate'),
);
/** Of these roles the place of the assignment is where the person comes from; the others only look after it. */
const homeRoles = ['branch-secretary', 'township-officer', 'committee-officer', 'county-officer'];

/** GET /rounds/people: accounts that may rate within the holder's subtree, by their names. */
export async function listPeople({
  trx,
  actor,
  query,
}: Context<unknown, z.output<typeof panelPeopleQuery>, unknown>): Promise<Page<PanelPerson>> {
  const place = await getPlace(trx, query.organization, actor);
  const after = decodeCursor(query.after, 2);
  const like = `%${(query.q ?? '').trim().replaceAll(/[%_\\]/g, '\\$&')}%`;
  const rows = await asSystemWithin(trx, 'who holds a round finds whom he may ask to rate', () =>
    selectPeople(trx, place.path)
      .where(sql<boolean>`(a.name ilike ${like} or a.user_name ilike ${like} or o.name ilike ${like})`)
      .$if(after !== undefined, (select) =>
        select.where(
          sql<boolean>`(a.name collate "C", s.id) > (${String(after?.[0])}, ${Number(after?.[1])}::bigint)`,
        ),
      )
      .orderBy(sql`a.name collate "C"`)
      .orderBy('s.id')
      .limit(query.limit + 1)
      .execute(),
  );
  return toPage(rows, query.limit, (row) => [row.name, row.assignment], presentPerson);
}

type PersonRow = Awaited<ReturnType<ReturnType<typeof selectPeople>['execute']>>[number];

function presentPerson(row: PersonRow): PanelPerson {
  return {
    account: row.account,
    userName: row.user_name ?? '',
    name: row.name,
    role: row.role,
    home: homeRoles.includes(row.role) ? { id: row.organization, name: row.place } : null,
  };
}

const selectPeople = (trx: Trx, path: string) =>
  trx
    .selectFrom('assignment as s')
    .innerJoin('account as a', 'a.id', 's.account')
    .innerJoin('organization as o', 'o.id', 's.organization')
    .select(['s.id as assignment', 's.account', 's.role', 'a.name', 'a.user_name'])
    .select(['o.id as organization', 'o.name as place'])
    .where('s.path', '>=', path)
    .where('s.path', '<', `${path}~`)
    .where('s.role', 'in', ratingRoles)
    .where('s.ended_at', 'is', null)
    .where('a.disabled_at', 'is', null);

/** Of some accounts: those that may rate within the path, with where they come from by their assignment. */
export async function findRaters(
  trx: Trx,
  path: string,
  accounts: readonly string[],
): Promise<Map<string, { home: number | null }>> {
  if (accounts.length === 0) return new Map();
  const rows = await asSystemWithin(trx, 'a panelist must have an account that may rate', () =>
    selectPeople(trx, path)
      .where('s.account', 'in', [...accounts])
      .execute(),
  );
  const raters = new Map<string, { home: number | null }>();
  for (const { account, role, organization } of rows)
    raters.set(account, {
      home: homeRoles.includes(role) ? organization : (raters.get(account)?.home ?? null),
    });
  return raters;
}
