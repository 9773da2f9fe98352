import type { HeadcountCheck } from '../grammar/check.ts';
import type { People } from '../grammar/people.ts';
import { type HeldBound, holdBounds } from '../parameters/values.ts';
import { type Frame, peopleProbes } from '../plan/probes.ts';
import { newestFigure } from '../plan/probes-of-check.ts';
import { slotsIn } from '../plan/slots-in.ts';
import { earlierOf } from '../window/calendar.ts';
import type { Period } from '../window/periods.ts';
import { doesNotApply, isMeasured, isNotKnown } from './answers.ts';
import { isCovered } from './cover.ts';
import type { FactReader } from './fact-reader.ts';
import { type Count, readPeriods } from './judged-periods.ts';
import { termSlots } from './measure-activities.ts';
import type { Measured, Reading } from './measured.ts';
import { registersOf } from './registers.ts';

export function measureHeadcount(
  check: Pick<HeadcountCheck, 'who' | 'bounds' | 'orFigure'>,
  frame: Frame,
  reader: FactReader,
): Measured {
  const { facts } = reader;
  const registers = registersOf(check.who);
  const probes = peopleProbes(check.who, frame);
  if (check.who.set === 'new-member') {
    return measureAdmitted(
      check.who,
      holdBounds(check.bounds, frame.values),
      frame,
      reader,
      (slot, period) => {
        const probe = probes[slot];
        if (!probe) return null;
        const { sure, maybe } = reader.people(probe);
        return { ...counted(sure, maybe), ...openUnless(period, frame, reader) };
      },
    );
  }
  const probe = probes[0];
  if (probe && isCovered(facts, registers, frame.asOf, frame.asOf)) {
    const { sure, maybe } = reader.people(probe);
    return isMeasured([{ from: frame.asOf, until: frame.asOf, ...counted(sure, maybe) }]);
  }
  const figure = check.orFigure
    ? reader.figures(newestFigure(check.orFigure, undefined, frame))[0]
    : undefined;
  if (!figure || !check.orFigure) return isNotKnown('register');
  const subject = { kind: 'figure', key: check.orFigure } as const;
  return isMeasured([{ from: figure.day, until: figure.day, subject, count: figure.value }]);
}

/** Leaves out what is nothing, so that equal facts look equal. */
export function counted(sure: number, maybe: number): Pick<Reading, 'count' | 'maybe'> {
  return maybe > 0 ? { count: sure, maybe } : { count: sure };
}

/** Open where the roster was not kept over the period. */
export function openUnless(period: Period, frame: Frame, reader: FactReader): { open?: true } {
  const until = earlierOf(period.until, frame.asOf);
  return isCovered(reader.facts, ['roster'], period.from, until) ? {} : { open: true };
}

/** New members, in each judged slot of their window. */
export function measureAdmitted(
  people: People,
  bounds: readonly HeldBound[],
  frame: Frame,
  reader: FactReader,
  count: Count,
): Measured {
  const window = people.window ?? { kind: 'every', period: 'year' };
  const slots = termSlots(slotsIn(frame, window), reader.facts.term, frame.asOf);
  if (!slots) return isNotKnown('no-term');
  const asked = {
    slots,
    calendar: window.kind === 'every',
    asOf: frame.asOf,
    founded: reader.facts.founded,
    bounds,
  };
  const readings = readPeriods(asked, count);
  return readings.length === 0 ? doesNotApply('nothing-due') : isMeasured(readings, 'register');
}
