import { BOUND_WORDS, type BoundWord } from '../grammar/bound.ts';
import type { Check, CheckCommon, Counted, FigureTest, Measure, ShareOf } from '../grammar/check.ts';
import type { Fields } from './fields.ts';
import { Fields as Inner } from './fields.ts';
import { readBounds } from './read-bounds.ts';
import { readHoursOnly, readOnly } from './read-only.ts';
import { expandPosts, readPeople } from './read-people.ts';
import { readWindow } from './read-window.ts';
import { readAmount, readCode, readCodes, type Terms } from './terms.ts';

type Read = (common: CheckCommon, fields: Fields, terms: Terms, item: string) => Check;

/** A new measure does not compile until it can be read. */
const READERS = {
  activities: readActivities,
  hours: readHours,
  headcount: readHeadcount,
  share: readShare,
  figure: readFigure,
  document: readDocument,
  'on-site': readOnSite,
  poll: readPoll,
  event: readEvent,
} satisfies Record<Measure, Read>;

export function readMeasure(
  measure: Measure,
  common: CheckCommon,
  fields: Fields,
  terms: Terms,
  item: string,
): Check {
  return READERS[measure](common, fields, terms, item);
}

function readCounted(fields: Fields, terms: Terms): Counted {
  const activities = readCodes(fields, 'activity', terms.vocabulary.activities);
  const only = readOnly(fields, terms);
  const registers = activities.map((code) => terms.vocabulary.activities[code]?.register ?? 'activities');
  if (only.host || only.attendedBy) registers.push('posts');
  return { activities, only, registers: [...new Set(registers)].sort() };
}

function readActivities(common: CheckCommon, fields: Fields, terms: Terms): Check {
  const counted = readCounted(fields, terms);
  const window = readWindow(fields, terms);
  if (window.kind === 'now')
    fields.fail('window', '活动发生在一段时间里，window 不能写 now，可写 { rolling: 12, unit: month }');
  const each = fields.has('each') ? fields.choice('each', ['group', 'committee-member'] as const) : undefined;
  const distinct = fields.has('distinct')
    ? fields.choice('distinct', ['way', 'title', 'theme'] as const)
    : undefined;
  if (counted.only.attendedBy && (each || distinct)) {
    fields.fail('only', 'attendedBy 数的是参加记录，不能与 each、distinct 同用');
  }
  if (counted.only.fixedDay !== undefined && (each || distinct)) {
    fields.fail('only', 'fixedDay 不能与 each、distinct 同用');
  }
  return {
    ...common,
    measure: 'activities',
    ...counted,
    window,
    bounds: readBounds(fields, terms),
    ...(each ? { each } : {}),
    ...(each === 'committee-member' ? { holds: expandPosts(fields, 'each', ['committee'], terms) } : {}),
    ...(distinct ? { distinct } : {}),
  };
}

function readHours(common: CheckCommon, fields: Fields, terms: Terms): Check {
  const window = readWindow(fields, terms, { kind: 'every', period: 'year' });
  if (window.kind !== 'every' || window.period !== 'year')
    fields.fail('window', '学时按年算，window 只能写 year');
  const who = readPeople(fields, 'who', terms);
  if (who.set === 'new-member') fields.fail('who', '当年入党的人不考核全年学时，who 不能写 new-member');
  return {
    ...common,
    measure: 'hours',
    who,
    bounds: readBounds(fields, terms),
    reach: fields.has('share') ? readAmount(fields, 'share', terms) : 1,
    only: readHoursOnly(fields, terms),
  };
}

function readHeadcount(common: CheckCommon, fields: Fields, terms: Terms): Check {
  const window = fields.has('window') ? readWindow(fields, terms) : undefined;
  const who = readPeople(fields, 'who', terms, window);
  refuseIdleWindow(fields, window, who.set === 'new-member');
  return {
    ...common,
    measure: 'headcount',
    who,
    bounds: readBounds(fields, terms),
    ...(fields.has('orFigure') ? { orFigure: readCode(fields, 'orFigure', terms.vocabulary.figures) } : {}),
  };
}

function refuseIdleWindow(fields: Fields, window: { kind: string } | undefined, used: boolean): void {
  if (window && window.kind !== 'now' && !used) {
    fields.fail('window', '人数按考核当天算，window 只对 new-member（新发展党员）有意义，请去掉或写 now');
  }
  if (window?.kind === 'now' && used)
    fields.fail('window', 'new-member（新发展党员）要写时间范围，如 year 或 { rolling: 24, unit: month }');
}

function readShare(common: CheckCommon, fields: Fields, terms: Terms): Check {
  return { ...common, measure: 'share', of: readShareOf(fields, terms), bounds: readBounds(fields, terms) };
}

