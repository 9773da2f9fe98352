import type { Bounds } from '../../draft/draft.ts';
import { type Framed, type Reading, wordsOf } from '../frame.ts';
import { GENERAL_ACTS } from '../lexicon/activities.ts';
import { ASKED } from '../lexicon/bounds.ts';
import { PEOPLE } from '../lexicon/people.ts';
import { boundsOf } from '../quantities.ts';
import { activitiesAfter, activitiesBefore, weakCode } from '../subjects.ts';
import type { Token, TokenOf } from '../tokens.ts';
import { momentsOf } from './moments.ts';
import { partsOf } from './parts.ts';
import { inheritedPeriod, ownPeriod, type Period } from './period-of.ts';
import type { Found, Place } from './rule.ts';

const LONGEST_WORDS = 16;

/** The activities that a count is about, and the stretch of words that names them. */
interface Named {
  codes: string[];
  start: number;
  end: number;
}

/** What a count of times is about, in the contract's codes: named after it, before it, or by a verb beside it. */
export function activityCodes(place: Place): Named | null {
  const { framed, q, reading } = place;
  const { tokens, aside, host } = framed.clause;
  const text = reading.laid.folded.text;
  const paired = pairedActivity(place);
  if (paired) return named([paired]);
  const from = tokens.findIndex((token) => token.start >= q.numberEnd);
  const until = tokens.findIndex((token) => token.start >= q.numberStart);
  const after = from < 0 ? [] : activitiesAfter(tokens, from, text);
  if (after.length > 0) return named(after);
  const before = activitiesBefore(tokens, until < 0 ? tokens.length : until, text);
  if (before.length > 0) return named(before);
  const hosted = aside ? sinceBracket(activitiesBefore(host, host.length, text), text) : [];
  if (hosted.length > 0) return named(hosted);
  return weakActivity(place);
}

const named = (tokens: readonly TokenOf<'activity'>[]): Named => ({
  codes: [...new Set(tokens.map((token) => token.code))],
  start: tokens[0]?.start ?? 0,
  end: tokens.at(-1)?.end ?? 0,
});

/** 党员大会、支委会分别每季度、每月1次: the periods go with the names in their order. */
export function pairedWith(reading: Reading, framed: Framed, period: Period): string | null {
  const text = reading.laid.folded.text;
  const { tokens } = framed.clause;
  const at = tokens.findIndex((token) => token.kind === 'each' && text.startsWith('分别', token.start));
  if (at < 0) return null;
  const names = activitiesBefore(tokens, at, text);
  const periods = framed.periods.filter((other) => other.start > (tokens[at]?.start ?? 0));
  return periods.length > 1 && names.length === periods.length
    ? (names[periods.indexOf(period)]?.code ?? null)
    : null;
}

/** 党员大会、支委会分别每季度1次、每月1次: the counts go with the names in their order. */
function pairedActivity({ framed, q, reading }: Place): TokenOf<'activity'> | null {
  const text = reading.laid.folded.text;
  const { tokens } = framed.clause;
  const at = tokens.findIndex((token) => token.kind === 'each' && text.startsWith('分别', token.start));
  const from = tokens[at]?.end;
  if (from === undefined || from > q.numberStart) return null;
  const names = activitiesBefore(tokens, at, text);
  const counts = framed.quantities.filter(
    (other) => other.unit?.kind === 'times' && other.numberStart >= from,
  );
  return counts.length > 1 && names.length === counts.length ? (names[counts.indexOf(q)] ?? null) : null;
}

/** 党员大会(每季度1次)、支委会(每月1次): brackets part what 、 would join. */
function sinceBracket(tokens: TokenOf<'activity'>[], text: string): TokenOf<'activity'>[] {
  return tokens.filter((token) => !text.slice(token.end, tokens.at(-1)?.start ?? token.end).includes('('));
}

function weakActivity(place: Place): Named | null {
  const { reading, framed, sentence, at, q } = place;
  const before =
    reading.topic.title +
    reading.topic.said +
    sentence.clauses
      .slice(Math.max(0, at - 3), at)
      .map((other) => other.clause.text)
      .join('');
  const near = (list: Token[]): Named | null => {
    for (const token of list) {
      if (token.kind !== 'activity' || !token.weak) continue;
      const code = weakCode(token, framed.clause.text, before) || weakCode(token, before);
      if (code !== '') return { codes: [code], start: token.start, end: token.end };
    }
    return null;
  };
  const { tokens } = framed.clause;
  return (
    near(tokens.filter((t) => t.start >= q.numberEnd)) ??
    near(tokens.filter((t) => t.end <= q.numberStart).reverse()) ??
    bareVerb(place)
  );
}

