import type { Check } from '../grammar/check.ts';
import type { Item } from '../grammar/item.ts';
import type { Measured, Reading } from '../measure/measured.ts';
import type { Values } from '../parameters/values.ts';
import { boundsOfReading, shownBounds } from './bounds-of-reading.ts';
import { type Answer, holdsBounds } from './hold.ts';
import { missingOf } from './missing.ts';
import { bonusOf, lostOf } from './points.ts';
import type { CheckStanding, Verdict } from './standing.ts';

function answerReadings(readings: readonly Reading[], check: Check, values: Values): Answer {
  const answers = readings.map((r) => holdsBounds(r, boundsOfReading(check, r, values)));
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

/** Readings of one check must all hold; of alternatives one is enough. */
function answerOf(check: Check, measured: Measured, values: Values): Answer {
  if (check.measure !== 'figure') return answerReadings(measured.readings, check, values);
  const answers = check.anyOf.map((_, i) => {
    const mine = measured.readings.filter((r) => (r.test ?? 0) === i);
    return mine.length === 0 ? 'unknown' : answerReadings(mine, check, values);
  });
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

export function verdictOf(check: Check, measured: Measured, values: Values): Verdict {
  if (!measured.applies) return 'not-applicable';
  if (measured.known === 'no') return 'not-known';
  const answer = answerOf(check, measured, values);
  return answer === 'yes' ? 'met' : answer === 'no' ? 'unmet' : 'not-known';
}

/** Pure: the verdict and the points of one check from its facts. */
export function judgeCheck(check: Check, item: Item, measured: Measured, values: Values): CheckStanding {
  const verdict = verdictOf(check, measured, values);
  const missing = verdict === 'unmet' ? missingOf(check, measured, values) : undefined;
  const lost = lostOf(check, item, verdict, measured, missing);
  const decided = verdict === 'met' || verdict === 'unmet';
  return {
    check: check.id,
    verdict,
    points: decided ? Math.max(0, check.share - lost) / 1000 : 0,
    of: check.share / 1000,
    lost: lost / 1000,
    bonus: bonusOf(check, verdict, measured, values) / 1000,
    warning: check.strictness === 'normally' && verdict === 'unmet',
    measured,
    bound: shownBounds(check, values),
    ...(missing === undefined ? {} : { missing: missing.shown }),
  };
}
