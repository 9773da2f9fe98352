import { titleOf } from '@hujian/engine';
import { sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import type { Services } from '../../../http/services.ts';
import type { PackVisit } from './find-visits.ts';

export interface Line {
  title: string;
  value: string;
}
type Place = Pick<PackVisit, 'organization' | 'path'>;

interface Counts {
  organization: number;
  members: number;
  full: number;
  probationary: number;
  floating: number;
  reserve: number;
  groups: number;
  held: number;
  expired: number;
}

/** So many figures fit on a page. */
const mostFigures = 30;

/**
 * The one-page file of each visited organization in short lines: three statements, however many there are. Names stand
 * only beside posts; nothing of a person but that.
 */
export async function listUnitLines(
  { trx, services, today }: { trx: Trx; services: Services; today: string },
  places: readonly Place[],
): Promise<Map<number, Line[]>> {
  if (places.length === 0) return new Map();
  const ids = [...new Set(places.map(({ organization }) => organization))];
  const [counts, team, figures] = [
    await countAll(trx, ids, today),
    await listTeams(trx, services, ids, today),
    await listFigures(trx, services, ids, today),
  ];
  return new Map(
    ids.map((id) => [
      id,
      [
        ...(team.get(id) ?? []),
        ...sayCounts(counts.find(({ organization }) => organization === id)),
        ...(figures.get(id) ?? []),
      ],
    ]),
  );
}

async function countAll(trx: Trx, ids: readonly number[], today: string): Promise<Counts[]> {
  const below = (table: string) =>
    sql`${sql.ref(`${table}.path`)} >= o.path and ${sql.ref(`${table}.path`)} < o.path || '~'`;
  const { rows } = await sql<Counts>`
    select o.id as organization, p.*, s.reserve, g.groups, d.held, d.expired
    from organization o
    cross join lateral (
      select count(*) filter (where p.admitted_on <= ${today}) as members,
        count(*) filter (where p.full_on <= ${today}) as full,
        count(*) filter (where p.admitted_on <= ${today} and (p.full_on is null or p.full_on > ${today})) as probationary,
        count(*) filter (where p.admitted_on <= ${today} and p.floating is not null) as floating
      from person p where ${below('p')} and p.withdrawn_at is null and p.joined_on <= ${today}
        and (p.left_on is null or p.left_on > ${today})) p
    cross join lateral (
      select count(distinct s.person) as reserve from seat s where ${below('s')} and s.withdrawn_at is null
        and s.post = 'reserve-cadre' and s.held_from <= ${today} and (s.held_until is null or s.held_until > ${today})) s
    cross join lateral (
      select count(*) as groups from organization g where ${below('g')} and g.form = 'group' and g.closed_on is null) g
    cross join lateral (
      select count(*) filter (where d.held_until is null or d.held_until > ${today}) as held,
        count(*) filter (where d.held_until <= ${today}) as expired
      from document d where d.county = o.county and d.organization = o.id and d.withdrawn_at is null
        and d.held_from <= ${today}) d
    where o.id = any (${[...ids]}::bigint[])`.execute(trx);
  return rows;
}

function sayCounts(counts: Counts | undefined): Line[] {
  if (!counts) return [];
  const { members, full, probationary, floating, reserve, groups, held, expired } = counts;
  return [
    { title: '党员', value: `${members}名，其中正式${full}名、预备${probationary}名、流动${floating}名` },
    { title: '党小组', value: `${groups}个` },
    { title: '后备干部', value: `${reserve}名` },
    { title: '在册文件资料', value: `${held}份${expired > 0 ? `，另有${expired}份已过期` : ''}` },
  ];
}

async function listTeams(
  trx: Trx,
  services: Services,
  ids: readonly number[],
  today: string,
): Promise<Map<number, Line[]>> {
  const { posts } = services.vocabulary.vocabulary;
  const order = Object.keys(posts);
  const rows = await trx
    .selectFrom('seat as s')
    .innerJoin('person as p', (join) =>
      join.onRef('p.county', '=', 's.county').onRef('p.id', '=', 's.person'),
    )
    .select(['s.organization', 's.post', 'p.name'])
    .where('s.organization', 'in', [...ids])
    .where('s.withdrawn_at', 'is', null)
    .where('s.post', '<>', 'reserve-cadre')
    .where('s.held_from', '<=', today)
    .where((where) => where.or([where('s.held_until', 'is', null), where('s.held_until', '>', today)]))
    .orderBy('s.held_from')
    .execute();
  const lines = (own: typeof rows): Line[] => {
    const byPost = Map.groupBy(own, ({ post }) => post);
    return [...byPost]
      .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
      .map(([post, held]) => ({
        title: titleOf(posts, post),
        value: held.map(({ name }) => name).join('、'),
      }));
  };
  return new Map([...Map.groupBy(rows, (row) => row.organization)].map(([id, own]) => [id, lines(own)]));
}

/** The newest value of each figure; those of the venue are what a visitor looks at first. */
async function listFigures(
  trx: Trx,
  services: Services,
  ids: readonly number[],
  today: string,
): Promise<Map<number, Line[]>> {
  const { figures } = services.vocabulary.vocabulary;
  const order = Object.keys(figures);
  const worth = (figure: string) => (figure.startsWith('venue') ? -1000 : 0) + order.indexOf(figure);
  const rows = await trx
    .selectFrom('figure')
    .select(['organization', 'figure', 'value', 'counted_on'])
    .distinctOn(['organization', 'figure'])
    .where('organization', 'in', [...ids])
    .where('withdrawn_at', 'is', null)
    .where('counted_on', '<=', today)
    .orderBy('organization')
    .orderBy('figure')
    .orderBy('counted_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const lines = (own: typeof rows): Line[] =>
    own
      .toSorted((a, b) => worth(a.figure) - worth(b.figure))
      .slice(0, mostFigures)
      .map(({ figure, value, counted_on: on }) => {
        const unit = figures[figure]?.unit ?? '';
        const said = unit === '是否' ? (value >= 1 ? '是' : '否') : `${value}${unit}`;
        return { title: titleOf(figures, figure), value: `${said}（${on}）` };
      });
  return new Map([...Map.groupBy(rows, (row) => row.organization)].map(([id, own]) => [id, lines(own)]));
}
