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

/** Tenths of hours; 0 when there are none. */
export function hoursColumnOf(plan: Plan, probe: HoursProbe): Sql {
  const column = `sum_${hourColumns(plan).findIndex((p) => sumKey(p) === sumKey(probe))}`;
  return sql`(coalesce(${sql.ref(`h.${column}`)}, 0) + coalesce(${sql.ref(`m.${column}`)}, 0))`;
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
  const parts = probe.bounds.map((b) => sql`${column} ${COMPARISONS[b.word]} ${b.value}::numeric * 10`);
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

/** person_hours: one pass over the attendances, one row a person. */
export function hoursSteps(plan: Plan, target: Target): readonly Step[] {
  const columns = hourColumns(plan);
  const [first] = columns;
  if (!first) return [];
  const from = columns.map((c) => c.period.from).reduce(earlierOf, first.period.from);
  const sums = columns.map(
    (c, i) => sql`, sum(e.tenths) filter (where ${columnTest(c)})::int as ${sql.ref(`sum_${i}`)}`,
  );
  const moved = columns.map((_, i) => sql`, sum(${sql.ref(`r.sum_${i}`)})::int as ${sql.ref(`sum_${i}`)}`);
  return [
    {
      name: 'person_hours',
      materialized: true,
      // Tenths of hours as whole numbers: their sums are exact and cheap; with an offset each is reckoned once.
      body: sql`select e.person${sql.join(sums, sql``)}
  from (select e.person, e.happened_on, e.grade, e.concentrated, e.kind, (e.hours * 10)::int as tenths
    from attendance e
    where e.hours is not null and e.happened_on >= ${day(from)} and e.happened_on <= ${day(plan.asOf)}
      and ${known('e', target)} and ${inside('e', target)} offset 0) e
  group by e.person`,
    },
    {
      name: 'moved_hours',
      materialized: true,
      body: sql`select v.now as person${sql.join(moved, sql``)}
  from version v join person_hours r on r.person = v.was group by v.now`,
    },
  ];
}

/** The hours of a person, those under an earlier number of the same person included. */
export const joinHours = (person: Sql): Sql => sql`left join person_hours h on h.person = ${person}
    left join moved_hours m on m.person = ${person}`;

function columnTest({ period, grades, concentrated, activities }: HoursProbe): Sql {
  const parts = [sql`e.happened_on >= ${day(period.from)} and e.happened_on <= ${day(period.until)}`];
  if (grades) parts.push(sql`e.grade = any(${texts(grades)})`);
  if (concentrated !== undefined) parts.push(sql`e.concentrated = ${concentrated}::boolean`);
  if (activities) parts.push(sql`e.kind = any(${texts(activities)})`);
  return sql.join(parts, sql` and `);
}
