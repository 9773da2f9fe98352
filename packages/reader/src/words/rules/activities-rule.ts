import type { Bounds } from '../../draft/draft.ts';
import { wordsOf } from '../frame.ts';
import { ASKED } from '../lexicon/bounds.ts';
import { boundsOf } from '../quantities.ts';
import { activitiesAfter, activitiesBefore, weakCode } from '../subjects.ts';
import type { Token, TokenOf } from '../tokens.ts';
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

/** 党员大会(每季度1次)、支委会(每月1次): brackets part what 、 would join. */
function sinceBracket(tokens: TokenOf<'activity'>[], text: string): TokenOf<'activity'>[] {
  return tokens.filter((token) => !text.slice(token.end, tokens.at(-1)?.start ?? token.end).includes('('));
}

function weakActivity({ framed, q }: Place): Named | null {
  const near = (list: Token[]): Named | null => {
    for (const token of list) {
      if (token.kind !== 'activity' || !token.weak) continue;
      const code = weakCode(token, framed.clause.text);
      if (code !== '') return { codes: [code], start: token.start, end: token.end };
    }
    return null;
  };
  const { tokens } = framed.clause;
  return (
    near(tokens.filter((t) => t.start >= q.numberEnd)) ??
    near(tokens.filter((t) => t.end <= q.numberStart).reverse())
  );
}

/** other:<words>: the words that say what is done. */
export function otherActivity({ reading, framed, q }: Place): string {
  const after = wordsOf(reading, framed, q.end, framed.clause.end).replace(/^(?:以上|的|、|和)+/, '');
  const words = after.length >= 2 ? after : wordsOf(reading, framed, framed.clause.start, q.start);
  const trimmed = words.replace(/[、,。;:]+$/, '');
  return `other:${after.length >= 2 ? trimmed.slice(0, LONGEST_WORDS) : trimmed.slice(-LONGEST_WORDS)}`;
}

/** Bounds as asked: in a violation 少于4次 asks for four, and a period of two months counts sixfold in a year. */
export function askedBounds({ q, framed }: Place, period: Period | null): Bounds[] {
  const turned =
    framed.standing === 'violation' && (q.direction === 'lt' || q.direction === 'gt')
      ? ASKED[q.direction]
      : q.direction;
  const direction = framed.standing === 'violation' && turned === 'gt' ? 'ge' : turned;
  return boundsOf(q, period?.times ?? 1, direction);
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
  const known = subject?.codes ?? reading.topic.activities;
  const codes = subject || known.length === 1 ? known : [otherActivity(place)];
  const per = period?.per ?? 'once';
  const start = Math.min(q.start, own?.start ?? q.start, subject?.start ?? q.start);
  const end = Math.max(q.end, own?.end ?? q.end, subject?.end ?? q.end);
  return codes.flatMap((activity) =>
    askedBounds(place, period).map((bounds) => ({
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
  const person = framed.clause.tokens.findLast(
    (t): t is TokenOf<'person'> => t.kind === 'person' && t.end <= q.numberStart,
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
