import type { Kind } from '@hujian/reader';

/** A set of persons as a rule writes it, and the form of organization that the words narrow it to. */
export interface PeopleSource {
  people: string | { set: string; post?: string; where?: Record<string, unknown> };
  form?: string[];
}

const SETS: Readonly<Record<string, string>> = {
  'member-full': 'full-member',
  'member-probationary': 'probationary',
  'floating-member': 'floating-member',
  'new-member': 'new-member',
  'reserve-cadre': 'reserve-cadre',
  candidate: 'candidate',
  activist: 'activist',
  applicant: 'applicant',
  member: 'member',
};
const POSTS: Readonly<Record<string, string>> = {
  'deputy-secretary-full-time': 'full-time-deputy',
  'deputy-secretary': 'deputy-secretary',
  'committee-member-discipline': 'discipline-member',
  'committee-member-organisation': 'organisation-member',
  'committee-member-part-time': 'part-time-member',
  'committee-member': 'committee',
  'party-worker-full-time': 'party-affairs-worker',
  'party-worker': 'party-affairs-worker',
  'group-leader': 'group-leader',
  secretary: 'secretary',
};
/** Sets of members that the roster does not tell apart. */
const UNKNOWN = [
  'member-retired',
  'member-in-post',
  'member-leading',
  'member-teacher',
  'member-worker',
  'member-student',
  'member-voting',
  'member-attending',
];
const EDUCATIONS = ['high-school', 'college', 'bachelor', 'graduate'];

/** The reader's code for persons as a set of the rules; null where roster and posts do not know them. */
export function peopleSource(code: string, words: string, kind: Kind | null): PeopleSource | null {
  if (UNKNOWN.some((one) => code === one || code.startsWith(`${one}-`))) return null;
  const bases = [...Object.keys(SETS), ...Object.keys(POSTS), 'cadre'].sort((a, b) => b.length - a.length);
  const base = bases.find((one) => code === one || code.startsWith(`${one}-`));
  if (base === undefined) return null;
  const narrowed = narrow(code.slice(base.length));
  if (narrowed === null) return null;
  const { where, form } = narrowed;
  const post = base === 'cadre' ? cadres(words, kind) : POSTS[base];
  const set = post === undefined ? SETS[base] : 'seat';
  if (set === undefined || (base === 'cadre' && post === undefined)) return null;
  const bare = Object.keys(where).length === 0;
  const people =
    bare && post === undefined ? set : { set, ...(post ? { post } : {}), ...(bare ? {} : { where }) };
  return { people, ...(form ? { form } : {}) };
}

/** 村干部 and 两委 sit in villages and communities; elsewhere 干部 is nobody that the posts name. */
function cadres(words: string, kind: Kind | null): string | undefined {
  if (/两委|班子/.test(words.replace(/["“”]/g, ''))) return 'two-committees';
  return kind === null || kind === 'rural' || kind === 'community' ? 'cadres' : undefined;
}

interface Narrowed {
  where: Record<string, unknown>;
  form?: string[];
}

/** `-to-40`, `-high-school`, `-female`, `-branch`; null for what no register holds. */
function narrow(suffix: string): Narrowed | null {
  let rest = suffix;
  const narrowed: Narrowed = { where: {} };
  while (rest !== '') {
    const age = /^-(to|from)-(\d+)/.exec(rest);
    const education = EDUCATIONS.find((one) => rest.startsWith(`-${one}`));
    if (age) narrowed.where[age[1] === 'to' ? 'ageAtMost' : 'ageAtLeast'] = Number(age[2]);
    else if (education) narrowed.where.educationAtLeast = education;
    else if (rest.startsWith('-female')) narrowed.where.sex = 'female';
    else if (rest === '-general-branch') return { ...narrowed, form: ['general-branch', 'committee'] };
    else if (rest === '-branch') return { ...narrowed, form: ['branch'] };
    else return null;
    rest = rest.slice(age ? age[0].length : education ? education.length + 1 : '-female'.length);
  }
  return narrowed;
}

export const sameSet = (a: PeopleSource, b: PeopleSource): boolean => key(a) === key(b);
const key = ({ people }: PeopleSource): string =>
  typeof people === 'string' ? people : [people.set, people.post].filter(Boolean).join(' ');
