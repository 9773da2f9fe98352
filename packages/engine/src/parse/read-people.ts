import { PEOPLE_SETS, type People, type PeopleSet, type PeopleWhere } from '../grammar/people.ts';
import type { Window } from '../grammar/window.ts';
import { Fields } from './fields.ts';
import { sayInstead } from './suggest.ts';
import { readAmount, readCode, type Terms } from './terms.ts';

/** A people set: the bare word, or `{ set, post, where }`. `window` is the check's, for new members. */
export function readPeople(fields: Fields, key: string, terms: Terms, window?: Window): People {
  const raw = fields.raw(key);
  if (raw === undefined || typeof raw === 'string') {
    const set = fields.choice(key, PEOPLE_SETS);
    if (set === 'seat') fields.fail(key, `${key} 写的是 seat，还要写职务，如 { set: seat, post: secretary }`);
    return people(set, [], [], {}, window);
  }
  const inner = new Fields(raw, fields.at(key), fields.report);
  const set = inner.choice('set', PEOPLE_SETS);
  const post = inner.has('post') ? inner.words('post') : [];
  if (set === 'seat' && post.length === 0)
    inner.fail('post', 'set: seat 要写 post（职务或职务组），如 post: secretary');
  if (set !== 'seat' && post.length > 0) inner.fail('post', `只有 set: seat 才写 post，这里的 set 是 ${set}`);
  const holds = expandPosts(inner, 'post', post, terms);
  const where = inner.has('where')
    ? readWhere(new Fields(inner.raw('where'), inner.at('where'), fields.report), terms)
    : {};
  inner.close();
  return people(set, post, holds, where, window);
}

function people(
  set: PeopleSet,
  post: readonly string[],
  holds: readonly string[],
  where: PeopleWhere,
  window?: Window,
): People {
  const posts = set === 'reserve-cadre' ? ['reserve-cadre'] : holds;
  if (set !== 'new-member') return { set, post, holds: posts, where };
  return { set, post, holds: posts, where, window: window ?? { kind: 'every', period: 'year' } };
}

/** Post groups stand for their posts. */
export function expandPosts(
  fields: Fields,
  key: string,
  posts: readonly string[],
  terms: Terms,
): readonly string[] {
  const { vocabulary } = terms;
  const holds = posts.flatMap((code) => {
    const group = vocabulary.postGroups[code];
    if (group) return group.posts;
    if (!vocabulary.posts[code]) {
      const known = [...Object.keys(vocabulary.posts), ...Object.keys(vocabulary.postGroups)];
      fields.fail(key, `词汇表里没有这个职务：${sayInstead(key, code, known)}`);
    }
    return [code];
  });
  return [...new Set(holds)].sort();
}

function readWhere(fields: Fields, terms: Terms): PeopleWhere {
  const educations = terms.vocabulary.educations;
  const education = fields.has('educationAtLeast')
    ? readCode(fields, 'educationAtLeast', educations)
    : undefined;
  const flags = ['paired', 'lostContact', 'hasPostDuty', 'noSeat', 'exemptHours'] as const;
  const amounts = ['ageAtMost', 'ageAtLeast', 'contactKnownMonths'] as const;
  const where: PeopleWhere = {
    ...Object.fromEntries(amounts.filter((k) => fields.has(k)).map((k) => [k, readAmount(fields, k, terms)])),
    ...(education ? { educationAtLeast: { code: education, rank: educations[education]?.rank ?? 0 } } : {}),
    ...(fields.has('sex') ? { sex: fields.choice('sex', ['male', 'female'] as const) } : {}),
    ...(fields.has('floating') ? { floating: fields.choice('floating', ['out', 'in'] as const) } : {}),
    ...Object.fromEntries(flags.filter((k) => fields.has(k)).map((k) => [k, fields.flag(k) ?? true])),
  };
  fields.close();
  return where;
}
