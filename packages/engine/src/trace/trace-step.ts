import { sql } from 'kysely';
import type { Check, Counted, HoursCheck } from '../grammar/check.ts';
import type { People } from '../grammar/people.ts';
import type { Measured } from '../measure/measured.ts';
import type { Plan } from '../plan/plan-evaluation.ts';
import { eventProbe, type Frame, keyOf, type PeopleProbe, type Probe, peopleProbes } from '../plan/probes.ts';
import { activitiesProbe, hoursProbes, ratioProbes } from '../plan/probes-of-check.ts';
import { day, type Sql } from '../sql/compiler.ts';
import { hoursColumnOf, joinHours, reachedSql } from '../sql/hours-steps.ts';
import { listHolds, rosterSql, seatPersonSql } from '../sql/people-steps.ts';
import { setSql, testSql } from '../sql/person-test.ts';
import type { Target } from '../sql/target.ts';
import { slotsOf } from '../window/slots.ts';

export interface Traced {
  readonly plan: Plan;
  readonly target: Target;
  readonly frame: Frame;
  readonly organization: number;
  readonly check: Check;
  readonly measured: Measured;
}

const union = (parts: readonly Sql[]): Sql =>
  parts.length === 0 ? NOTHING : sql.join(parts, sql`\n  union all\n  `);
const NOTHING = sql`select null as "table", null::bigint as id, null::date as day, null as kind, null as title, false as counts,
    null as note, null::numeric as amount, null::timestamptz as entered_at where false`;
const own = (alias: string, { organization }: Traced): Sql =>
  sql`${sql.ref(`${alias}.unit`)} = ${organization}::bigint`;

function indexOf(plan: Plan, probe: Probe): number {
  const index = plan.index.get(keyOf(probe));
  if (index === undefined) throw new Error(`the plan does not ask ${keyOf(probe)}`);
  return index;
}

/** The records behind a check, from the same steps that counted them. */
export function traceSql(traced: Traced): Sql {
  const { check, frame } = traced;
  if (traced.measured.readings.length === 0) return NOTHING;
  switch (check.measure) {
    case 'activities':
      return activityRows(traced, check, activitiesProbe(check, frame), 'plain');
    case 'hours':
      return hoursRows(traced, check);
    case 'headcount':
      return check.orFigure !== undefined &&
        traced.measured.readings.some((r) => r.subject?.kind === 'figure')
        ? figureRows(traced)
        : union(judgedPeople(traced, check.who).map((probe) => peopleRows(traced, probe, 'plain')));
    case 'share':
      return shareRows(traced, check.of);
    case 'figure':
      return figureRows(traced);
    case 'document':
      return documentRows(traced);
    case 'on-site':
      return sql`select 'rating' as "table", n.id, n.on_day as day, null as kind, null as title, true as counts, null as note,
    n.score as amount, n.entered_at from rating_newest n where ${own('n', traced)}`;
    case 'poll':
      return sql`select 'poll' as "table", n.id, n.on_day as day, ${check.about} as kind, null as title, true as counts,
    null as note, n.slips as amount, n.entered_at from poll_newest n where ${own('n', traced)}`;
    case 'event':
      return eventRows(traced);
  }
}

/** The places of the judged periods among the slots of a window. */
function judgedSlots({ check, frame, measured }: Traced): readonly number[] {
  const window =
    'window' in check
      ? check.window
      : check.measure === 'share' && check.of.kind === 'activities'
        ? check.of.window
        : undefined;
  if (!window) return [0];
  const slots = slotsOf(window, frame.asOf, frame.values);
  if (slots === 'term') return [0];
  return slots.flatMap((slot, i) =>
    measured.readings.some((r) => r.from === slot.from && r.until === slot.until) ? [i] : [],
  );
}

const inSlots = (traced: Traced): Sql => sql`h.slot = any(${[...judgedSlots(traced)]}::int[])`;

/** Where each subject is gone through: the periods judged for that one. */
function judgedPairs({ check, frame, measured }: Traced): Sql {
  const slots = 'window' in check ? slotsOf(check.window, frame.asOf, frame.values) : [];
  const pairs = measured.readings.map((r) => ({
    slot: slots === 'term' ? 0 : slots.findIndex((s) => s.from === r.from && s.until === r.until),
    subject: r.subject?.key,
  }));
  return sql`(h.slot, h.subject) in (select q.slot, q.subject
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as q(slot int, subject bigint))`;
}

