import type { EventCheck } from '../grammar/check.ts';
import { holdBounds } from '../parameters/values.ts';
import { eventProbe, type Frame } from '../plan/probes.ts';
import { remember } from '../plan/remember.ts';
import { slotsIn } from '../plan/slots-in.ts';
import { earlierOf } from '../window/calendar.ts';
import { doesNotApply, isMeasured, isNotKnown } from './answers.ts';
import { isCovered } from './cover.ts';
import type { FactReader } from './fact-reader.ts';
import { readPeriods } from './judged-periods.ts';
import { termSlots } from './measure-activities.ts';
import type { Measured } from './measured.ts';

/** Confirmed events in each slot, those of predecessors included. */
export function measureEvent(
  check: Pick<EventCheck, 'events' | 'window' | 'bounds'>,
  frame: Frame,
  reader: FactReader,
): Measured {
  const { facts } = reader;
  const asked = slotsIn(frame, check.window);
  const slots = termSlots(asked, facts.term, frame.asOf);
  if (!slots) return isNotKnown('no-term');
  const probe = remember(frame, check.events, check.window.kind, () =>
    eventProbe(check.events, asked, check.window.kind === 'now'),
  );
  const readings = readPeriods(
    {
      slots,
      calendar: check.window.kind === 'every',
      asOf: frame.asOf,
      founded: facts.founded,
      bounds: holdBounds(check.bounds, frame.values),
    },
    (slot, period) => {
      const until = earlierOf(period.until, frame.asOf);
      const covered = isCovered(facts, ['events'], period.from, until);
      return { count: reader.events(probe, slot), ...(covered ? {} : { open: true as const }) };
    },
  );
  return readings.length === 0 ? doesNotApply('nothing-due') : isMeasured(readings, 'register');
}
