import { sql } from 'kysely';
import type { BoundWord } from '../grammar/bound.ts';
import type { Plan } from '../plan/plan-evaluation.ts';
import type { HoursProbe } from '../plan/probes.ts';
import { earlierOf } from '../window/calendar.ts';
import { day, type Sql, type Step, texts } from './compiler.ts';
import { inside, known, type Target } from './target.ts';

/** What tells one sum of hours from another: the year and the filters. */
const sumKey = ({ period, grades, concentrated, activities }: HoursProbe): string =>
  JSON.stringify([period.from, period.until, grades ?? null, concentrated ?? null, activities ?? null]);

/** The distinct sums; each is one column `sum_<n>` of person_hours. */
export const hourColumns = (plan: Plan): readonly HoursProbe[] => [
  ...new Map(plan.probes.hours.map((p) => [sumKey(p), p])).values(),
];

export function hoursColumnOf(plan: Plan, probe: HoursProbe): Sql {
  return sql.ref(`h.sum_${hourColumns(plan).findIndex((p) => sumKey(p) === sumKey(probe))}`);
}

const COMPARISONS: Record<BoundWord, Sql> = {
  atLeast: sql`>=`,
  moreThan: sql`>`,
  atMost: sql`<=`,
  lessThan: sql`<`,
};

/** Whether the hours of a person satisfy the bounds. */
export function reachedSql(plan: Plan, probe: HoursProbe): Sql {
  const column = hoursColumnOf(plan, probe);
  const parts = probe.bounds.map(
    (b) => sql`coalesce(${column}, 0) ${COMPARISONS[b.word]} ${b.value}::numeric`,
  );
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

/** person_hours: one pass over the attendances, one row a person. */
export function hoursSteps(plan: Plan, target: Target): readonly Step[] {
  const columns = hourColumns(plan);
  const [first] = columns;
  if (!first) return [];
  const from = columns.map((c) => c.period.from).reduce(earlierOf, first.period.from);
  const sums = columns.map(
    (c, i) => sql`, sum(e.hours) filter (where ${columnTest(c)}) as ${sql.ref(`sum_${i}`)}`,
  );
  const totals = columns.map((_, i) => sql`, sum(${sql.ref(`r.sum_${i}`)}) as ${sql.ref(`sum_${i}`)}`);
  return [
    {
      name: 'raw_hours',
      body: sql`select e.person${sql.join(sums, sql``)}
  from attendance e
  where ${inside('e', target)} and e.happened_on >= ${day(from)} and e.happened_on <= ${day(plan.asOf)} and e.hours is not null
    and ${known('e', target)}
  group by e.person`,
    },
    {
      name: 'person_hours',
      materialized: true,
      body: sql`select coalesce(v.now, r.person) as person${sql.join(totals, sql``)}
  from raw_hours r left join version v on v.was = r.person group by coalesce(v.now, r.person)`,
    },
  ];
}

function columnTest(probe: HoursProbe): Sql {
  const parts = [
    sql`e.happened_on >= ${day(probe.period.from)} and e.happened_on <= ${day(probe.period.until)}`,
  ];
  if (probe.grades) parts.push(sql`e.grade = any(${texts(probe.grades)})`);
  if (probe.concentrated !== undefined) parts.push(sql`e.concentrated = ${probe.concentrated}::boolean`);
  if (probe.activities) parts.push(sql`e.kind = any(${texts(probe.activities)})`);
  return sql.join(parts, sql` and `);
}
