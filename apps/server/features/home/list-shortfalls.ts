import type { Home } from '@hujian/contract';
import { type Edition, type ItemStanding, itemsOf } from '@hujian/engine';
import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';

type Shortfall = Home['shortfalls'][number];
const shown = 12;

/** The branch's own unmet items, those that cost most first. */
export function listOwnShortfalls(
  edition: Edition,
  items: readonly ItemStanding[],
  place: { id: number; name: string },
): Shortfall[] {
  const titles = new Map(itemsOf(edition).map((item) => [item.code, item.title]));
  return items
    .filter(({ verdict }) => verdict === 'unmet')
    .map((standing) => ({
      item: standing.item,
      title: titles.get(standing.item) ?? standing.item,
      text: standing.checks.flatMap(({ short }) => short ?? []).join('；') || '未达到要求',
      points: round(standing.of - standing.points),
      organization: { id: place.id, name: place.name },
    }))
    .toSorted((a, b) => b.points - a.points)
    .slice(0, shown);
}

/** Items that cost a subtree most: how many organizations lack each; the link leads to the subtree's own comparison. */
export async function listShortfallsBelow(trx: Trx, path: string, edition: Edition): Promise<Shortfall[]> {
  const { rows } = await sql<{ place: number; lacking: number; lost: number }>`
    select c.place::int, count(*)::int as lacking, sum(c.of - c.got) as lost
    from standing s
    cross join lateral unnest(s.reachable, s.reached, regexp_split_to_array(s.verdicts, ''))
      with ordinality as c (of, got, verdict, place)
    where s.path >= ${path} and s.path < ${`${path}~`} and s.evaluation = 0 and s.edition = ${edition.id}
      and c.verdict = 'u'
    group by c.place order by lost desc, c.place limit ${shown}`.execute(trx);
  const scope = await trx
    .selectFrom('organization')
    .select(['id', 'name'])
    .where('path', '=', path)
    .executeTakeFirstOrThrow();
  const items = itemsOf(edition);
  return rows.flatMap(({ place, lacking, lost }) => {
    const item = items[place - 1];
    if (!item) return [];
    const text = `${lacking}个单位未达标`;
    return [{ item: item.code, title: item.title, text, points: round(Number(lost)), organization: scope }];
  });
}

const round = (points: number): number => Math.round(points * 100) / 100;
