import { sql } from 'kysely';
import type { Plan } from '../plan/plan-evaluation.ts';
import { inSlot, joinTerm, linesOf } from './activity-steps.ts';
import { day, rows, type Sql, type Step } from './compiler.ts';
import { inside, known, type Target } from './target.ts';

/** figure_hit: the values that answer, its own and those of the organizations above where a probe asks for them. */
export function figureSteps(plan: Plan, target: Target): readonly Step[] {
  const probes = plan.probes.figure;
  if (probes.length === 0) return [];
  const lines = probes.map(({ table, ...rest }, probe) => ({ probe, ...rest }));
  const dated = sql`q.figure = f.figure and f.counted_on <= q.until and (q.since is null or f.counted_on >= q.since)`;
  const columns = sql`q.probe, q.history, f.id, f.figure, f.counted_on, f.value, f.source, f.entered_at`;
  const own = sql`select j.unit, 0 as depth, ${columns}
  from figure f join judged j on j.county = f.county and j.organization = f.organization
    join figure_ask q on not q.superior and ${dated}
  where ${inside('f', target)} and ${known('f', target)}`;
  const superior = sql`
  union all
  select b.unit, b.depth, ${columns}
  from above b join figure f on f.path = b.path join figure_ask q on q.superior and ${dated}
  where b.depth > 0 and ${known('f', target)}`;
  return [
    {
      name: 'figure_ask',
      materialized: true,
      body: rows(lines, 'probe int, figure text, since date, until date, superior boolean, history boolean'),
    },
    { name: 'figure_hit', body: sql`${own}${probes.some((p) => p.superior) ? superior : sql``}` },
    {
      name: 'figure_newest',
      body: sql`select * from (
    select h.*, row_number() over (partition by unit, probe, depth, case when history then counted_on end
      order by counted_on desc, id desc) as nth
    from figure_hit h
  ) n where nth = 1`,
    },
    {
      name: 'figure_fact',
      body: sql`select unit, json_agg(json_build_array(probe, depth, counted_on, value)
    order by probe, depth, counted_on desc) as v
  from figure_newest group by unit`,
    },
  ];
}

export function documentSteps(plan: Plan, target: Target): readonly Step[] {
  const probes = plan.probes.document;
  if (probes.length === 0) return [];
  const lines = probes.map((p, probe) => ({
    probe,
    document: p.document,
    on_day: p.on,
    since: p.period?.from,
    until: p.period?.until,
  }));
  return [
    {
      name: 'document_ask',
      materialized: true,
      body: rows(lines, 'probe int, document text, on_day date, since date, until date'),
    },
    {
      name: 'document_hit',
      body: sql`select p.unit, q.probe, d.id, d.document, d.title, d.held_from, d.entered_at
  from document d
    join place p on p.county = d.county and p.organization = d.organization
    join document_ask q on q.document = d.document
      and (q.on_day is null or (d.held_from <= q.on_day and (d.held_until is null or d.held_until > q.on_day)))
      and (q.since is null or (d.held_from >= q.since and d.held_from <= q.until))
  where ${inside('d', target)} and d.held_from <= ${day(plan.asOf)} and ${known('d', target)}`,
    },
    {
      name: 'document_fact',
      body: sql`select unit, json_agg(json_build_array(probe, n)) as v from (
    select unit, probe, count(*) as n from document_hit group by unit, probe
  ) g group by unit`,
    },
  ];
}

/** The newest poll and the newest rating that a probe asks for. */
export function opinionSteps(plan: Plan, target: Target): readonly Step[] {
  const polls = plan.probes.poll.map((p, probe) => ({
    probe,
    word: p.about,
    since: p.since,
    until: p.until,
  }));
  const ratings = plan.probes.rating.map((p, probe) => ({
    probe,
    word: p.look,
    since: p.since,
    until: p.until,
  }));
  return [
    ...newestSteps(
      'poll',
      polls,
      'about',
      'held_on',
      sql`o.slips, o.satisfied, o.basically, o.dissatisfied`,
      target,
    ),
    ...newestSteps('rating', ratings, 'look', 'rated_on', sql`o.score`, target),
  ];
}

function newestSteps(
  table: 'poll' | 'rating',
  lines: readonly object[],
  word: string,
  dated: string,
  columns: Sql,
  target: Target,
): readonly Step[] {
  if (lines.length === 0) return [];
  const [ask, newest, fact] = [`${table}_ask`, `${table}_newest`, `${table}_fact`];
  const on = sql.ref(`o.${dated}`);
  const answer = table === 'poll' ? sql`slips, satisfied, basically, dissatisfied` : sql`score`;
  return [
    { name: ask, materialized: true, body: rows(lines, 'probe int, word text, since date, until date') },
    {
      name: newest,
      body: sql`select distinct on (j.unit, q.probe) j.unit, q.probe, o.id, ${on} as on_day, o.entered_at, ${columns}
  from ${sql.table(table)} o
    join judged j on j.county = o.county and j.organization = o.organization
    join ${sql.table(ask)} q on q.word = ${sql.ref(`o.${word}`)} and ${on} >= q.since and ${on} <= q.until
  where ${inside('o', target)} and ${known('o', target)}
  order by j.unit, q.probe, ${on} desc, o.id desc`,
    },
    {
      name: fact,
      body: sql`select unit, json_agg(json_build_array(probe, on_day, ${answer})) as v
  from ${sql.table(newest)} group by unit`,
    },
  ];
}

/** event_hit: confirmed events of the organization, its groups and those that it came from. */
export function eventSteps(plan: Plan, target: Target): readonly Step[] {
  const probes = plan.probes.event;
  if (probes.length === 0) return [];
  const lines = linesOf(
    probes,
    (p) => p.events,
    (p) => ({ standing: p.standing }),
  );
  const during = inSlot(sql`e.happened_on`, plan);
  return [
    {
      name: 'event_ask',
      materialized: true,
      body: rows(
        lines,
        'probe int, slot int, word text, term boolean, since date, until date, standing boolean',
      ),
    },
    {
      name: 'lineage_of',
      body: sql`select j.unit, p.county, p.organization from judged j join place p on p.unit = j.unit
  union
  select l.unit, l.county, g.predecessor from lineage_of l
    join lineage g on g.county = l.county and g.organization = l.organization and g.happened_on <= ${day(plan.asOf)}`,
    },
    {
      name: 'event_hit',
      body: sql`select l.unit, q.probe, q.slot, e.id, e.event, e.happened_on, e.ended_on, e.organization, e.entered_at
  from lineage_of l
    join organization o on o.county = l.county and o.id = l.organization
    join event e on e.county = o.county and e.organization = o.id and e.path = o.path
    ${joinTerm(plan, sql`l.unit`)}
    join event_ask q on q.word = e.event and case when q.standing then e.ended_on is null or e.ended_on > q.until
      else ${during} end
  where e.happened_on <= ${day(plan.asOf)} and ${known('e', target)}`,
    },
    {
      name: 'event_fact',
      body: sql`select unit, json_agg(json_build_array(probe, slot, n)) as v from (
    select unit, probe, slot, count(*) as n from event_hit group by unit, probe, slot
  ) g group by unit`,
    },
  ];
}
