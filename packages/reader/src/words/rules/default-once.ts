import type { Bounds } from '../../draft/draft.ts';
import type { Framed, FramedSentence, Reading } from '../frame.ts';
import { wordsOf } from '../frame.ts';
import { isFailure } from '../idle.ts';
import { GENERAL_ACTS } from '../lexicon/activities.ts';
import { boundsOf } from '../quantities.ts';
import { activitiesAfter, activitiesBefore, isCircumstance, weakCode } from '../subjects.ts';
import type { Token, TokenOf } from '../tokens.ts';
import { activityCodes, otherActivity, pairedWith } from './activities-rule.ts';
import { ownPeriod, type Period } from './period-of.ts';
import type { Found } from './rule.ts';

const STATE =
  /增长|增加|提高|提升|稳步|保持|均为|列入|纳入|预算|投入|划拨|安排在|不断|逐步|递增|达标|不低于|用于|收入|位居|名列|被评为/;

const LONGEST_WORDS = 16;
/** How many clauses on a count may follow its period. */
const REACH = 6;

interface Evidence {
  codes: string[];
  strong: boolean;
  start: number;
  end: number;
}

const named = (tokens: readonly TokenOf<'activity'>[]): Evidence => ({
  codes: [...new Set(tokens.map((token) => token.code))],
  strong: true,
  start: tokens[0]?.start ?? 0,
  end: tokens.at(-1)?.end ?? 0,
});

const holdsNothing = (token: Token): boolean =>
  token.kind === 'number' &&
  (token.number.unit === null ||
    ['date', 'age', 'none', 'points', 'percentage-points'].includes(token.number.unit.kind)) &&
  token.number.form === 'plain';

/** The tokens between a period and the next period or counted number. */
function rightOf(reading: Reading, framed: Framed, period: Period): { tokens: Token[]; stop: Token | null } {
  const tokens: Token[] = [];
  for (const token of framed.clause.tokens) {
    if (token.start < period.end || isLoose(framed, token)) continue;
    const counts = token.kind === 'number' && !holdsNothing(token) && !fails(reading, framed, token);
    if (token.kind === 'period' || counts) return { tokens, stop: token };
    if (token.kind !== 'number') tokens.push(token);
  }
  return { tokens, stop: null };
}

/** 每月最后一个星期五: a week that holds no count of its own. */
function isLoose(framed: Framed, token: Token): boolean {
  if (token.kind !== 'period' || token.strong) return false;
  return !framed.quantities.some((q) => q.unit?.kind === 'times' && ownPeriod(framed, q) === token);
}

function fails(reading: Reading, framed: Framed, token: TokenOf<'number'>): boolean {
  const q = framed.quantities.find((other) => other.numberStart === token.start);
  return q !== undefined && isFailure(framed, q, reading.laid.main);
}

/** 党委每半年、党支部每季度分析一次: what is done stands only once, at the end of the list. */
function sharedLater(
  reading: Reading,
  sentence: FramedSentence,
  at: number,
  period: Period,
): Evidence | null {
  const framed = sentence.clauses[at];
  if (!framed) return null;
  const { tokens, stop } = rightOf(reading, framed, period);
  const listed = tokens.some((token) => token.kind === 'list');
  if (
    stop?.kind !== 'period' ||
    !listed ||
    tokens.some((token) => token.kind === 'activity' || token.kind === 'act')
  )
    return null;
  const q = framed.quantities.find((other) => other.unit?.kind === 'times' && other.numberStart >= stop.end);
  if (!q || ownPeriod(framed, q) !== stop) return null;
  const place = { reading, sentence, framed, at, q };
  const codes = activityCodes(place)?.codes ?? [otherActivity(place)];
  return { codes, strong: true, start: period.start, end: q.end };
}