/** 每年至少谈一次, 班子成员各讲一次: the verb alone, where its noun has been said. */
function bareVerb({ reading, framed, q }: Place): Named | null {
  const before = wordsOf(reading, framed, framed.clause.start, q.numberStart);
  const span = { start: q.start, end: q.end };
  if (/谈(?:至少|不少于)?$/.test(before)) return { codes: ['talk'], ...span };
  const lectures = reading.topic.activities.length === 1 && reading.topic.activities[0] === 'party-lecture';
  return lectures && /(?<![宣演])讲授?|授课/.test(framed.clause.text)
    ? { codes: ['party-lecture'], ...span }
    : null;
}

const FUNCTION_WORDS =
  /至少|一般|原则上|应当|必须|每次|之间|相互|双方|互相|其中|其他|其余|另外|以上|左右|累计|普遍|人均|平均|次数|时间|活动|固定|确定|选定|本人|相对|每名|每个|每人|每位|主讲|安排|由|有|应|须|要|均|各|再|也|讲|上|到|的|和|[、\s]/g;
const KNOWN = new Set<Token['kind']>([
  'person',
  'period',
  'before',
  'after',
  'number',
  'each',
  'join',
  'list',
]);

/** The words of a clause that no part of the grammar has taken up: what is done, if anything new is. */
function ownWords({ reading, framed, q }: Place): string {
  const { tokens, start: from, end: until } = framed.clause;
  const lastList = tokens.findLast((token) => token.kind === 'list' && token.end <= q.start);
  const nextList = tokens.find((token) => token.kind === 'list' && token.start >= q.end);
  let at = lastList?.end ?? from;
  let out = '';
  const end = nextList?.start ?? until;
  for (const token of tokens) {
    if (token.start < at || token.end > end) continue;
    const word = reading.laid.folded.text.slice(token.start, token.end);
    if (!KNOWN.has(token.kind) && !GENERAL_ACTS.has(word)) continue;
    out += wordsOf(reading, framed, at, token.start);
    at = token.end;
  }
  return out + wordsOf(reading, framed, at, end);
}

/** Whether the clause says nothing new of what is done: 其他委员不少于1次, 其中由书记主讲的不少于1次. */
function isFunction(place: Place): boolean {
  const own = ownWords(place);
  return own.replace(FUNCTION_WORDS, '').length < (own.startsWith('其中') ? 5 : 2);
}

/** What the talk is about where the clause itself does not say: the activity named last, or the clause before. */
function spokenOf(place: Place): string[] {
  const { topic } = place.reading;
  if (topic.joint.length > 1) return topic.joint;
  if (topic.activities.length === 1) return topic.activities;
  if (topic.verb) return [topic.verb];
  const before = place.sentence.clauses[place.at - 1]?.clause.text ?? '';
  const words = before.slice(-LONGEST_WORDS);
  return [words.length > 1 ? `other:${words}` : otherActivity(place)];
}

/** Where the words of what is done end: at the next list item or count. */
function toldUntil({ framed, q }: Place): number {
  const { tokens, end } = framed.clause;
  return (
    tokens.find((token) => token.start >= q.end && (token.kind === 'list' || token.kind === 'number'))
      ?.start ?? end
  );
}

/** 至少交流发言1次: what stands between the bound and its number. */
function unbound({ reading, framed, q }: Place): string {
  const bound = framed.clause.tokens.find((token) => token.kind === 'before' && token.start === q.start);
  return bound ? wordsOf(reading, framed, bound.end, q.numberStart) : '';
}

/** other:<words>: the words that say what is done. */
export function otherActivity(place: Place): string {
  const { reading, framed, q } = place;
  const { tokens, start } = framed.clause;
  const period = framed.periods.findLast((token) => token.end <= q.start);
  const list = tokens.findLast((token) => token.end <= q.start && token.kind === 'list');
  const from = Math.max(list?.end ?? start, period?.end ?? start);
  const plain = (words: string): string =>
    words.replace(/^(?:至少|应当?|须|一般|要|的|和|其中|对)+/, '').replace(GENERAL_FIRST, '');
  let told =
    plain(wordsOf(reading, framed, from, q.start) + unbound(place)) +
    wordsOf(reading, framed, q.end, toldUntil(place));
  if (told.length < 4 && period && period.start > (list?.end ?? start)) {
    told = plain(wordsOf(reading, framed, list?.end ?? start, period.start)) + told;
  }
  const words = plain(told).replace(/^[的、和]+|[、,。;:]+$/g, '');
  return `other:${words === '' ? '活动' : words.slice(0, LONGEST_WORDS)}`;
}

const GENERAL_FIRST = /^(?:召开|开展|组织(?![生关体])|举办|举行|进行|参加|参与|安排)(?=.{2})/;