type Role = 'plain' | 'part' | 'whole';
const role = (name: Role): Sql => (name === 'plain' ? sql`null` : sql`${name}::text`);

function activityRows(
  traced: Traced,
  counted: Counted,
  probe: ReturnType<typeof activitiesProbe>,
  as: Role,
): Sql {
  const index = indexOf(traced.plan, probe);
  if (probe.table === 'attended') {
    return sql`select 'activity' as "table", h.id, h.happened_on as day, h.kind, null as title, ${as !== 'whole'}::boolean as counts,
    ${role(as)} as note, null::numeric as amount, null::timestamptz as entered_at
  from attended_hit h where ${own('h', traced)} and h.probe = ${index}::int and ${inSlots(traced)}`;
  }
  const mine = probe.by === 'unit' ? inSlots(traced) : judgedPairs(traced);
  const { counts, note } = whichCount(probe.apart, counted.only.fixedDay, as);
  return sql`select 'activity' as "table", h.id, h.happened_on as day, h.kind, h.title, ${counts} as counts, ${note} as note,
    null::numeric as amount, h.entered_at
  from activity_hit h where ${own('h', traced)} and h.probe = ${index}::int and ${mine}`;
}

/** Of records that are told apart only the first of each kind counts; off the fixed day none does. */
function whichCount(apart: string, fixedDay: number | undefined, as: Role): { counts: Sql; note: Sql } {
  if (as === 'whole') return { counts: sql`false`, note: role(as) };
  if (fixedDay !== undefined) {
    const usual = sql`(select u.key::int from activity_hit u where u.unit = h.unit and u.probe = h.probe
      group by u.key order by count(*) desc, u.key::int limit 1)`;
    const last = sql`extract(day from (date_trunc('month', h.happened_on) + interval '1 month - 1 day'))::int`;
    const near = sql`abs(h.key::int - case when (select count(distinct date_trunc('month', q.d)) from activity_ask a,
      lateral (values (a.since), (a.until)) q(d) where a.probe = h.probe and a.slot = h.slot) = 1
      then least(${usual}, ${last}) else ${usual} end) <= ${fixedDay}::int`;
    return { counts: near, note: sql`case when not (${near}) then 'other-day' end` };
  }
  if (apart === 'none') return { counts: sql`true`, note: role(as) };
  const first = sql`(h.key <> '' and row_number() over (partition by h.slot, h.subject, h.key order by h.happened_on, h.id) = 1)`;
  return {
    counts: sql`coalesce(${first}, false)`,
    note: sql`case when not coalesce(${first}, false) then 'same-kind' end`,
  };
}

/** The probes of a people set whose slot is judged; a set of the as-of day has one. */
function judgedPeople({ frame, measured }: Traced, people: People): readonly PeopleProbe[] {
  return peopleProbes(people, frame).filter((probe) => {
    if (probe.table !== 'person' || probe.admitted === undefined || probe.admitted === 'term') return true;
    const { from, until } = probe.admitted;
    return measured.readings.some((r) => r.from === from && r.until === until);
  });
}

/** Persons who surely or perhaps belong. */
function peopleRows(traced: Traced, probe: PeopleProbe, as: Role): Sql {
  const test = testSql(probe.test);
  const counts = as === 'whole' ? sql`false` : sql`(${test}) is true`;
  const columns = sql`${counts} as counts, case when (${test}) is null then 'attribute-unknown' else ${role(as)} end as note,
    null::numeric as amount, x.entered_at`;
  const from = fromPeople(traced, probe);
  return sql`select 'person' as "table", ${from.id} as id, ${from.day} as day, null as kind, x.name as title, ${columns}
  from ${from.rows} where ${from.belongs} and (${test}) is not false`;
}

function fromPeople(traced: Traced, probe: PeopleProbe): { rows: Sql; id: Sql; day: Sql; belongs: Sql } {
  const { plan, target } = traced;
  if (probe.table === 'person') {
    const shown = probe.set === 'new-member' ? sql`x.admitted_on` : sql`x.joined_on`;
    const belongs = sql`${own('x', traced)} and ${setSql(probe, plan.asOf)}`;
    return { rows: sql`(${rosterSql(plan, target)}) x`, id: sql`x.id`, day: shown, belongs };
  }
  const column = sql.ref(
    `s.since_${listHolds(plan).findIndex((h) => h.join(' ') === probe.holds.join(' '))}`,
  );
  const belongs = sql`${own('s', traced)} and ${column} is not null`;
  return { rows: seatPersonSql(target), id: sql`s.person`, day: column, belongs };
}

