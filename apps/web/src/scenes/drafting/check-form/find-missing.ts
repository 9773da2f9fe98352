import { boundWords } from './bounds-field.tsx';
import type { FieldError } from './field.tsx';
import { isMeasure, type MeasureName } from './measure-fields.tsx';
import { codesAt, isSource, type Source } from './source.ts';
import { words } from './words.ts';

const hasBound = (source: Source): boolean =>
  boundWords.some((word) => source[word] !== undefined && source[word] !== null);

type Asked = [path: string, message: string, given: (source: Source) => boolean];

const filled = (key: string) => (source: Source) => source[key] !== undefined && source[key] !== null;
const bound: Asked = ['bound', words.needed.bound, hasBound];
const window: Asked = ['window', words.needed.window, filled('window')];
const who: Asked = ['who', words.needed.who, filled('who')];

const asked: Record<MeasureName, readonly Asked[]> = {
  activities: [['activity', words.needed.activity, filled('activity')], window, bound],
  hours: [who, bound],
  headcount: [who, bound],
  share: [
    ['who', words.needed.who, (s) => 'figures' in s || 'activities' in s || filled('who')(s)],
    ['among', words.needed.among, (s) => 'figures' in s || 'activities' in s || filled('among')(s)],
    bound,
  ],
  figure: [
    ['figure', words.needed.figure, (s) => 'anyOf' in s || filled('figure')(s)],
    ['bound', words.needed.bound, (s) => 'anyOf' in s || 'compare' in s || hasBound(s)],
  ],
  document: [['document', words.needed.document, (s) => codesAt(s, 'documents', 'document').length > 0]],
  event: [['event', words.needed.event, (s) => codesAt(s, 'events', 'event').length > 0], window],
  poll: [['about', words.needed.about, filled('about')], bound],
  'on-site': [['look', words.needed.look, filled('look')]],
};

/** What the form still asks for, in its own words, before the server is asked what the check means. */
export function findMissing(source: Source): FieldError[] {
  if (!isMeasure(source.measure)) return [{ path: 'measure', message: words.needed.measure }];
  const missing = asked[source.measure]
    .filter(([, , given]) => !given(source))
    .map(([path, message]) => ({ path, message }));
  const posts = (['who', 'among'] as const)
    .filter((key) => {
      const people = source[key];
      return people === 'seat' || (isSource(people) && people.set === 'seat' && !('post' in people));
    })
    .map((key) => ({ path: `${key}-post`, message: words.needed.post }));
  const begun = (['moves', 'only', 'who', 'among', 'figures', 'activities', 'when', 'anyOf'] as const)
    .filter((key) => hasNull(source[key]) || !testsAreWhole(key, source[key]))
    .map((key) => ({ path: key, message: key === 'moves' ? words.needed.moves : words.needed.rest }));
  return [...missing, ...posts, ...begun];
}

/** Something that was chosen and not filled in. */
function hasNull(value: unknown): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) return value.some(hasNull);
  return isSource(value) && Object.values(value).some(hasNull);
}

/** Numbers and headcounts among the conditions, and each of several numbers, need what they are held against. */
function testsAreWhole(key: string, value: unknown): boolean {
  if (key !== 'when' && key !== 'anyOf') return true;
  const tests = (Array.isArray(value) ? value : [value]).filter(isSource);
  return tests.every(
    (test) => !('figure' in test || 'headcount' in test) || 'compare' in test || hasBound(test),
  );
}

/** Bounds and conditions that were begun and left empty are not sent. */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isSource(value)) return value;
  const kept = Object.entries(value)
    .filter(([, one]) => one !== null && one !== undefined && one !== '')
    .map(([key, one]) => [key, withoutEmpty(one)] as const)
    .filter(([, one]) => !isSource(one) || Object.keys(one).length > 0);
  return Object.fromEntries(kept);
}
