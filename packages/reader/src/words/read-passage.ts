import type { Passage } from '../draft/draft.ts';
import { fold } from '../numbers/fold.ts';
import { layClauses } from './clauses.ts';
import { type Framed, type FramedSentence, frame, type Reading, type Topic } from './frame.ts';
import { isDistributive, isIdle } from './idle.ts';
import { joinBounds } from './join-bounds.ts';
import { activitiesRule, hoursRule } from './rules/activities-rule.ts';
import { defaultOnce } from './rules/default-once.ts';
import { documentsRule, listedPapers } from './rules/documents-rule.ts';
import { eventsRule } from './rules/events-rule.ts';
import { ageRule, countRule, durationRule, moneyRule, sizeRule } from './rules/figure-rule.ts';
import { onSiteRule } from './rules/on-site-rule.ts';
import { narrows, peopleRule } from './rules/people-rule.ts';
import { inheritedPeriod, ownPeriod } from './rules/period-of.ts';
import type { Found, Place } from './rules/rule.ts';
import { shareRule } from './rules/share-rule.ts';
import { activitiesBefore, isCircumstance, weakCode } from './subjects.ts';

/** 每年发展党员少于1名的扣分: of what a deduction says only how often is asked. */
function frequencies(place: Place): Found[] {
  const kind = place.q.unit?.kind;
  if (!ownPeriod(place.framed, place.q)) return [];
  const found =
    kind === 'people' || kind === 'households' ? peopleRule(place) : kind === 'count' ? countRule(place) : [];
  return found.filter((one) => one.check.measure === 'activities');
}

function rules(place: Place): Found[] {
  const { q, framed } = place;
  if (q.form !== 'plain') return framed.standing === 'violation' ? [] : shareRule(place);
  const kind = q.unit?.kind;
  if (kind === 'times') return activitiesRule(place);
  if (kind === 'hours') return hoursRule(place);
  if (framed.standing === 'violation') return frequencies(place);
  switch (kind) {
    case 'people':
    case 'households':
      return narrows(place) || isDistributive(place) ? [] : peopleRule(place);
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

/** 党员大会、支委会, 每季度不少于1次: a clause that is no more than a list of names. */
function listedOnly(framed: Framed, text: string): string[] {
  const { tokens, start, end } = framed.clause;
  if (end - start > 60 || !tokens.some((token) => token.kind === 'list' || token.kind === 'join')) return [];
  const names = activitiesBefore(tokens, tokens.length, text);
  const [first, last] = [names[0], names.at(-1)];
  return first && last && first.start - start <= 2 && end - last.end <= 2
    ? names.map((token) => token.code)
    : [];
}

/** What the clause leaves for the next ones to go on from. */
function remember(topic: Topic, framed: Framed, text: string): void {
  const strong = framed.clause.tokens.filter(
    (token) => token.kind === 'activity' && !token.weak && !isCircumstance(token, text),
  );
  const last = strong.at(-1);
  topic.joint = framed.quantities.length + framed.periods.length === 0 ? listedOnly(framed, text) : [];
  if (last?.kind === 'activity') topic.activities = [last.code];
  const weak = framed.clause.tokens.findLast((token) => token.kind === 'activity' && token.weak);
  if (weak?.kind === 'activity') topic.verb = weakCode(weak, framed.clause.text) || topic.verb;
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
    const found = framed.quantities.flatMap((q) => {
      const place: Place = { reading, sentence, framed, at, q };
      return isIdle(place) ? [] : rules(place);
    });
    const joined = joinBounds(out.at(-1), found, framed);
    if (joined) out[out.length - 1] = joined;
    else out.push(...found);
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
    topic.said = sentence.clauses
      .map((framed) => framed.clause.text)
      .join('')
      .slice(0, 120);
    topic.period = sentence.goesOn ? (last ?? topic.period) : null;
    return checks.sort((a, b) => a.start - b.start);
  });
  return { reading, sentences, found };
}