/** What the words around a period say is done in it. */
function evidence(
  reading: Reading,
  sentence: FramedSentence,
  framed: Framed,
  period: Period,
): Evidence | null {
  const violation = framed.standing === 'violation';
  const text = reading.laid.folded.text;
  const { tokens: right, stop } = rightOf(reading, framed, period);
  if (stop?.kind === 'period' && /^(?:或|或者|至|到)$/.test(text.slice(period.end, stop.start))) return null;
  const list = right.findIndex((token) => token.kind === 'list');
  if (stop?.kind === 'number' && (list < 0 || !ownsActivity(framed, stop, text))) return null;
  const near = stop ? right.slice(0, Math.max(0, list)) : right;
  const first = near.findIndex(
    (token) => token.kind === 'activity' && !token.weak && !isCircumstance(token, text),
  );
  if (first >= 0) return named(activitiesAfter(near, first, text));
  if (stop?.kind === 'number') return null;
  const { tokens } = framed.clause;
  const before = activitiesBefore(tokens, tokens.indexOf(period), text);
  const from = before.at(-1)?.start ?? 0;
  const parted = tokens.some(
    (t) => t.kind === 'period' && t !== period && t.start > from && t.end <= period.start,
  );
  if (before.length > 0 && !parted) return named(before);
  if (stop) return null;
  const weak = weakEvidence(reading, sentence, framed, period, near);
  return violation && weak?.codes.some((code) => code.startsWith('other:')) ? null : weak;
}

/** 每季度召开党员大会、上1次党课: the count has an activity of its own. */
function ownsActivity(framed: Framed, number: Token, text: string): boolean {
  const { tokens } = framed.clause;
  return activitiesAfter(tokens, tokens.indexOf(number) + 1, text).length > 0;
}

/** The clauses just before, for what a verb alone does not say: 党费收缴规范, 每半年公示1次. */
function saidBefore(sentence: FramedSentence, framed: Framed): string {
  const at = sentence.clauses.indexOf(framed);
  return sentence.clauses
    .slice(Math.max(0, at - 3), at)
    .map((other) => other.clause.text)
    .join('');
}

/** 主题党日: 每月固定时间开展. The verb says only that it is held; what, the talk has said. */
function isGeneral(reading: Reading, act: Token, words: string): boolean {
  const verb = reading.laid.folded.text.slice(act.start, act.end);
  return (
    GENERAL_ACTS.has(verb) &&
    words.replace(verb, '').replace(/相对|固定|时间|按时|定期|集中|统一|认真|至少|一般|活动|的/g, '').length <
      3
  );
}

/** A verb says that something is done, unless the words tell of a state. */
function weakEvidence(
  reading: Reading,
  sentence: FramedSentence,
  framed: Framed,
  period: Period,
  near: readonly Token[],
): Evidence | null {
  const words = wordsOf(reading, framed, period.end, framed.clause.end);
  if (
    STATE.test(words) ||
    words.length < 2 ||
    /^[的《]/.test(words) ||
    /[在于]$/.test(wordsOf(reading, framed, framed.clause.start, period.start))
  )
    return null;
  const said = reading.topic.title + reading.topic.said + saidBefore(sentence, framed);
  const other = `other:${words.slice(0, LONGEST_WORDS)}`;
  for (const token of near) {
    if (token.kind !== 'activity' || isCircumstance(token, reading.laid.folded.text)) continue;
    const code = weakCode(token, framed.clause.text, said) || weakCode(token, said);
    return { codes: [code === '' ? other : code], strong: false, start: token.start, end: token.end };
  }
  const act = near.find((token) => token.kind === 'act');
  const [topic] = reading.topic.activities;
  if (act && topic && reading.topic.activities.length === 1 && isGeneral(reading, act, words))
    return { codes: [topic], strong: false, start: act.start, end: act.end };
  return act ? { codes: [other], strong: false, start: act.start, end: framed.clause.end } : null;
}

/** 各1次 at the end of a list gives its count to every period before it. */
function sharedCount(framed: Framed): Bounds[] | null {
  const each = framed.clause.tokens.findLast((token) => token.kind === 'each');
  if (!each) return null;
  const shared = framed.quantities.find(
    (q) => q.unit?.kind === 'times' && q.numberStart >= each.end && q.numberStart - each.end <= 8,
  );
  return shared ? boundsOf(shared) : null;
}