/** Bounds as asked: in a violation 少于4次 asks for four, and a period of two months counts sixfold in a year. */
export function askedBounds({ q, framed }: Place, period: Period | null, moments = 1): Bounds[] {
  const turned =
    framed.standing === 'violation' && (q.direction === 'lt' || q.direction === 'gt')
      ? ASKED[q.direction]
      : q.direction;
  const direction = framed.standing === 'violation' && turned === 'gt' ? 'ge' : turned;
  return boundsOf(q, (period?.times ?? 1) * moments, direction);
}

/** 研究党建、意识形态工作各2次: each thing of the list has the count, though only one of them has a name of ours. */
function listedActivities(place: Place, subject: Named | null): string[] | null {
  const { framed, reading, q } = place;
  const parts = partsOf(place);
  if (parts.length < 2 || parts.length === subject?.codes.length) return null;
  const { text } = reading.laid.folded;
  const names = framed.clause.tokens.filter(
    (token): token is TokenOf<'activity'> => token.kind === 'activity' && token.end <= q.numberStart,
  );
  const codes = parts.map((part) => {
    const name = names.findLast((token) => part.includes(text.slice(token.start, token.end)));
    return (name && weakCode(name, part)) || `other:${part.slice(-LONGEST_WORDS)}`;
  });
  const told = parts.every((part) => !PEOPLE.has(part) && !/[年月季日期\d]$/.test(part));
  return told && codes.some((code) => !code.startsWith('other:')) ? codes : null;
}

/** 每季度召开1次: a count of times in a period. */
export function activitiesRule(place: Place): Found[] {
  const { framed, sentence, at, q, reading } = place;
  const own = ownPeriod(framed, q);
  const violation = framed.standing === 'violation';
  const period = own ?? (violation ? null : inheritedPeriod(sentence, at, reading.topic));
  if (period && (period.per === null || period.per === 'once')) return [];
  const subject = activityCodes(place);
  if (!period && (violation || !countsOnce(place, subject !== null))) return [];
  const goesOn = !subject && isFunction(place);
  const matched = own ? pairedWith(reading, framed, own) : null;
  const listed = matched ? [matched] : listedActivities(place, subject);
  const codes = listed ?? subject?.codes ?? (goesOn ? spokenOf(place) : [otherActivity(place)]);
  const per = period?.per ?? 'once';
  const start = Math.min(q.start, own?.start ?? q.start, subject?.start ?? q.start);
  const told = subject || goesOn ? q.end : Math.min(toldUntil(place), q.end + LONGEST_WORDS);
  const end = Math.max(q.end, own?.end ?? q.end, subject?.end ?? q.end, told);
  return codes.flatMap((activity) =>
    askedBounds(place, period, momentsOf(place, period)).map((bounds) => ({
      check: { measure: 'activities' as const, activity, per, ...bounds },
      start,
      end,
    })),
  );
}

/** A count without any period is a demand only where it is bounded, or in figures beside an activity's name. */
function countsOnce({ q, framed }: Place, named: boolean): boolean {
  if (/累计|连续|无故|超过\d+次/.test(framed.clause.text)) return false;
  return q.direction === 'ge' || (q.figures && q.direction === null && named);
}

/** 党员每年学习不少于24学时; a length of one meeting counts once. */
export function hoursRule(place: Place): Found[] {
  const { framed, sentence, at, q, reading } = place;
  const own = ownPeriod(framed, q);
  const violation = framed.standing === 'violation';
  const period = own ?? (violation ? null : inheritedPeriod(sentence, at, reading.topic));
  const learned =
    q.unit?.factor === 1 && /学时|课时/.test(wordsOf(reading, framed, q.numberStart, q.numberEnd));
  if (period?.per === null) return [];
  if (!period && (violation || (!learned && q.direction !== 'ge'))) return [];
  if (q.direction === 'le' || (q.direction === 'lt' && !violation)) return [];
  const text = reading.laid.folded.text;
  const person = framed.clause.tokens.findLast(
    (t): t is TokenOf<'person'> =>
      t.kind === 'person' && t.end <= q.numberStart && !/[给为向对与]/.test(text.charAt(t.start - 1)),
  );
  const who = person?.code ?? reading.topic.person ?? 'member';
  const per = period?.per ?? (learned ? 'year' : 'once');
  const factor = (q.unit?.factor ?? 1) * (period?.times ?? 1);
  const turned = violation && q.direction === 'lt' ? 'ge' : q.direction;
  return boundsOf(q, factor, turned).map((bounds) => ({
    check: { measure: 'hours' as const, who, per, ...bounds },
    start: Math.min(q.start, own?.start ?? q.start),
    end: q.end,
  }));
}