/** Everybody who had to reach the hours; those who did count. */
function hoursRows(traced: Traced, check: HoursCheck): Sql {
  const { plan, measured, frame } = traced;
  const judged = hoursProbes(check, frame).filter((p) =>
    measured.readings.some((r) => r.from === p.period.from),
  );
  return union(
    judged.map((probe) => {
      const from = fromPeople(traced, probe.people);
      const seated = probe.people.table === 'seat';
      const join = joinHours(from.id);
      const home = seated ? sql`and x.home = s.unit` : sql``;
      return sql`select 'person' as "table", ${from.id} as id, ${from.day} as day, null as kind, x.name as title,
    (${reachedSql(plan, probe)}) as counts, 'hours' as note, ${hoursColumnOf(plan, probe)} / 10.0 as amount,
    x.entered_at
  from ${from.rows} ${join}
  where ${from.belongs} and (${testSql(probe.people.test)}) and not x.exempt_hours ${home}
    and ${seated ? from.day : sql`x.joined_on`} <= ${day(probe.period.from)}`;
    }),
  );
}

function shareRows(traced: Traced, of: Extract<Check, { measure: 'share' }>['of']): Sql {
  if (of.kind === 'figures') return figureRows(traced);
  if (of.kind === 'people') {
    return onceEach([
      ...judgedPeople(traced, of.who).map((p) => peopleRows(traced, p, 'part')),
      ...judgedPeople(traced, of.among).map((p) => peopleRows(traced, p, 'whole')),
    ]);
  }
  const [part, whole] = ratioProbes(of, traced.frame);
  return onceEach([
    activityRows(traced, of.part, part, 'part'),
    activityRows(traced, of.whole, whole, 'whole'),
  ]);
}

/** What stands in both the part and the whole is shown once, as counting. */
const onceEach = (parts: readonly Sql[]): Sql =>
  sql`select distinct on (b.id) b.* from (${union(parts)}) b order by b.id, b.counts desc`;

/** The values that were looked at; those compared with do not count. */
function figureRows(traced: Traced): Sql {
  const { check, measured } = traced;
  const answered = measured.readings.flatMap((r) =>
    r.subject?.kind === 'figure' && r.from && r.until
      ? [{ figure: String(r.subject.key), since: r.from, until: r.until }]
      : [],
  );
  const codes =
    check.measure === 'share' && check.of.kind === 'figures' ? [check.of.part, check.of.whole] : [];
  const counts =
    codes.length > 0
      ? sql`n.figure = any(${codes}::text[])`
      : sql`n.depth = 0 and exists (select 1 from jsonb_to_recordset(${JSON.stringify(answered)}::jsonb)
      as r(figure text, since date, until date) where r.figure = n.figure and n.counted_on between r.since and r.until)`;
  return sql`select distinct on (n.id) 'figure' as "table", n.id, n.counted_on as day, n.figure as kind, null as title,
    (${counts}) as counts, case when not (${counts}) then 'compared' end as note, n.value as amount, n.entered_at
  from figure_newest n where ${own('n', traced)} order by n.id`;
}

function documentRows(traced: Traced): Sql {
  const { check, measured, plan } = traced;
  if (check.measure !== 'document') return NOTHING;
  const judged = plan.probes.document.flatMap((probe, i) =>
    measured.readings.some(
      (r) => r.subject?.key === probe.document && (probe.on === r.from || probe.period?.from === r.from),
    )
      ? [i]
      : [],
  );
  return sql`select distinct on (h.id) 'document' as "table", h.id, h.held_from as day, h.document as kind, h.title,
    true as counts, null as note, null::numeric as amount, h.entered_at
  from document_hit h where ${own('h', traced)} and h.probe = any(${judged}::int[]) order by h.id`;
}

function eventRows(traced: Traced): Sql {
  const { check, plan, frame } = traced;
  if (check.measure !== 'event') return NOTHING;
  const slots = slotsOf(check.window, frame.asOf, frame.values);
  const index = indexOf(plan, eventProbe(check.events, slots, check.window.kind === 'now'));
  return sql`select 'event' as "table", h.id, h.happened_on as day, h.event as kind, null as title, true as counts,
    case when h.organization not in (select p.organization from place p where p.unit = h.unit) then 'predecessor' end as note,
    null::numeric as amount, h.entered_at
  from event_hit h where ${own('h', traced)} and h.probe = ${index}::int and ${inSlots(traced)}`;
}
