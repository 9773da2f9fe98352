import { sql } from 'kysely';
import type { Plan } from '../plan/plan-evaluation.ts';
import type { ActivityProbe, AttendedProbe, EventProbe } from '../plan/probes.ts';
import { day, rows, type Sql, type Step, texts } from './compiler.ts';
import { inside, known, type Target } from './target.ts';

/** One line for each probe, slot and word: [slot number, from, until] or the term. */
export function linesOf<P extends ActivityProbe | AttendedProbe | EventProbe>(
  probes: readonly P[],
  words: (probe: P) => readonly string[],
  rest: (probe: P) => object,
): readonly object[] {
  return probes.flatMap((probe, index) => {
    const slots =
      probe.slots === 'term' ? [{ term: true }] : probe.slots.map((s) => ({ since: s.from, until: s.until }));
    return slots.flatMap((slot, i) =>
      words(probe).map((word) => ({ probe: index, slot: i, word, ...slot, ...rest(probe) })),
    );
  });
}

/** The days that a line of questions asks about. */
export const inSlot = (column: Sql, plan: Plan): Sql =>
  plan.needsTerm
    ? sql`${column} >= case when q.term then t.since else q.since end and ${column} <= coalesce(q.until, ${day(plan.asOf)})`
    : sql`${column} >= q.since and ${column} <= q.until`;

export const joinTerm = (plan: Plan, unit: Sql): Sql =>
  plan.needsTerm ? sql`left join term t on t.unit = ${unit}` : sql``;

/** The same filters for records of activities and of attendances. */
const alike = (alias: string): Sql => sql`(q.grades is null or ${sql.ref(`${alias}.grade`)} = any(q.grades))
    and (q.concentrated is null or ${sql.ref(`${alias}.concentrated`)} = q.concentrated)
    and (q.months is null or extract(month from ${sql.ref(`${alias}.happened_on`)})::int = any(q.months))`;

const ACTIVITY_COLUMNS = `probe int, slot int, word text, term boolean, since date, until date, by text, apart text, theme text,
  tag text, stages text[], grades text[], concentrated boolean, months int[], complete boolean, minimum numeric, holds text[]`;

/** Days in stretches of 32, so that a record meets only the questions about its own time. */
const stretchOf = (column: Sql): Sql => sql`((${column} - date '2000-01-01') >> 5)`;

/** Each question once for every stretch that it reaches into; those about a term from the earliest term on. */
const byStretch = (questions: Sql, plan: Plan): Sql => {
  const since = plan.needsTerm ? sql`coalesce(q.since, (select min(since) from term))` : sql`q.since`;
  const until = sql`coalesce(q.until, ${day(plan.asOf)})`;
  // Of an array the planner expects ten rows, of the series itself a thousand: too many to hash.
  return sql`select q.*, b.stretch from (${questions}) q
    cross join lateral unnest(array(select generate_series(${stretchOf(since)}, ${stretchOf(until)}))) b(stretch)`;
};

/** activity_hit: each record once for every probe and slot that it counts in. */
export function activitySteps(plan: Plan, target: Target): readonly Step[] {
  const probes = plan.probes.activity;
  if (probes.length === 0) return [];
  const lines = linesOf(
    probes,
    (p) => p.activities,
    ({ minAttendance, hostHolds, activities, slots, table, ...rest }) => ({
      ...rest,
      ...(minAttendance === undefined ? {} : { minimum: minAttendance }),
      ...(hostHolds ? { holds: hostHolds } : {}),
    }),
  );
  return [
    { name: 'activity_ask', materialized: true, body: byStretch(rows(lines, ACTIVITY_COLUMNS), plan) },
    { name: 'activity_hit', body: activityHit(plan, target) },
    {
      name: 'activity_fact',
      body: sql`select unit, json_agg(json_build_array(probe, slot, subject, key, n)) as v from (
    select unit, probe, slot, subject, key, count(*) as n from activity_hit group by unit, probe, slot, subject, key
  ) g group by unit`,
    },
  ];
}