/** Whether a later clause gives the count that the period's own clause leaves open. */
function countedLater(sentence: FramedSentence, at: number, strong: boolean, text: string): boolean {
  for (const later of sentence.clauses.slice(at + 1, at + 1 + REACH)) {
    const counted = later.quantities.find(
      (q) => (q.unit?.kind === 'times' || q.unit?.kind === 'hours') && !q.vague,
    );
    const period = later.periods.find((p) => !counted || p.end <= counted.numberStart);
    if (period) return false;
    if (!counted || later.standing === 'violation' || later.standing === 'award') continue;
    if (!strong) return true;
    const { tokens } = later.clause;
    const place = tokens.findIndex((token) => token.start >= counted.numberEnd);
    const own = [
      ...(place < 0 ? [] : activitiesAfter(tokens, place, text)),
      ...activitiesBefore(
        tokens,
        tokens.findIndex((t) => t.start >= counted.numberStart),
        text,
      ),
    ];
    return own.length === 0;
  }
  return false;
}

/** 近一年开展过集中培训, 近两年发展了党员: a span that looks back asks only for what is named. */
function isNamed(reading: Reading, framed: Framed, period: Period, found: Evidence): boolean {
  const before = reading.laid.folded.text.slice(Math.max(0, period.start - 2), period.start);
  return (
    (found.strong || found.codes.includes('admission')) &&
    !/连续/.test(before) &&
    (framed.standing === 'violation' || !/没有|未|不/.test(framed.clause.text))
  );
}

/** 每年参加集中培训, 并向党员大会述职: the period holds for what is joined to it. */
function goesOnWith(reading: Reading, sentence: FramedSentence, at: number): Found[] {
  const framed = sentence.clauses[at];
  const earlier = sentence.clauses[at - 1];
  const period = earlier?.periods.findLast((token) => token.strong);
  if (!framed || !earlier || !period || framed.standing !== 'asked' || earlier.standing !== 'asked')
    return [];
  if (!/^(?:并(?!列)|同时)/.test(framed.clause.text) || period.per === null || period.per === 'once')
    return [];
  const { per } = period;
  const found = activitiesAfter(framed.clause.tokens, 0, reading.laid.folded.text);
  return named(found).codes.map((activity) => ({
    check: { measure: 'activities' as const, activity, per, atLeast: period.times },
    start: found[0]?.start ?? framed.clause.start,
    end: found.at(-1)?.end ?? framed.clause.end,
  }));
}

/** 党员大会、支委会分别每季度、每月不少于1次: the count of the last period holds for those before it. */
function pairedOnce(framed: Framed, period: Period, activity: string): Found[] {
  const { per } = period;
  const q = framed.quantities.find(
    (other) => other.unit?.kind === 'times' && other.numberStart >= period.end,
  );
  if (per === null || (q && ownPeriod(framed, q) === period)) return [];
  return (q ? boundsOf(q, period.times) : [{ atLeast: period.times }]).map((bounds) => ({
    check: { measure: 'activities' as const, activity, per, ...bounds },
    start: period.start,
    end: q?.end ?? period.end,
  }));
}

/** A period without a count means once. */
export function defaultOnce(reading: Reading, sentence: FramedSentence, at: number): Found[] {
  const framed = sentence.clauses[at];
  if (!framed) return [];
  const violation = framed.standing === 'violation';
  if (violation && !/未|没有|没|不|缺|少/.test(framed.clause.text)) return [];
  const shared = sharedCount(framed);
  if (framed.periods.length === 0 && framed.quantities.length === 0) return goesOnWith(reading, sentence, at);
  return framed.periods.flatMap((period, order) => {
    if (!(period.strong || period.recent) || period.per === null || period.per === 'once') return [];
    const matched = pairedWith(reading, framed, period);
    if (matched) return pairedOnce(framed, period, matched);
    const found = evidence(reading, sentence, framed, period) ?? sharedLater(reading, sentence, at, period);
    const last = order === framed.periods.length - 1;
    if (found && period.recent && !isNamed(reading, framed, period, found)) return [];
    if (!found || (last && countedLater(sentence, at, found.strong, reading.laid.folded.text))) return [];
    const per = period.per;
    const bounds = shared ?? [{ atLeast: period.times }];
    const [start, end] = [Math.min(period.start, found.start), Math.max(period.end, found.end)];
    return found.codes.flatMap((activity) =>
      bounds.map((bound) => ({
        check: { measure: 'activities' as const, activity, per, ...bound },
        start,
        end,
      })),
    );
  });
}
