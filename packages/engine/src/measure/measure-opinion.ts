import type { OnSiteCheck, PollCheck } from '../grammar/check.ts';
import { amountOf } from '../parameters/values.ts';
import { type Frame, pollProbe, ratingProbe } from '../plan/probes.ts';
import { remember } from '../plan/remember.ts';
import { isMeasured, isNotKnown } from './answers.ts';
import type { FactReader } from './fact-reader.ts';
import type { Measured } from './measured.ts';

/** Fewer slips than this say nothing, and would no longer be anonymous. */
export const FEWEST_SLIPS = 10;

/** The panel's newest joint score. */
export function measureOnSite(check: OnSiteCheck, frame: Frame, reader: FactReader): Measured {
  const score = reader.rating(
    remember(frame, check, 'rating', () =>
      ratingProbe(check.key, amountOf(check.validMonths, frame.values), frame.asOf),
    ),
  );
  return score === null ? isNotKnown('no-row') : isMeasured([{ count: score }]);
}

/** The answers of the newest poll, of all its slips. */
export function measurePoll(check: PollCheck, frame: Frame, reader: FactReader): Measured {
  const poll = reader.poll(
    remember(frame, check, 'poll', () =>
      pollProbe(check.about, amountOf(check.validMonths, frame.values), frame.asOf),
    ),
  );
  if (!poll) return isNotKnown('no-row');
  if (poll.slips < FEWEST_SLIPS) return isNotKnown('few-slips');
  const answers =
    check.answer === 'dissatisfied'
      ? poll.dissatisfied
      : poll.satisfied + (check.withBasically ? poll.basically : 0);
  return isMeasured([{ count: answers, of: poll.slips }]);
}
