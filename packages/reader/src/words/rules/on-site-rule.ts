import { sourceWords } from '../../numbers/fold.ts';
import type { FramedSentence, Reading } from '../frame.ts';
import type { Found } from './rule.ts';

const LONGEST_LOOK = 80;
/** Sentences that say who manages what and from when, not what there is to see. */
const NOTHING_TO_SEE = /施行|解释|负责解释|下同|以下简称|备注|说明$/;

/** A sentence that nothing else measures is looked at by people. */
export function onSiteRule(reading: Reading, sentence: FramedSentence): Found[] {
  const asked = sentence.clauses.filter((framed) => framed.standing === 'asked' && !framed.clause.aside);
  const [first, last] = [asked[0], asked.at(-1)];
  if (!first || !last || asked.some((framed) => NOTHING_TO_SEE.test(framed.clause.text.slice(0, 200))))
    return [];
  let end = first.clause.end;
  for (const framed of asked)
    if (framed.clause.end - first.clause.start <= LONGEST_LOOK) end = framed.clause.end;
  end = Math.min(end, first.clause.start + LONGEST_LOOK);
  const look = sourceWords(reading.laid.folded, first.clause.start, end).replace(/[,，、:：;；。]+$/, '');
  return look.length < 4
    ? []
    : [{ check: { measure: 'on-site' as const, look }, start: first.clause.start, end }];
}
