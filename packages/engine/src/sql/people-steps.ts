import { sql } from 'kysely';
import type { Plan } from '../plan/plan-evaluation.ts';
import type { HoursProbe, PersonProbe, SeatProbe } from '../plan/probes.ts';
import { joinTerm } from './activity-steps.ts';
import { day, type Sql, type Step, texts } from './compiler.ts';
import { joinHours, reachedSql } from './hours-steps.ts';
import { canBeUnknown, setSql, testSql } from './person-test.ts';
import { inside, known, type Target } from './target.ts';

const NONE = sql`0`;
const countWhere = (condition: Sql): Sql => sql`count(*) filter (where ${condition})`;
const numbers = (parts: readonly Sql[]): Sql =>
  parts.length === 0 ? sql`null::json` : sql`to_json(array[${sql.join(parts, sql`,\n    `)}]::int[])`;

/** The sets of posts that are asked about; each is one column `since_<n>` of seat_person. */
export function listHolds(plan: Plan): readonly (readonly string[])[] {
  const seats: readonly SeatProbe[] = [
    ...plan.probes.seat,
    ...plan.probes.hours.flatMap((h) => (h.people.table === 'seat' ? [h.people] : [])),
  ];
  const lists = seats.map((p) => p.holds);
  if (plan.sitting.length > 0) lists.push(plan.sitting);
  return [...new Map(lists.map((holds) => [holds.join(' '), holds])).values()];
}

const sinceColumn = (plan: Plan, holds: readonly string[]): Sql =>
  sql.ref(`s.since_${listHolds(plan).findIndex((h) => h.join(' ') === holds.join(' '))}`);

const asksSeated = (plan: Plan): boolean =>
  [...plan.probes.person, ...plan.probes.seat, ...plan.probes.hours.map((h) => h.people)].some(
    (p) => p.test.noSeat !== undefined,
  );

/** seat_person: who sits where on the as-of day, once for each person, with the day since for each set of posts. */
export function seatSteps(plan: Plan, target: Target): readonly Step[] {
  const holds = listHolds(plan);
  if (holds.length === 0 && !asksSeated(plan)) return [];
  const since = holds.map(
    (posts, i) =>
      sql`, min(s.held_from) filter (where s.post = any(${texts(posts)})) as ${sql.ref(`since_${i}`)}`,
  );
  return [
    {
      name: 'seat_person',
      materialized: true,
      body: sql`select p.unit, s.county, coalesce(v.now, s.person) as person, bool_or(s.post <> 'reserve-cadre') as seated
    ${sql.join(since, sql` `)}
  from seat s
    join place p on p.county = s.county and p.organization = s.organization
    left join version v on v.was = s.person
  where ${inside('s', target)} and s.held_from <= ${day(plan.asOf)} and (s.held_until is null or s.held_until > ${day(plan.asOf)})
    and ${known('s', target)}
  group by p.unit, s.county, coalesce(v.now, s.person)`,
    },
    ...(plan.probes.seat.length + seatHours(plan).length + plan.sitting.length > 0
      ? [seatFact(plan, target)]
      : []),
  ];
}

const seatHours = (plan: Plan): readonly HoursProbe[] =>
  plan.probes.hours.filter((h) => h.people.table === 'seat');
const personHours = (plan: Plan): readonly HoursProbe[] =>
  plan.probes.hours.filter((h) => h.people.table === 'person');

function seatFact(plan: Plan, target: Target): Step {
  const counts = plan.probes.seat.flatMap((probe) => {
    const holds = sql`${sinceColumn(plan, probe.holds)} is not null`;
    const test = testSql(probe.test);
    return [
      countWhere(sql`${holds} and (${test})`),
      canBeUnknown(probe.test) ? countWhere(sql`${holds} and (${test}) is null`) : NONE,
    ];
  });
  const hours = seatHours(plan);
  const reached = hours.flatMap((probe) => {
    if (probe.people.table !== 'seat') return [];
    const due = sql`${sinceColumn(plan, probe.people.holds)} <= ${day(probe.period.from)} and (${testSql(probe.people.test)})
      and x.home = s.unit and not x.exempt_hours`;
    return [countWhere(due), countWhere(sql`${due} and ${reachedSql(plan, probe)}`)];
  });
  const sitting =
    plan.sitting.length === 0
      ? sql`null::json`
      : sql`json_agg(json_build_array(s.person, ${sinceColumn(plan, plan.sitting)}) order by s.person)
    filter (where ${sinceColumn(plan, plan.sitting)} is not null)`;
  return {
    name: 'seat_fact',
    body: sql`select s.unit, ${numbers(counts)} as v, ${numbers(reached)} as h, ${sitting} as sitting
  from ${seatPersonSql(target)}
    ${hours.length > 0 ? joinHours(sql`s.person`) : sql``}
  group by s.unit`,
  };
}

/** Who sits (s), with what the roster says of the person (x) and where its home is. */
export const seatPersonSql = (target: Target): Sql => sql`seat_person s
    left join lateral (select y.*, s.seated, p.unit as home from person y
      left join place p on p.county = y.county and p.organization = y.organization
      where y.county = s.county and y.id = s.person and ${known('y', target)}) x on true`;

/** person_fact: all questions about the roster in one pass over it. */
export function personSteps(plan: Plan, target: Target): readonly Step[] {
  const probes = plan.probes.person;
  const hours = personHours(plan);
  if (probes.length === 0 && hours.length === 0) return [];
  const counts = probes.flatMap((probe) => countsOf(probe, plan));
  const reached = hours.flatMap((probe) => {
    if (probe.people.table !== 'person') return [];
    const due = sql`${setSql(probe.people, plan.asOf)} and (${testSql(probe.people.test)}) and not x.exempt_hours
      and x.joined_on <= ${day(probe.period.from)}`;
    return [countWhere(due), countWhere(sql`${due} and ${reachedSql(plan, probe)}`)];
  });
  return [
    {
      name: 'person_fact',
      body: sql`select x.unit, ${numbers(counts)} as v, ${numbers(reached)} as h
  from (${rosterSql(plan, target)}) x
    ${hours.length > 0 ? joinHours(sql`x.id`) : sql``}
  group by x.unit`,
    },
  ];
}

function countsOf(probe: PersonProbe, plan: Plan): readonly Sql[] {
  const belongs = setSql(probe, plan.asOf);
  const test = testSql(probe.test);
  return [
    countWhere(sql`${belongs} and (${test})`),
    canBeUnknown(probe.test) ? countWhere(sql`${belongs} and (${test}) is null`) : NONE,
  ];
}

/** The persons of the scope with what the tests need: whether they are here, seated, and the term of their branch. */
export function rosterSql(plan: Plan, target: Target): Sql {
  const seated = asksSeated(plan);
  const joinSeats = seated ? sql`left join seat_person z on z.unit = p.unit and z.person = y.id` : sql``;
  return sql`select y.*, p.unit, ${seated ? sql`z.seated` : sql`false`} as seated,
      ${plan.needsTerm ? sql`t.since` : sql`null::date`} as term,
      (y.joined_on <= ${day(plan.asOf)} and (y.left_on is null or y.left_on > ${day(plan.asOf)})) as here
    from person y
      join place p on p.county = y.county and p.organization = y.organization
      ${joinSeats}
      ${joinTerm(plan, sql`p.unit`)}
    where ${inside('y', target)} and ${known('y', target)}`;
}
