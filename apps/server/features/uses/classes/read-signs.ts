import { sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import type { RoundRecord } from '../../rounds/rounds.ts';

/** What the records say of one unit, as the signs of §8 need it. */
export interface Signs {
  /** Since when the posts and the roster are kept here; null: they are not. */
  posts_from: string | null;
  roster_from: string | null;
  has_secretary: boolean;
  secretary_left: string | null;
  admitted: string | null;
  income: number | null;
  income_on: string | null;
  slips: number | null;
  satisfied: number | null;
  polled_on: string | null;
  /** Events of the last twelve months or still going on. */
  events: string[];
  weak: boolean;
}

/** Signs of many units in one statement: each part is an index look-up a unit. */
export async function readSigns(
  trx: Trx,
  round: RoundRecord,
  units: readonly { id: number }[],
  today: string,
): Promise<Map<number, Signs>> {
  if (units.length === 0) return new Map();
  const held = sql`s.withdrawn_at is null and s.held_from <= ${today}::date`;
  const { rows } = await sql<Signs & { id: number }>`
    select o.id, ${keptFrom('posts', today)} as posts_from, ${keptFrom('roster', today)} as roster_from,
      exists (select from seat s where s.county = o.county and s.organization = o.id and s.post = 'secretary' and ${held}
        and (s.held_until is null or s.held_until > ${today}::date)) as has_secretary,
      (select max(s.held_until) from seat s where s.county = o.county and s.organization = o.id
        and s.post = 'secretary' and ${held} and s.held_until <= ${today}::date)::text as secretary_left,
      (select max(p.admitted_on) from person p where p.county = o.county and p.path >= o.path and p.path < o.path || '~'
        and p.withdrawn_at is null and p.admitted_on <= ${today}::date)::text as admitted,
      income.value::float8 as income, income.counted_on::text as income_on,
      poll.slips, poll.satisfied + poll.basically as satisfied, poll.held_on::text as polled_on,
      array(select distinct e.event from event e where e.county = o.county and e.organization = o.id
        and e.withdrawn_at is null and e.happened_on <= ${today}::date
        and (e.happened_on > ${today}::date - interval '12 months'
          or (e.event = 'weak-and-lax' and (e.ended_on is null or e.ended_on > ${today}::date)))) as events,
      exists (select from event e where e.county = o.county and e.organization = o.id and e.event = 'weak-and-lax'
        and e.withdrawn_at is null and e.happened_on <= ${today}::date
        and (e.ended_on is null or e.ended_on > ${today}::date)) as weak
    from organization o
    left join lateral (select f.value, f.counted_on from figure f where f.county = o.county and f.organization = o.id
      and f.figure = 'collective-income' and f.withdrawn_at is null
      and f.counted_on <= ${today}::date and f.counted_on > ${today}::date - interval '24 months'
      order by f.counted_on desc, f.id desc limit 1) income on true
    left join lateral (select l.slips, l.satisfied, l.basically, l.held_on from poll l where l.county = o.county
      and l.organization = o.id and l.about in ('work', 'cadres') and l.withdrawn_at is null
      and l.held_on <= ${today}::date and l.held_on > ${today}::date - interval '12 months'
      order by l.held_on desc, l.id desc limit 1) poll on true
    where o.county = ${round.county} and o.id = any (${units.map(({ id }) => id)}::bigint[])`.execute(trx);
  return new Map(rows.map(({ id, ...signs }) => [Number(id), signs]));
}

const keptFrom = (register: string, today: string) => sql`
  (select min(k.kept_from) from register_span k where k.register = ${register} and k.withdrawn_at is null
    and (k.kept_until is null or k.kept_until > ${today}::date) and starts_with(o.path, k.path))::text`;
