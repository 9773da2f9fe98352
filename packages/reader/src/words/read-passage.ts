import type { Passage } from '../draft/draft.ts';
import { fold } from '../numbers/fold.ts';
import { layClauses } from './clauses.ts';
import { type Framed, type FramedSentence, frame, type Reading, type Topic, wordsOf } from './frame.ts';
import { activitiesRule, hoursRule } from './rules/activities-rule.ts';
import { defaultOnce } from './rules/default-once.ts';
import { documentsRule, listedPapers } from './rules/documents-rule.ts';
import { eventsRule } from './rules/events-rule.ts';
import { ageRule, countRule, durationRule, moneyRule, sizeRule } from './rules/figure-rule.ts';
import { onSiteRule } from './rules/on-site-rule.ts';
import { narrows, peopleRule } from './rules/people-rule.ts';
import { inheritedPeriod } from './rules/period-of.ts';
import type { Found, Place } from './rules/rule.ts';
import { shareRule } from './rules/share-rule.ts';
import { isCircumstance } from './subjects.ts';

const TELLS =
  /共\d|共计|共有|包括\d|分为|现有|下辖|辖区内有|地处|距离|占地|总人口|任期为|任期\d|就是一|成立于/;
const BEFORE_NOTHING =
  /(?:前|上述|下列|以下|这|连续|近|逾期|超期|提前|少|缺|漏|第|排名|最后|末|等|再|又|分|任期|任期为|每低|每高|每降|每增)$/;
const DISTRIBUTES = /联系|结对|帮扶|包保|包联|帮带|带动|就是|带|负责|至少/;

/** 5个重点, 3个环节: what speeches count. */
const ABSTRACT =
  /^(?:重点|环节|方面|聚焦|问题|要求|原则|步骤|阶段|层面|关键|维度|到位|统一|结合|维护|意识|自信|服务$|转变|提升|突破|确保|坚持|必须|不|更加|着力|抓手|支撑|一批|体系|覆盖)/;

/** A clause that tells how things are, and those that go on from it. */
function tellsOf({ sentence, at }: Place): boolean {
  for (let i = at; i >= Math.max(0, at - 8); i -= 1) {
    const framed = sentence.clauses[i];
    if (framed && TELLS.test(framed.clause.text)) return true;
  }
  return false;
}

/** Whether a number says nothing that could be asked of anybody. */
function idle(place: Place): boolean {
  const { q, framed, reading, sentence } = place;
  if (q.vague || Number.isNaN(q.low)) return true;
  if (
    q.form === 'plain' &&
    (q.unit === null || ['date', 'points', 'none', 'percentage-points'].includes(q.unit.kind))
  )
    return true;
  const before = wordsOf(reading, framed, Math.max(framed.clause.start, q.numberStart - 4), q.numberStart);
  if (q.start === q.numberStart && BEFORE_NOTHING.test(before)) return true;
  if (q.low === 0 && q.high === null) return true;
  if (
    q.direction === null &&
    (tellsOf(place) ||
      (q.unit?.kind === 'count' && ABSTRACT.test(wordsOf(reading, framed, q.numberEnd, q.numberEnd + 4))))
  )
    return true;
  if (!q.figures && q.direction === null && q.unit?.loose && framed.periods.length === 0) return true;
  if (
    q.low === 1 &&
    !q.figures &&
    /^(?:一|两|双|多)/.test(wordsOf(reading, framed, q.numberEnd, q.numberEnd + 1))
  )
    return true;
  const standing = framed.standing;
  if (standing === 'exception' || standing === 'award') return true;
  if (standing === 'condition') return !(sentence.setsUp && q.unit?.kind === 'people');
  return false;
}

/** 1名党员联系5户: the one who does it is no number of people. */
function distributive({ q, framed }: Place): boolean {
  if (q.low !== 1 || q.high !== null || q.direction !== null) return false;
  return (
    DISTRIBUTES.test(framed.clause.text) &&
    framed.quantities.some((other) => other.numberStart > q.numberEnd && other.unit !== null)
  );
}

function rules(place: Place): Found[] {
  const { q, framed } = place;
  if (q.form !== 'plain') return framed.standing === 'violation' ? [] : shareRule(place);
  const kind = q.unit?.kind;
  if (kind === 'times') return activitiesRule(place);
  if (kind === 'hours') return hoursRule(place);
  if (framed.standing === 'violation') return [];
  switch (kind) {
    case 'people':
    case 'households':
      return narrows(place) || distributive(place) ? [] : peopleRule(place);
    case 'count':
      return q.perEach ? [] : countRule(place);
    case 'yuan':
      return moneyRule(place);
    case 'area':
    case 'size':
      return sizeRule(place);
    case 'age':
      return ageRule(place);
    case 'duration':
      return durationRule(place);
    default:
      return [];
  }
}

/** What the clause leaves for the next ones to go on from. */
function remember(topic: Topic, framed: Framed, text: string): void {
  const strong = framed.clause.tokens.filter(
    (token) => token.kind === 'activity' && !token.weak && !isCircumstance(token, text),
  );
  const last = strong.at(-1);
  if (last?.kind === 'activity') topic.activities = [last.code];
  for (const token of framed.clause.tokens) {
    if (token.kind === 'person') topic.person = token.code;
    if (token.kind === 'poll') topic.poll = token.answer;
    if (token.kind === 'figure' && !token.rate) topic.figure = text.slice(token.start, token.end);
  }
}

function readSentence(reading: Reading, sentence: FramedSentence): Found[] {
  const out: Found[] = listedPapers(reading, sentence);
  if (out.length > 0) return out;
  sentence.clauses.forEach((framed, at) => {
    for (const q of framed.quantities) {
      const place: Place = { reading, sentence, framed, at, q };
      if (!idle(place)) out.push(...rules(place));
    }
    if (framed.standing === 'asked' || framed.standing === 'violation')
      out.push(...defaultOnce(reading, sentence, at));
    if (reading.passage.role === 'text')
      out.push(...documentsRule(reading, framed), ...eventsRule(reading, sentence, framed));
    remember(reading.topic, framed, reading.laid.folded.text);
  });
  return out.length > 0 || reading.passage.role !== 'text' ? out : onSiteRule(reading, sentence);
}

/** The measurable checks of one passage; `topic` carries over from the passages before. */
export function readPassage(
  passage: Passage,
  topic: Topic,
): { reading: Reading; sentences: FramedSentence[]; found: Found[][] } {
  const laid = layClauses(fold(passage.text));
  const reading: Reading = { laid, passage, topic };
  const sentences = laid.sentences.map((sentence) => frame(sentence, laid));
  const found = sentences.map((sentence) => {
    const checks = readSentence(reading, sentence);
    const last = inheritedPeriod(sentence, sentence.clauses.length, { ...topic, period: null });
    topic.period = sentence.goesOn ? (last ?? topic.period) : null;
    return checks.sort((a, b) => a.start - b.start);
  });
  return { reading, sentences, found };
}
