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
  const sum = (alias: string, i: number): Sql =>
    sql`sum(${sql.ref(`${alias}.sum_${i}`)})::int as ${sql.ref(`sum_${i}`)}`;
  const sums = columns.map(
    (c, i) => sql`, sum(r.tenths) filter (where ${columnTest(c, columns)})::int as ${sql.ref(`sum_${i}`)}`,
  );
  const moved = columns.map((_, i) => sql`, ${sum('r', i)}`);
  const parts = partsOfHours(columns);
  return [
    {
      name: 'raw_hours',
      // Tenths of hours as whole numbers: their sums are exact and cheap.
      body: sql`select e.person, ${sql.join(parts.map((p) => sql`${p.value} as ${sql.ref(p.name)}`))}, sum((e.hours * 10)::int)::int as tenths
  from attendance e
  where e.hours is not null and e.happened_on >= ${day(from)} and e.happened_on <= ${day(plan.asOf)}
    and ${known('e', target)} and ${inside('e', target)}
  group by e.person, ${sql.join(parts.map((_, i) => sql.raw(String(i + 2))))}`,
    },
    {
      name: 'person_hours',
      materialized: true,
      body: sql`select r.person${sql.join(sums, sql``)} from raw_hours r group by r.person`,
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

/**
 * What the sums are told apart by: the year, and only where some sum asks for it whether it was concentrated, of which
 * grade, of which kind.
 */
function partsOfHours(columns: readonly HoursProbe[]): readonly { name: string; value: Sql }[] {
  const later = startsOf(columns).slice(1);
  const year = later.map((start) => sql`(e.happened_on >= ${day(start)})::int`);
  const asked = ['concentrated', 'grades', 'activities'] as const;
  const names = { concentrated: 'concentrated', grades: 'grade', activities: 'kind' } as const;
  return [
    { name: 'year', value: year.length === 0 ? sql`0` : sql.join(year, sql` + `) },
    ...asked
      .filter((key) => columns.some((c) => c[key] !== undefined))
      .map((key) => ({ name: names[key], value: sql.ref(`e.${names[key]}`) })),
  ];
}

const startsOf = (columns: readonly HoursProbe[]): readonly string[] =>
  [...new Set(columns.map((c) => c.period.from))].sort();

function columnTest(probe: HoursProbe, columns: readonly HoursProbe[]): Sql {
  const parts = [sql`r.year = ${startsOf(columns).indexOf(probe.period.from)}::int`];
  if (probe.grades) parts.push(sql`r.grade = any(${texts(probe.grades)})`);
  if (probe.concentrated !== undefined) parts.push(sql`r.concentrated = ${probe.concentrated}::boolean`);
  if (probe.activities) parts.push(sql`r.kind = any(${texts(probe.activities)})`);
  return sql.join(parts, sql` and `);
}
