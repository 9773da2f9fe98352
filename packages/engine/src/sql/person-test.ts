import { sql } from 'kysely';
import type { PersonProbe, PersonTest } from '../plan/probes.ts';
import type { Period } from '../window/periods.ts';
import { day, type Sql } from './compiler.ts';

const and = (parts: readonly Sql[]): Sql => (parts.length === 0 ? sql`true` : sql.join(parts, sql` and `));

/**
 * The conditions on a row x of person. SQL's own third value does the work: null where an attribute that is not
 * recorded could tip it; what is simply absent (no duty, not floating) is false.
 */
export function testSql(test: PersonTest): Sql {
  const parts: Sql[] = [];
  if (test.bornAfter) parts.push(sql`x.birth_on > ${day(test.bornAfter)}`);
  if (test.bornBy) parts.push(sql`x.birth_on <= ${day(test.bornBy)}`);
  if (test.ageAtMostWhenAdmitted !== undefined) {
    parts.push(
      sql`(x.birth_on + make_interval(years => ${test.ageAtMostWhenAdmitted + 1}::int))::date > x.admitted_on`,
    );
  }
  if (test.ageAtLeastWhenAdmitted !== undefined) {
    parts.push(
      sql`(x.birth_on + make_interval(years => ${test.ageAtLeastWhenAdmitted}::int))::date <= x.admitted_on`,
    );
  }
  if (test.educationRank !== undefined) parts.push(sql`x.education >= ${test.educationRank}::int`);
  if (test.sex) parts.push(sql`x.sex = ${test.sex}`);
  if (test.floating) parts.push(sql`coalesce(x.floating = ${test.floating}, false)`);
  if (test.paired !== undefined) parts.push(sql`coalesce(x.paired, false) = ${test.paired}::boolean`);
  if (test.lostContact !== undefined)
    parts.push(sql`coalesce(x.lost_contact, false) = ${test.lostContact}::boolean`);
  if (test.hasPostDuty !== undefined)
    parts.push(sql`(coalesce(x.post_duty, '') <> '') = ${test.hasPostDuty}::boolean`);
  if (test.noSeat !== undefined) parts.push(sql`coalesce(x.seated, false) <> ${test.noSeat}::boolean`);
  if (test.knownSince) parts.push(sql`coalesce(x.floating_known_on >= ${day(test.knownSince)}, false)`);
  if (test.exemptHours !== undefined)
    parts.push(sql`coalesce(x.exempt_hours, false) = ${test.exemptHours}::boolean`);
  return and(parts);
}

/** Whether the test asks for something that may not be recorded. */
export const canBeUnknown = (test: PersonTest): boolean =>
  test.bornAfter !== undefined ||
  test.bornBy !== undefined ||
  test.ageAtMostWhenAdmitted !== undefined ||
  test.ageAtLeastWhenAdmitted !== undefined ||
  test.educationRank !== undefined ||
  test.sex !== undefined;

const by = (column: string, asOf: string): Sql =>
  sql`coalesce(${sql.ref(`x.${column}`)} <= ${day(asOf)}, false)`;

/** Whether the person belongs to a set of the roster; never null. */
export function setSql(probe: Pick<PersonProbe, 'set' | 'admitted'>, asOf: string): Sql {
  const here = sql`x.here`;
  const member = by('admitted_on', asOf);
  switch (probe.set) {
    case 'member':
      return sql`${here} and ${member}`;
    case 'full-member':
      return sql`${here} and ${member} and ${by('full_on', asOf)}`;
    case 'probationary':
      return sql`${here} and ${member} and not ${by('full_on', asOf)}`;
    case 'applicant':
      return sql`${here} and ${by('applied_on', asOf)} and not ${by('activist_on', asOf)} and not ${by('candidate_on', asOf)} and not ${member}`;
    case 'activist':
      return sql`${here} and ${by('activist_on', asOf)} and not ${by('candidate_on', asOf)} and not ${member}`;
    case 'candidate':
      return sql`${here} and ${by('candidate_on', asOf)} and not ${member}`;
    case 'floating-member':
      return sql`${here} and ${member} and x.floating is not null`;
    case 'new-member':
      return admittedSql(probe.admitted, asOf);
    default:
      throw new Error(`${probe.set} is not a set of the roster`);
  }
}

/** Admitted here: the person was in the organization on the day. */
function admittedSql(admitted: Period | 'term' | undefined, asOf: string): Sql {
  const since = admitted === 'term' || admitted === undefined ? sql`x.term` : day(admitted.from);
  const until = admitted === 'term' || admitted === undefined ? day(asOf) : day(admitted.until);
  return sql`coalesce(x.admitted_on >= ${since} and x.admitted_on <= ${until} and x.admitted_on <= ${day(asOf)}
      and x.joined_on <= x.admitted_on and (x.left_on is null or x.left_on > x.admitted_on), false)`;
}
