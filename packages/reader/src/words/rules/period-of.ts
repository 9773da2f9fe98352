import type { Framed, FramedSentence, Topic } from '../frame.ts';
import type { Quantity } from '../quantities.ts';
import type { TokenOf } from '../tokens.ts';

export type Period = TokenOf<'period'>;

/** How many clauses back a period is still remembered. */
const REACH = 12;

/** How far an adjective such as 年度 may stand from its count. */
const NEAR = 14;

const isTimes = (q: Quantity): boolean => q.unit?.kind === 'times' || q.unit?.kind === 'hours';

/** The period that stands with a number in its own clause: 1次/季度, else the nearest before it, else one after it. */
export function ownPeriod(framed: Framed, q: Quantity): Period | null {
  const after = framed.periods.find((period) => period.start >= q.numberEnd && period.per !== 'once');
  if (after && after.start === q.numberEnd && after.strong) return after;
  const earlier = framed.periods.filter((period) => period.end <= q.numberStart);
  const bare = earlier.at(-1);
  const near = bare && q.numberStart - bare.end <= NEAR ? bare : undefined;
  const before = earlier.findLast((period) => !period.bare) ?? near;
  if (before || !after) return before ?? null;
  const taken = framed.quantities.some(
    (other) =>
      isTimes(other) && other !== q && other.numberStart >= after.end && other.numberStart - after.end < 12,
  );
  return taken && after.start - q.end > 1 ? null : after;
}

/** The period that goes on from the clauses before, within the sentence or over a semicolon. */
export function inheritedPeriod(sentence: FramedSentence, at: number, topic: Topic): Period | null {
  for (let i = at - 1; i >= Math.max(0, at - REACH); i -= 1) {
    const framed = sentence.clauses[i];
    if (!framed || (framed.standing !== 'asked' && framed.standing !== 'condition')) continue;
    const last = framed.periods.findLast((period) => !period.bare);
    if (last) return last;
  }
  return topic.period;
}
