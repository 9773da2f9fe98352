import type { HoursCheck } from '../grammar/check.ts';
import { amountOf } from '../parameters/values.ts';
import type { Frame } from '../plan/probes.ts';
import { hoursProbes } from '../plan/probes-of-check.ts';
import { earlierOf } from '../window/calendar.ts';
import { listPeriods } from '../window/periods.ts';
import { doesNotApply, isMeasured, isNotKnown } from './answers.ts';
import { isCovered } from './cover.ts';
import type { FactReader } from './fact-reader.ts';
import { readPeriods } from './judged-periods.ts';
import type { Measured } from './measured.ts';
import { registersOf } from './registers.ts';

/** Persons who reached the hours, of those who had to. */
export function measureHours(check: HoursCheck, frame: Frame, reader: FactReader): Measured {
  const { facts } = reader;
  if (!isCovered(facts, registersOf(check.who), frame.asOf, frame.asOf)) return isNotKnown('register');
  const slots = listPeriods('year', frame.asOf);
  const probes = hoursProbes(check, frame);
  const readings = readPeriods(
    {
      slots,
      calendar: true,
      asOf: frame.asOf,
      founded: facts.founded,
      bounds: [{ word: 'atLeast', value: amountOf(check.reach, frame.values) }],
    },
    (slot, period) => {
      const probe = probes[slot];
      if (!probe) return null;
      const { due, reached } = reader.hours(probe);
      if (due === 0) return null;
      const until = earlierOf(period.until, frame.asOf);
      const covered = isCovered(facts, ['trainings'], period.from, until);
      return { count: reached, of: due, ...(covered ? {} : { open: true as const }) };
    },
  );
  return readings.length === 0 ? doesNotApply('nothing-due') : isMeasured(readings, 'register');
}
