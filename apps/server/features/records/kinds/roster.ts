import type { Education } from '@hujian/contract';
import { education } from '@hujian/contract';
import { maskSensitive, normalizeSensitive, type Sealed } from '../../../access/sealed.ts';
import { problems } from '../../../http/problem.ts';
import { initialsOf } from '../../imports/initials.ts';
import type { RegisterKind } from '../register-kind.ts';
import { sourceKeys } from '../source-key.ts';
import { presentCommon } from './present-common.ts';
import { requireOrder } from './require-code.ts';

const levels = education.options;

/** Members, applicants, activists and candidates: one row for a person in an organization. */
export const roster: RegisterKind<'roster', 'person'> = {
  register: 'roster',
  title: '党员名册',
  table: 'person',
  day: 'joined_on',
  searched: ['name', 'initials'],
  toColumns: (body, { sealed }) => {
    const identity = body.identity === undefined ? null : normalizeSensitive(body.identity);
    if (identity && !isIdentity(identity))
      throw problems.badInput([{ path: 'identity', message: '身份证号的校验位不对，请核对。' }]);
    const birthOn = body.birthOn ?? (identity ? birthOf(identity) : null);
    requireOrder(body.joinedOn, body.leftOn, 'leftOn');
    requireOrder(body.admittedOn ?? body.joinedOn, body.fullOn ?? undefined, 'fullOn');
    const identityIndex = identity ? sealed.index(identity) : null;
    return {
      name: body.name,
      initials: initialsOf(body.name),
      sex: body.sex ?? null,
      birth_on: birthOn,
      education: body.education ? levels.indexOf(body.education) + 1 : null,
      identity_cipher: identity ? sealed.seal(identity) : null,
      identity_index: identityIndex,
      phone_cipher: body.phone ? sealed.seal(body.phone) : null,
      phone_index: body.phone ? sealed.index(body.phone) : null,
      applied_on: body.appliedOn ?? null,
      activist_on: body.activistOn ?? null,
      candidate_on: body.candidateOn ?? null,
      admitted_on: body.admittedOn ?? null,
      full_on: body.fullOn ?? null,
      joined_on: body.joinedOn,
      left_on: body.leftOn ?? null,
      left_why: body.leftWhy ?? null,
      floating: body.floating ?? null,
      floating_since: body.floatingSince ?? null,
      floating_known_on: body.floatingKnownOn ?? null,
      paired: body.paired ?? null,
      lost_contact: body.lostContact,
      post_duty: body.postDuty ?? null,
      exempt_hours: body.exemptHours,
      source_key: sourceKeys.roster({ identityIndex, name: body.name, birthOn }),
    };
  },
  present: (row, showing) => ({
    register: 'roster',
    ...presentCommon(row, showing),
    name: row.name,
    sex: row.sex,
    age: row.birth_on ? ageOn(row.birth_on, showing.today) : null,
    education: educationOf(row.education),
    identityMasked: mask(showing.services.sealed, row.identity_cipher, 6),
    phoneMasked: mask(showing.services.sealed, row.phone_cipher, 3),
    appliedOn: row.applied_on,
    activistOn: row.activist_on,
    candidateOn: row.candidate_on,
    admittedOn: row.admitted_on,
    fullOn: row.full_on,
    joinedOn: row.joined_on,
    leftOn: row.left_on,
    leftWhy: row.left_why,
    floating: row.floating,
    floatingSince: row.floating_since,
    floatingKnownOn: row.floating_known_on,
    paired: row.paired,
    lostContact: row.lost_contact,
    postDuty: row.post_duty,
    exemptHours: row.exempt_hours,
  }),
};

const educationOf = (rank: number | null): Education | null =>
  rank === null ? null : (levels[rank - 1] ?? null);

function mask(sealed: Sealed, cipher: Buffer | null, keepFirst: number): string | null {
  return cipher ? maskSensitive(sealed.open(cipher), keepFirst) : null;
}

/** Completed years on a day. */
export function ageOn(birthOn: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthOn.slice(0, 4));
  return day.slice(5) < birthOn.slice(5) ? years - 1 : years;
}

/** 'YYYY-MM-DD' out of an identity number. */
const birthOf = (identity: string): string =>
  `${identity.slice(6, 10)}-${identity.slice(10, 12)}-${identity.slice(12, 14)}`;

/** GB 11643: a day that exists and the right check digit. */
function isIdentity(identity: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(identity[index]), 0);
  const birth = birthOf(identity);
  const real = new Date(`${birth}T00:00:00Z`);
  return (
    '10X98765432'[sum % 11] === identity[17] &&
    !Number.isNaN(real.getTime()) &&
    real.toISOString().startsWith(birth)
  );
}
