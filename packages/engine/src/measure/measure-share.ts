import type { ShareCheck, ShareOf } from '../grammar/check.ts';
import { type HeldBound, holdBounds } from '../parameters/values.ts';
import { type Frame, peopleProbes } from '../plan/probes.ts';
import { newestFigure, ratioProbes } from '../plan/probes-of-check.ts';
import { slotsIn } from '../plan/slots-in.ts';
import { earlierOf } from '../window/calendar.ts';
import { doesNotApply, isMeasured, isNotKnown } from './answers.ts';
import { isCovered } from './cover.ts';
import type { FactReader } from './fact-reader.ts';
import { readPeriods } from './judged-periods.ts';
import { termSlots } from './measure-activities.ts';
import { measureAdmitted, openUnless } from './measure-people.ts';
import type { Measured, Reading } from './measured.ts';
import { registersOf } from './registers.ts';

export function measureShare(check: ShareCheck, frame: Frame, reader: FactReader): Measured {
  const bounds = holdBounds(check.bounds, frame.values);
  switch (check.of.kind) {
    case 'people':
      return check.of.among.set === 'new-member'
        ? sharesOfAdmitted(check.of, bounds, frame, reader)
        : shareOfPeople(check.of, frame, reader);
    case 'figures':
      return shareOfFigures(check.of, frame, reader);
    case 'activities':
      return shareOfActivities(check.of, bounds, frame, reader);
  }
}

type Of<K extends ShareOf['kind']> = Extract<ShareOf, { kind: K }>;

/** A ratio of persons; zeros are left out so that equal facts look equal. */
function ratio(
  part: { sure: number; maybe: number },
  whole: { sure: number; maybe: number },
): Pick<Reading, 'count' | 'of' | 'maybe' | 'maybeOf'> {
  return {
    count: part.sure,
    of: whole.sure,
    ...(part.maybe > 0 ? { maybe: part.maybe } : {}),
    ...(whole.maybe > 0 ? { maybeOf: whole.maybe } : {}),
  };
}

function shareOfPeople(of: Of<'people'>, frame: Frame, reader: FactReader): Measured {
  const registers = [...registersOf(of.who), ...registersOf(of.among)];
  if (!isCovered(reader.facts, registers, frame.asOf, frame.asOf)) return isNotKnown('register');
  const [who, among] = [peopleProbes(of.who, frame)[0], peopleProbes(of.among, frame)[0]];
  if (!who || !among) return doesNotApply('empty');
  const [part, whole] = [reader.people(who), reader.people(among)];
  if (whole.sure + whole.maybe === 0) return doesNotApply('empty');
  return isMeasured([{ from: frame.asOf, until: frame.asOf, ...ratio(part, whole) }]);
}

function sharesOfAdmitted(
  of: Of<'people'>,
  bounds: readonly HeldBound[],
  frame: Frame,
  reader: FactReader,
): Measured {
  const [who, among] = [peopleProbes(of.who, frame), peopleProbes(of.among, frame)];
  return measureAdmitted(of.among, bounds, frame, reader, (slot, period) => {
    const [a, b] = [who[slot], among[slot]];
    if (!a || !b) return null;
    const [part, whole] = [reader.people(a), reader.people(b)];
    const open = openUnless(period, frame, reader);
    return whole.sure + whole.maybe === 0 && !open.open ? null : { ...ratio(part, whole), ...open };
  });
}

function shareOfFigures(of: Of<'figures'>, frame: Frame, reader: FactReader): Measured {
  const [part, whole] = [of.part, of.whole].map(
    (f) => reader.figures(newestFigure(f, of.validMonths, frame))[0],
  );
  if (!part || !whole) return isNotKnown('no-row');
  if (whole.value === 0) return doesNotApply('empty');
  const day = earlierOf(part.day, whole.day);
  return isMeasured([{ from: day, until: day, count: part.value, of: whole.value }]);
}

function shareOfActivities(
  of: Of<'activities'>,
  bounds: readonly HeldBound[],
  frame: Frame,
  reader: FactReader,
): Measured {
  const slots = termSlots(slotsIn(frame, of.window), reader.facts.term, frame.asOf);
  if (!slots) return isNotKnown('no-term');
  const [part, whole] = ratioProbes(of, frame).map((probe) => reader.activities(probe));
  const sum = (rows: typeof part, slot: number): number =>
    (rows ?? []).filter((row) => row.slot === slot).reduce((total, row) => total + row.count, 0);
  const registers = [...of.part.registers, ...of.whole.registers];
  const asked = {
    slots,
    calendar: of.window.kind === 'every',
    asOf: frame.asOf,
    founded: reader.facts.founded,
    bounds,
  };
  const readings = readPeriods(asked, (slot, period) => {
    const until = earlierOf(period.until, frame.asOf);
    const covered = isCovered(reader.facts, registers, period.from, until);
    const all = sum(whole, slot);
    if (all === 0 && covered) return null;
    return { count: sum(part, slot), of: all, ...(covered ? {} : { open: true as const }) };
  });
  return readings.length === 0 ? doesNotApply('empty') : isMeasured(readings, 'register');
}
