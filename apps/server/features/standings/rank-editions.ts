import type { AppliesTo, Form, Kind, Level } from '@hujian/engine';
import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';
import { listAdopted, listEditions, pickEditions } from './adopted.ts';
import { getEditions, type LoadedEdition } from './editions.ts';

/** Judged organizations of one sort below a path, as they are on a day. */
export interface Sort {
  below: string;
  kind: Kind | null;
  level: Level;
  form: Form;
  count: number;
}

/** Which sorts of judged organizations there are below each of some paths; only among `units` where they are given. */
export async function listSorts(
  trx: Trx,
  paths: readonly string[],
  day: string,
  units?: readonly number[],
): Promise<Sort[]> {
  const only = units ? sql`and o.id = any (${[...units]}::bigint[])` : sql``;
  const { rows } = await sql<Sort>`
    select p.below, s.kind, s.level, s.form, count(*)::int as count
    from unnest(${[...paths]}::text[]) p(below)
    join organization o on o.path >= (p.below collate "C") and o.path < ((p.below || '~') collate "C") ${only}
    cross join lateral (
      select s.unit, s.kind, s.level, s.form, s.valid_until from organization_span s
      where s.county = o.county and s.organization = o.id and s.valid_from <= ${day}::date
      order by s.valid_from desc limit 1) s
    where s.unit = o.id and (s.valid_until is null or s.valid_until > ${day}::date)
    group by p.below, s.kind, s.level, s.form`.execute(trx);
  return rows;
}

/** Whether an edition says anything about organizations of a sort. */
export function judges({ kinds, levels, forms }: AppliesTo, sort: Omit<Sort, 'below' | 'count'>): boolean {
  return (
    forms.includes(sort.form) &&
    (kinds.length === 0 || (sort.kind !== null && kinds.includes(sort.kind))) &&
    (levels.length === 0 || levels.includes(sort.level))
  );
}

const levels = ['basic', 'demonstration', 'scoring-sheet'];
const levelOf = ({ edition }: LoadedEdition): number => levels.indexOf(edition.level);

/** A basic standard before others, one made for few kinds before one for many, then by the letters. */
export function byPreference(a: LoadedEdition, b: LoadedEdition): number {
  const breadth = ({ edition }: LoadedEdition) => edition.appliesTo.kinds.length || Number.POSITIVE_INFINITY;
  const wider = breadth(a) === breadth(b) ? 0 : breadth(a) - breadth(b);
  return levelOf(a) - levelOf(b) || wider || (a.id < b.id ? -1 : 1);
}

/**
 * The adopted editions that reach into a subtree, the one that says most about it first: for one organization those of
 * its own kind, for a scope the basic standard by which most of it is judged.
 */
export async function rankEditions(trx: Trx, path: string, day: string): Promise<LoadedEdition[]> {
  const adopted = await listAdopted(trx, path, day);
  const editions = await getEditions(trx, listEditions(adopted));
  if (editions.length < 2) return editions;
  const own = new Set(pickEditions(adopted, path));
  // An adoption above the subtree reaches all of it, one inside only what lies below it.
  const reach = (one: string) => (one.length < path.length ? path : one);
  const sorts = await listSorts(trx, [...new Set(adopted.map((one) => reach(one.path)))], day);
  const count = ({ id, edition }: LoadedEdition): number => {
    const within = new Set(adopted.filter((one) => one.edition === id).map((one) => reach(one.path)));
    const judged = sorts.filter((sort) => within.has(sort.below) && judges(edition.appliesTo, sort));
    return judged.reduce((sum, sort) => sum + sort.count, 0);
  };
  const counts = new Map(editions.map((one) => [one.id, count(one)]));
  const worth = ({ id }: LoadedEdition) => counts.get(id) ?? 0;
  return editions.toSorted(
    (a, b) =>
      Number(worth(b) > 0) - Number(worth(a) > 0) ||
      levelOf(a) - levelOf(b) ||
      worth(b) - worth(a) ||
      Number(own.has(b.id)) - Number(own.has(a.id)) ||
      byPreference(a, b),
  );
}
