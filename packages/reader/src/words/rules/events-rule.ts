import { type Framed, type FramedSentence, type Reading, wordsOf } from '../frame.ts';
import type { Found } from './rule.ts';

const LONGEST_EVENT = 40;
const ABSENT =
  /(?:没有(?:发生|出现|被确定为|被列为|被认定为|被)?|未(?:发生|出现|被确定为|被列为|被认定为|产生)|不存在|杜绝(?:发生|出现)?|不得(?:发生|出现|有)|无(?:发生|出现)?)/;
/** 无 inside a word, or before one who is meant rather than missing. */
const INSIDE =
  /^无(?:私|职|偿|故|正当|论|关|法|形|缝|障碍|主管|记名|党|证|理|人|线|烟|害|条件|物业|异议|特殊|尽|限|声|微|从|需|辜|产权|保|固定)|^没有(?:党员的|条件|正当)/;

/** 没有…, 无…, 未发生…: a thing that must not have happened, and how far back one looks. */
export function eventsRule(reading: Reading, sentence: FramedSentence, framed: Framed): Found[] {
  const { clause } = framed;
  if (clause.aside || framed.standing !== 'asked') return [];
  const words = wordsOf(reading, framed, clause.start, clause.end);
  const match = ABSENT.exec(words);
  if (!match || INSIDE.test(words.slice(match.index)) || /[所有毫]$/.test(words.slice(0, match.index)))
    return [];
  const event = words
    .slice(match.index + match[0].length)
    .replace(/^(?:任何|的)/, '')
    .replace(/的?(?:情况|现象|情形|行为)$/, '');
  if (event.length < 2 || event.length > LONGEST_EVENT) return [];
  const whole = sentence.clauses.map((other) => other.clause.text.slice(0, 60)).join('');
  const lookback = /任期以来|任期内|本届/.test(whole)
    ? 'term'
    : /年内|全年|年度|当年|近一年|一年内|考核期|今年/.test(whole)
      ? 'year'
      : 'now';
  return [{ check: { measure: 'event' as const, event, lookback }, start: clause.start, end: clause.end }];
}
