import { GRADES, type HoursOnly, type Only } from '../grammar/check.ts';
import { Fields } from './fields.ts';
import { expandPosts } from './read-people.ts';
import { readAmount, readCode, readCodes, type Terms } from './terms.ts';

/** Filters of the `activities` measure. */
export function readOnly(fields: Fields, terms: Terms): Only {
  if (!fields.has('only')) return {};
  const { vocabulary } = terms;
  const inner = new Fields(fields.raw('only'), fields.at('only'), fields.report);
  const only: Only = {
    ...(inner.has('theme') ? { theme: inner.text('theme') } : {}),
    ...(inner.has('tag') ? { tag: readCode(inner, 'tag', vocabulary.tags) } : {}),
    ...(inner.has('stages') ? { stages: readCodes(inner, 'stages', vocabulary.stages) } : {}),
    ...(inner.has('grade') ? { grade: inner.choice('grade', GRADES) } : {}),
    ...(inner.has('concentrated') ? { concentrated: inner.flag('concentrated') ?? true } : {}),
    ...(inner.has('months') ? { months: readMonths(inner) } : {}),
    ...(inner.has('fixedDay') ? { fixedDay: inner.number('fixedDay') } : {}),
    ...(inner.has('complete') ? { complete: inner.flag('complete') ?? true } : {}),
    ...(inner.has('minAttendance') ? { minAttendance: readAmount(inner, 'minAttendance', terms) } : {}),
    ...(inner.has('host') ? { host: readHolder(inner, 'host', terms) } : {}),
    ...(inner.has('attendedBy') ? { attendedBy: readHolder(inner, 'attendedBy', terms) } : {}),
  };
  inner.close();
  refuseMixture(inner, only);
  return only;
}

function readHolder(fields: Fields, key: string, terms: Terms): { post: string; holds: readonly string[] } {
  const written = fields.text(key);
  const post = written === 'committee-member' && !terms.vocabulary.posts[written] ? 'committee' : written;
  return { post, holds: expandPosts(fields, key, [post], terms) };
}

function readMonths(fields: Fields): readonly number[] {
  const value = fields.raw('months');
  const isMonth = (m: unknown): m is number =>
    typeof m === 'number' && Number.isInteger(m) && m >= 1 && m <= 12;
  if (Array.isArray(value) && value.length > 0 && value.every(isMonth))
    return [...value].sort((a, b) => a - b);
  fields.fail('months', `months 应当是月份的列表，如 [6, 7, 12]，写的是 ${JSON.stringify(value)}`);
  return [];
}

function refuseMixture(fields: Fields, only: Only): void {
  if (!only.attendedBy) return;
  const mixed = (['theme', 'tag', 'stages', 'fixedDay', 'complete', 'minAttendance', 'host'] as const).filter(
    (key) => only[key] !== undefined,
  );
  if (mixed.length > 0) {
    fields.fail(
      'attendedBy',
      `attendedBy 数的是参加记录，不能同时写 ${mixed.join('、')}；可与 grade、concentrated、months 同用`,
    );
  }
}

/** Filters of the `hours` measure. */
export function readHoursOnly(fields: Fields, terms: Terms): HoursOnly {
  if (!fields.has('only')) return {};
  const inner = new Fields(fields.raw('only'), fields.at('only'), fields.report);
  const only: HoursOnly = {
    ...(inner.has('grade') ? { grade: inner.choice('grade', GRADES) } : {}),
    ...(inner.has('concentrated') ? { concentrated: inner.flag('concentrated') ?? true } : {}),
    ...(inner.has('activity')
      ? { activities: readCodes(inner, 'activity', terms.vocabulary.activities) }
      : {}),
  };
  inner.close();
  return only;
}