function readShareOf(fields: Fields, terms: Terms): ShareOf {
  if (fields.has('figures')) {
    const inner = new Inner(fields.raw('figures'), fields.at('figures'), fields.report);
    const part = readCode(inner, 'part', terms.vocabulary.figures);
    const whole = readCode(inner, 'whole', terms.vocabulary.figures);
    inner.close();
    const valid = fields.has('validMonths') ? { validMonths: readAmount(fields, 'validMonths', terms) } : {};
    return { kind: 'figures', part, whole, ...valid };
  }
  if (fields.has('activities')) {
    const inner = new Inner(fields.raw('activities'), fields.at('activities'), fields.report);
    const part = new Inner(inner.raw('part'), inner.at('part'), fields.report);
    const whole = new Inner(inner.raw('whole'), inner.at('whole'), fields.report);
    const of: ShareOf = {
      kind: 'activities',
      part: readCounted(part, terms),
      whole: readCounted(whole, terms),
      window: readWindow(fields, terms),
    };
    for (const one of [part, whole, inner]) one.close();
    if (of.window.kind === 'now') fields.fail('window', '活动的占比要写时间范围，如 year');
    for (const one of [of.part, of.whole]) {
      if (one.only.fixedDay !== undefined) fields.fail('activities', '活动的占比里不能写 fixedDay');
    }
    return of;
  }
  if (!fields.has('who') || !fields.has('among')) {
    fields.report.add(
      fields.place,
      'share 要写 who 和 among（人数之比）、figures: { part, whole }（数据之比）或 activities: { part, whole }（活动之比）',
    );
  }
  const window = fields.has('window') ? readWindow(fields, terms) : undefined;
  const who = readPeople(fields, 'who', terms, window);
  const among = readPeople(fields, 'among', terms, window);
  const fresh = [who, among].filter((p) => p.set === 'new-member').length;
  if (fresh === 1) fields.fail('who', 'new-member 只能与 new-member 相比（who 与 among 都写 new-member）');
  refuseIdleWindow(fields, window, fresh > 0);
  return { kind: 'people', who, among };
}

function readFigure(common: CheckCommon, fields: Fields, terms: Terms): Check {
  const anyOf = fields.has('anyOf')
    ? fields.list('anyOf', (raw, place) => {
        const inner = new Inner(raw, place, fields.report);
        const test = readTest(inner, terms);
        inner.close();
        return test;
      })
    : [readTest(fields, terms)];
  return { ...common, measure: 'figure', anyOf };
}

function readTest(fields: Fields, terms: Terms): FigureTest {
  const figure = readCode(fields, 'figure', terms.vocabulary.figures);
  const years = fields.has('years') ? fields.number('years') : undefined;
  if (years !== undefined && (!Number.isInteger(years) || years < 1))
    fields.fail('years', 'years 应当是 1 以上的整数');
  const validMonths = fields.has('validMonths') ? readAmount(fields, 'validMonths', terms) : undefined;
  const rest = { ...(years ? { years } : {}), ...(validMonths === undefined ? {} : { validMonths }) };
  if (!fields.has('compare')) return { figure, bounds: readBounds(fields, terms), ...rest };
  return { figure, bounds: [], ...rest, compare: readCompare(fields, figure, terms) };
}

function readCompare(fields: Fields, figure: string, terms: Terms): NonNullable<FigureTest['compare']> {
  const words = BOUND_WORDS.filter((word) => fields.has(word));
  const word: BoundWord = words[0] ?? 'moreThan';
  if (words.length !== 1 || fields.raw(word) !== 'compare') {
    fields.fail(
      'compare',
      '与另一个数比较时，界限写成 moreThan: compare（或 atLeast、atMost、lessThan），只写一个',
    );
  }
  const inner = new Inner(fields.raw('compare'), fields.at('compare'), fields.report);
  const compare = {
    word,
    figure: inner.has('figure') ? readCode(inner, 'figure', terms.vocabulary.figures) : figure,
    of: inner.choice('of', ['self', 'superior'] as const),
    yearsAgo: inner.has('yearsAgo') ? inner.number('yearsAgo') : 0,
  };
  if (compare.of === 'self' && compare.yearsAgo === 0 && compare.figure === figure) {
    inner.fail('yearsAgo', '与自己的同一个数比较，要写 yearsAgo（几年前），如 yearsAgo: 1');
  }
  inner.close();
  return compare;
}

function readDocument(common: CheckCommon, fields: Fields, terms: Terms): Check {
  const key = fields.has('documents') ? 'documents' : 'document';
  if (fields.has('documents') && fields.has('document'))
    fields.fail('document', 'document 与 documents 只写一个');
  return {
    ...common,
    measure: 'document',
    documents: readCodes(fields, key, terms.vocabulary.documents),
    of: fields.choice('of', ['year', 'now'] as const, 'now'),
  };
}

function readOnSite(common: CheckCommon, fields: Fields, terms: Terms, item: string): Check {
  return {
    ...common,
    measure: 'on-site',
    look: fields.text('look'),
    key: `${terms.standard}/${item}/${common.id}`,
    bounds: readBounds(fields, terms, [{ word: 'atLeast', value: 60 }]),
    validMonths: fields.has('validMonths') ? readAmount(fields, 'validMonths', terms) : 12,
  };
}

function readPoll(common: CheckCommon, fields: Fields, terms: Terms): Check {
  return {
    ...common,
    measure: 'poll',
    about: readCode(fields, 'about', terms.vocabulary.polls),
    answer: fields.choice('answer', ['satisfied', 'dissatisfied'] as const),
    withBasically:
      fields.has('satisfiedIncludes') &&
      fields.choice('satisfiedIncludes', ['basically'] as const) === 'basically',
    bounds: readBounds(fields, terms),
    validMonths: fields.has('validMonths') ? readAmount(fields, 'validMonths', terms) : 12,
  };
}

function readEvent(common: CheckCommon, fields: Fields, terms: Terms): Check {
  const key = fields.has('events') ? 'events' : 'event';
  return {
    ...common,
    measure: 'event',
    events: readCodes(fields, key, terms.vocabulary.events),
    window: readWindow(fields, terms),
    bounds: readBounds(fields, terms, [{ word: 'atMost', value: 0 }]),
  };
}
