import type { People } from '../grammar/people.ts';
import { amountOf, type Values } from '../parameters/values.ts';
import { addMonths } from '../window/calendar.ts';
import type { PersonRow } from './rows.ts';
import type { Stretch } from './windows.ts';
import type { World } from './world.ts';

type Maybe = 'yes' | 'no' | 'maybe';

/** Completed years on a day. */
function ageOn(birth: string, day: string): number {
  let age = 0;
  while (addMonths(birth, 12 * (age + 1)) <= day) age += 1;
  return age;
}

const on = (day: string | null, asOf: string): boolean => day !== null && day <= asOf;

function isInSet(person: PersonRow, people: People, world: World, admitted: Stretch | null): boolean {
  const { asOf } = world;
  const isMember = on(person.admitted_on, asOf);
  if (people.set === 'new-member') {
    const day = person.admitted_on;
    if (day === null || day > asOf || !admitted?.has(day)) return false;
    return person.joined_on <= day && (person.left_on === null || person.left_on > day);
  }
  if (person.joined_on > asOf || (person.left_on !== null && person.left_on <= asOf)) return false;
  const stage = isMember
    ? 'member'
    : on(person.candidate_on, asOf)
      ? 'candidate'
      : on(person.activist_on, asOf)
        ? 'activist'
        : on(person.applied_on, asOf)
          ? 'applicant'
          : 'none';
  switch (people.set) {
    case 'full-member':
      return isMember && on(person.full_on, asOf);
    case 'probationary':
      return isMember && !on(person.full_on, asOf);
    case 'floating-member':
      return isMember && person.floating !== null;
    default:
      return stage === people.set;
  }
}

/** Whether the attributes are as asked; maybe where one that is not recorded decides. */
function hasAttributes(
  person: PersonRow | undefined,
  seated: boolean,
  people: People,
  asOf: string,
  values: Values,
): Maybe {
  const { where } = people;
  const answers: Maybe[] = [];
  const say = (answer: boolean): void => void answers.push(answer ? 'yes' : 'no');
  const ageDay = people.set === 'new-member' ? (person?.admitted_on ?? asOf) : asOf;
  const birth = person?.birth_on ?? null;
  for (const [limit, fits] of [
    [where.ageAtMost, (age: number, n: number) => age <= n],
    [where.ageAtLeast, (age: number, n: number) => age >= n],
  ] as const) {
    if (limit === undefined) continue;
    if (birth === null) answers.push('maybe');
    else say(fits(ageOn(birth, ageDay), amountOf(limit, values)));
  }
  if (where.educationAtLeast) {
    const rank = person?.education ?? null;
    if (rank === null) answers.push('maybe');
    else say(rank >= where.educationAtLeast.rank);
  }
  if (where.sex) {
    const sex = person?.sex ?? null;
    if (sex === null) answers.push('maybe');
    else say(sex === where.sex);
  }
  if (where.floating) say(person?.floating === where.floating);
  if (where.paired !== undefined) say((person?.paired ?? false) === where.paired);
  if (where.lostContact !== undefined) say((person?.lost_contact ?? false) === where.lostContact);
  if (where.hasPostDuty !== undefined) say(Boolean(person?.post_duty) === where.hasPostDuty);
  if (where.noSeat !== undefined) say(seated !== where.noSeat);
  if (where.exemptHours !== undefined) say((person?.exempt_hours ?? false) === where.exemptHours);
  if (where.contactKnownMonths !== undefined) {
    const known = person?.floating_known_on ?? null;
    say(known !== null && addMonths(known, amountOf(where.contactKnownMonths, values)) >= asOf);
  }
  return answers.includes('no') ? 'no' : answers.includes('maybe') ? 'maybe' : 'yes';
}

export interface Found {
  readonly person: number;
  readonly row: PersonRow | undefined;
  /** Since when the person holds one of the posts; for the roster, when the person joined. */
  readonly since: string;
  readonly sure: boolean;
}

/** Who holds one of the posts on the as-of day, once each. */
export function listHolders(
  world: World,
  holds: readonly string[],
): readonly { person: number; since: string }[] {
  const since = new Map<number, string>();
  for (const seat of seatsNow(world)) {
    if (!world.members.has(seat.organization) || !holds.includes(seat.post)) continue;
    const earlier = since.get(seat.person);
    if (earlier === undefined || seat.held_from < earlier) since.set(seat.person, seat.held_from);
  }
  return [...since].map(([person, from]) => ({ person, since: from })).sort((a, b) => a.person - b.person);
}

const seatsNow = (world: World) =>
  world.rows.seats.filter(
    (s) => s.held_from <= world.asOf && (s.held_until === null || s.held_until > world.asOf),
  );

/** The persons of a set, the sure ones and those who may belong. */
export function findPeople(
  people: People,
  world: World,
  values: Values,
  admitted: Stretch | null = null,
): readonly Found[] {
  const judge = (row: PersonRow | undefined, person: number, since: string): Found[] => {
    const seated = seatsNow(world).some(
      (s) => s.person === person && world.members.has(s.organization) && s.post !== 'reserve-cadre',
    );
    const answer = hasAttributes(row, seated, people, world.asOf, values);
    return answer === 'no' ? [] : [{ person, row, since, sure: answer === 'yes' }];
  };
  if (people.set === 'seat' || people.set === 'reserve-cadre') {
    return listHolders(world, people.holds).flatMap(({ person, since }) =>
      judge(
        world.rows.persons.find((p) => p.id === person),
        person,
        since,
      ),
    );
  }
  return world.rows.persons
    .filter((p) => world.members.has(p.organization) && isInSet(p, people, world, admitted))
    .flatMap((p) => judge(p, p.id, p.joined_on));
}

/** The registers that a set is read from. */
export function registersFor(people: People): readonly string[] {
  if (people.set === 'seat' || people.set === 'reserve-cadre') return ['posts'];
  return 'noSeat' in people.where ? ['roster', 'posts'] : ['roster'];
}