function activityHit(plan: Plan, target: Target): Sql {
  const kinds = [...new Set(plan.probes.activity.flatMap((p) => p.activities))].sort();
  const hosted = plan.probes.activity.some((p) => p.by === 'host' || p.hostHolds);
  const host = hosted ? sql`coalesce(v.now, a.host)` : sql`a.host`;
  return sql`select p.unit, q.probe, q.slot,
    case q.by when 'group' then coalesce(a.party_group, case when p.form = 'group' then a.organization end)
      when 'host' then ${host} end as subject,
    case q.apart when 'way' then a.way when 'title' then a.title when 'theme' then a.theme
      when 'day' then extract(day from a.happened_on)::int::text end as key,
    a.id, a.happened_on, a.title, a.kind, a.entered_at
  from activity a
    join place p on p.county = a.county and p.organization = a.organization
    ${joinTerm(plan, sql`p.unit`)}
    ${hosted ? sql`left join version v on v.was = a.host` : sql``}
    join activity_ask q on q.word = a.kind and q.stretch = ${stretchOf(sql`a.happened_on`)}
      and ${inSlot(sql`a.happened_on`, plan)}
  where ${inside('a', target)} and a.kind = any(${texts(kinds)}) and a.happened_on <= ${day(plan.asOf)}
    and ${known('a', target)}
    and ${alike('a')}
    and (q.theme is null or a.theme = q.theme)
    and (q.tag is null or q.tag = any(a.tags))
    and (q.complete is null or a.complete = q.complete)
    and (q.minimum is null or (a.due_count > 0 and a.attended_count >= q.minimum * a.due_count))
    and (q.stages is null or (q.stages <@ a.stages and array(select u.s from unnest(a.stages) with ordinality u(s, n)
      where u.s = any(q.stages) order by u.n) = q.stages))
    ${hosted ? hostHolds(target) : sql``}`;
}

/** The host held one of the posts in this organization on that day, under whichever number the person went. */
const hostHolds = (target: Target): Sql => sql`and (q.holds is null or exists (
      select 1 from seat s join place h on h.county = s.county and h.organization = s.organization
      where s.county = a.county and h.unit = p.unit and s.post = any(q.holds) and s.held_from <= a.happened_on
        and (s.held_until is null or s.held_until > a.happened_on) and ${known('s', target)}
        and s.person = any(array(select a.host union select v.now
          union select w.was from version w where w.now = coalesce(v.now, a.host)))))`;

const ATTENDED_COLUMNS = `probe int, slot int, word text, term boolean, since date, until date, holds text[], grades text[],
  concentrated boolean, months int[]`;

/** attended_hit: activities, whoever organised them, at which the holder of a post was present. */
export function attendedSteps(plan: Plan, target: Target): readonly Step[] {
  const probes = plan.probes.attended;
  if (probes.length === 0) return [];
  const posts = [...new Set(probes.flatMap((p) => p.holds))].sort();
  const kinds = [...new Set(probes.flatMap((p) => p.activities))].sort();
  const lines = linesOf(
    probes,
    (p) => p.activities,
    ({ activities, slots, table, ...rest }) => rest,
  );
  return [
    { name: 'attended_ask', materialized: true, body: rows(lines, ATTENDED_COLUMNS) },
    {
      name: 'attended_hit',
      body: sql`select distinct p.unit, q.probe, q.slot, e.activity as id, e.happened_on, e.kind
  from seat s
    join place p on p.county = s.county and p.organization = s.organization
    ${joinTerm(plan, sql`p.unit`)}
    left join version v on v.was = s.person
    cross join lateral (select coalesce(v.now, s.person) as id
      union select w.was from version w where w.now = coalesce(v.now, s.person)) i
    join attendance e on e.county = s.county and e.person = i.id and e.kind = any(${texts(kinds)})
      and e.happened_on >= s.held_from
      and (s.held_until is null or e.happened_on < s.held_until)
    join attended_ask q on q.word = e.kind and s.post = any(q.holds) and ${inSlot(sql`e.happened_on`, plan)}
  where ${inside('s', target)} and ${known('s', target)} and s.post = any(${texts(posts)})
    and e.happened_on <= ${day(plan.asOf)} and ${known('e', target)} and ${alike('e')}`,
    },
    {
      name: 'attended_fact',
      body: sql`select unit, json_agg(json_build_array(probe, slot, n)) as v from (
    select unit, probe, slot, count(*) as n from attended_hit group by unit, probe, slot
  ) g group by unit`,
    },
  ];
}
