import { sql } from 'kysely';
import type { Plan } from '../plan/plan-evaluation.ts';
import { day, type Sql, type Step, texts } from './compiler.ts';
import { inside, known, type Target } from './target.ts';

/**
 * The planner takes a comparison with a column it has no statistics of for a rare one, and an answer of one row for
 * something to be gone through once for each organization; of this form it expects half of the rows.
 */
const likely = (test: Sql): Sql => sql`coalesce(${test}, false)`;

/**
 * place: every organization of the scope as it was on the as-of day (a dissolved one as it was last), with the judged
 * organization that its records belong to. judged: those that the edition judges. above: each judged one and all over it.
 */
export function scopeSteps(plan: Plan, target: Target): readonly Step[] {
  const { kinds, levels, forms } = plan.appliesTo;
  const narrow: Sql[] = [likely(sql`p.form = any(${texts(forms)})`)];
  if (kinds.length > 0) narrow.push(likely(sql`p.kind = any(${texts(kinds)})`));
  if (levels.length > 0) narrow.push(likely(sql`p.level = any(${texts(levels)})`));
  if (target.organization !== undefined) narrow.push(sql`p.organization = ${target.organization}::bigint`);
  return [
    {
      name: 'place',
      materialized: true,
      body: sql`select distinct on (s.county, s.organization) s.county, s.organization, s.unit, o.path, s.form, s.kind,
    s.level, s.parent, s.name, o.founded_on, s.valid_until
  from organization o join organization_span s on s.county = o.county and s.organization = o.id
  where ${inside('o', target)} and s.valid_from <= ${day(plan.asOf)}
  order by s.county, s.organization, s.valid_from desc`,
    },
    {
      name: 'judged',
      materialized: true,
      body: sql`select p.* from place p
  where ${likely(sql`p.unit = p.organization`)} and (p.valid_until is null or p.valid_until > ${day(plan.asOf)})
    and ${sql.join(narrow, sql` and `)}`,
    },
    {
      name: 'above',
      materialized: true,
      body: sql`select j.unit, cardinality(part.ids) - n.n as depth,
    ((array_to_string(part.ids[1:n.n], '.') || '.') collate "C") as path
  from judged j cross join lateral (select string_to_array(rtrim(j.path, '.'), '.') as ids) part
    cross join lateral generate_series(1, cardinality(part.ids)) n(n)`,
    },
  ];
}

export function keptStep(target: Target): Step {
  return {
    name: 'kept_fact',
    body: sql`select b.unit, json_agg(json_build_array(r.register, r.kept_from, r.kept_until)
    order by r.register, r.kept_from, r.id) as v
  from above b join register_span r on r.path = b.path where ${known('r', target)} group by b.unit`,
  };
}

/** The first day of the term: the last re-election of the organization itself. */
export function termStep(plan: Plan, target: Target): Step {
  return {
    name: 'term',
    materialized: true,
    body: sql`select j.unit, max(a.happened_on) as since
  from judged j join activity a on a.county = j.county and a.organization = j.organization
  where a.kind = 're-election' and a.happened_on <= ${day(plan.asOf)} and ${inside('a', target)} and ${known('a', target)}
  group by j.unit`,
  };
}

/** The party groups of each judged organization on the as-of day. */
export function groupStep(plan: Plan): Step {
  return {
    name: 'group_fact',
    body: sql`select p.unit, json_agg(json_build_array(p.organization, p.founded_on, p.name) order by p.organization) as v
  from place p
  where p.form = 'group' and p.unit <> p.organization and (p.valid_until is null or p.valid_until > ${day(plan.asOf)})
  group by p.unit`,
  };
}

/** A corrected person is a new row with the same key: the withdrawn row's number leads to the one known now. */
export function versionStep(target: Target): Step {
  return {
    name: 'version',
    materialized: true,
    body: sql`select k.id as was, x.id as now
  from person k join person x on x.county = k.county and x.organization = k.organization and x.source_key = k.source_key
  where ${inside('k', target)} and ${inside('x', target)} and x.id <> k.id
    and k.withdrawn_at <= ${target.knownAt}::timestamptz and ${known('x', target)}`,
  };
}
