import type { OrganizationFile } from '@hujian/contract';
import { register } from '@hujian/contract';
import { titleOf } from '@hujian/engine';
import { sql } from 'kysely';
import { listPathsAbove, type Trx } from '../../database/door.ts';
import type { Context } from '../../http/route.ts';
import { codesOf } from '../records/kinds/activities.ts';
import type { Place } from './get-place.ts';

type In = Pick<Context<unknown, unknown, unknown>, 'trx' | 'services' | 'today'>;

/** Who holds a post today. */
export async function listTeam(
  { trx, services, today }: In,
  place: Place,
): Promise<OrganizationFile['team']> {
  const { posts } = services.vocabulary.vocabulary;
  const order = Object.keys(posts);
  const rows = await trx
    .selectFrom('seat as s')
    .innerJoin('person as p', (join) =>
      join.onRef('p.county', '=', 's.county').onRef('p.id', '=', 's.person'),
    )
    .select(['s.post', 's.held_from', 's.held_until', 'p.id as person', 'p.name'])
    .where('s.county', '=', place.county)
    .where('s.organization', '=', place.id)
    .where('s.withdrawn_at', 'is', null)
    .where('s.held_from', '<=', today)
    .where((where) => where.or([where('s.held_until', 'is', null), where('s.held_until', '>', today)]))
    .execute();
  return rows
    .toSorted((a, b) => order.indexOf(a.post) - order.indexOf(b.post) || (a.held_from < b.held_from ? -1 : 1))
    .slice(0, 200)
    .map((row) => ({
      post: row.post,
      postTitle: titleOf(posts, row.post),
      person: row.person,
      name: row.name,
      from: row.held_from,
      until: row.held_until,
    }));
}

/** People of the organization and everything below it, today. */
export async function countPeople(
  trx: Trx,
  place: Place,
  today: string,
): Promise<OrganizationFile['counts']> {
  const range = sql`path >= ${place.path} and path < ${`${place.path}~`}`;
  const { rows } = await sql<OrganizationFile['counts']>`
    select count(*) filter (where admitted_on <= ${today}) as members,
           count(*) filter (where full_on <= ${today}) as full,
           count(*) filter (where admitted_on <= ${today} and (full_on is null or full_on > ${today})) as probationary,
           count(*) filter (where admitted_on <= ${today} and floating is not null) as floating,
           (select count(distinct person) from seat where ${range} and withdrawn_at is null and post = 'reserve-cadre'
              and held_from <= ${today} and (held_until is null or held_until > ${today})) as reserve,
           (select count(*) from organization where ${range} and form = 'group' and closed_on is null) as groups
    from person where ${range} and withdrawn_at is null and joined_on <= ${today}
      and (left_on is null or left_on > ${today})`.execute(trx);
  const counts = rows[0];
  if (!counts) throw new Error('a count gives one row');
  return counts;
}

/** The newest value of each figure. */
export async function listFigures(
  { trx, services, today }: In,
  place: Place,
): Promise<OrganizationFile['figures']> {
  const { figures } = services.vocabulary.vocabulary;
  const order = Object.keys(figures);
  const rows = await trx
    .selectFrom('figure')
    .select(['id', 'figure', 'value', 'counted_on'])
    .distinctOn('figure')
    .where('county', '=', place.county)
    .where('organization', '=', place.id)
    .where('withdrawn_at', 'is', null)
    .where('counted_on', '<=', today)
    .orderBy('figure')
    .orderBy('counted_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows
    .toSorted((a, b) => order.indexOf(a.figure) - order.indexOf(b.figure))
    .map((row) => ({
      id: row.id,
      figure: row.figure,
      title: titleOf(figures, row.figure),
      value: row.value,
      unit: figures[row.figure]?.unit ?? '',
      on: row.counted_on,
    }));
}

/** Since when each register is kept here, by itself or by an organization above. */
export async function listRegisters(
  { trx, services }: Pick<In, 'trx' | 'services'>,
  place: Pick<Place, 'path'>,
): Promise<OrganizationFile['registers']> {
  const rows = await trx
    .selectFrom('register_span')
    .select(['register', (select) => select.fn.min('kept_from').as('kept_from')])
    .where('path', 'in', [...listPathsAbove(place.path), place.path])
    .where('withdrawn_at', 'is', null)
    .groupBy('register')
    .execute();
  const kept = new Map(rows.map((row) => [row.register, row.kept_from]));
  const words = services.vocabulary.words.registers as Record<string, { name?: string }> | undefined;
  return register.options.map((name) => ({
    register: name,
    title: words?.[name]?.name ?? name,
    keptFrom: kept.get(name) ?? null,
  }));
}

export async function listRecent(
  { trx, services }: In,
  place: Place,
): Promise<OrganizationFile['recentActivities']> {
  const { activities } = services.vocabulary.vocabulary;
  const trainings = new Set(codesOf(services, 'trainings'));
  const rows = await trx
    .selectFrom('activity')
    .select(['id', 'kind', 'title', 'happened_on'])
    .where('county', '=', place.county)
    .where('path', '=', place.path)
    .where('organization', '=', place.id)
    .where('withdrawn_at', 'is', null)
    .orderBy('happened_on', 'desc')
    .orderBy('id', 'desc')
    .limit(10)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    register: trainings.has(row.kind) ? ('trainings' as const) : ('activities' as const),
    kind: row.kind,
    kindTitle: titleOf(activities, row.kind),
    title: row.title,
    on: row.happened_on,
  }));
}

export async function countDocuments(
  trx: Trx,
  place: Place,
  today: string,
): Promise<OrganizationFile['documents']> {
  const { rows } = await sql<OrganizationFile['documents']>`
    select count(*) filter (where held_until is null or held_until > ${today}) as held,
           count(*) filter (where held_until <= ${today}) as expired
    from document where county = ${place.county} and organization = ${place.id} and withdrawn_at is null
      and held_from <= ${today}`.execute(trx);
  return rows[0] ?? { held: 0, expired: 0 };
}

export async function listEvents({ trx, services }: In, place: Place): Promise<OrganizationFile['events']> {
  const { events } = services.vocabulary.vocabulary;
  const rows = await trx
    .selectFrom('event')
    .select(['id', 'event', 'happened_on', 'ended_on', 'entered_at'])
    .where('county', '=', place.county)
    .where('organization', '=', place.id)
    .where('withdrawn_at', 'is', null)
    .orderBy('happened_on', 'desc')
    .limit(20)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    event: row.event,
    title: titleOf(events, row.event),
    on: row.happened_on,
    until: row.ended_on,
    enteredAt: row.entered_at.toISOString(),
  }));
}
