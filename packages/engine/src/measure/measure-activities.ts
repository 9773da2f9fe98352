import type { ActivitiesCheck } from '../grammar/check.ts';
import { holdBounds } from '../parameters/values.ts';
import type { Frame } from '../plan/probes.ts';
import { activitiesProbe } from '../plan/probes-of-check.ts';
import { slotsIn } from '../plan/slots-in.ts';
import { daysInMonth, earlierOf, laterOf, partsOf } from '../window/calendar.ts';
import type { Period } from '../window/periods.ts';
import type { Slots } from '../window/slots.ts';
import { doesNotApply, isMeasured, isNotKnown } from './answers.ts';
import { isCovered } from './cover.ts';
import type { CountedActivity, FactReader } from './fact-reader.ts';
import { type Asked, readPeriods } from './judged-periods.ts';
import type { Measured, Subject } from './measured.ts';

export function measureActivities(check: ActivitiesCheck, frame: Frame, reader: FactReader): Measured {
  const { facts } = reader;
  const slots = termSlots(slotsIn(frame, check.window), facts.term, frame.asOf);
  if (!slots) return isNotKnown('no-term');
  const subjects = subjectsOf(check, reader);
  if (subjects.length === 0) return memberless(check, frame, reader);
  const rows = reader.activities(activitiesProbe(check, frame));
  const readings = subjects.flatMap(({ subject, founded }) => {
    const mine = subject ? rows.filter((row) => row.subject === subject.key) : rows;
    const asked: Asked = {
      slots,
      calendar: check.window.kind === 'every',
      asOf: frame.asOf,
      founded,
      bounds: holdBounds(check.bounds, frame.values),
      ...(subject ? { subject } : {}),
    };
    const counts = countSlots(check, mine, slots);
    return readPeriods(asked, (slot, period) => {
      const until = earlierOf(period.until, frame.asOf);
      const covered = isCovered({ kept: facts.kept, founded }, check.registers, period.from, until);
      return { count: counts[slot] ?? 0, ...(covered ? {} : { open: true as const }) };
    });
  });
  return readings.length === 0 ? doesNotApply('nothing-due') : isMeasured(readings, 'register');
}

/** The slots with a term's beginning filled in; null when no re-election is recorded. */
export function termSlots(slots: Slots, term: string | null, asOf: string): readonly Period[] | null {
  if (slots !== 'term') return slots;
  return term === null ? null : [{ from: term, until: asOf }];
}

interface Founded {
  readonly subject?: Subject;
  readonly founded: string;
}

function subjectsOf(check: ActivitiesCheck, reader: FactReader): readonly Founded[] {
  const { facts } = reader;
  const later = (since: string): string => laterOf(since, facts.founded);
  switch (check.each) {
    case 'group':
      return (facts.groups ?? [])
        .map(([key, since, title]) => ({
          subject: { kind: 'group', key, title } as const,
          founded: later(since),
        }))
        .sort((a, b) => a.subject.key - b.subject.key);
    case 'committee-member':
      return (facts.sitting ?? [])
        .map(([key, since]) => ({ subject: { kind: 'person', key } as const, founded: later(since) }))
        .sort((a, b) => a.subject.key - b.subject.key);
    default:
      return [{ founded: facts.founded }];
  }
}

/** Without a party group the check does not apply; without a committee member that must be known first. */
function memberless(check: ActivitiesCheck, frame: Frame, reader: FactReader): Measured {
  if (check.each === 'group') return doesNotApply('no-subject');
  return isCovered(reader.facts, ['posts'], frame.asOf, frame.asOf)
    ? doesNotApply('no-subject')
    : isNotKnown('register');
}

function countSlots(
  check: ActivitiesCheck,
  rows: readonly CountedActivity[],
  slots: readonly Period[],
): readonly number[] {
  const tolerance = check.only.fixedDay;
  const usual = tolerance === undefined ? 0 : usualDay(rows);
  return slots.map((period, slot) => {
    const mine = rows.filter((row) => row.slot === slot);
    if (tolerance !== undefined) {
      return mine
        .filter((row) => isNear(Number(row.key), usual, tolerance, period))
        .reduce((sum, row) => sum + row.count, 0);
    }
    if (check.distinct) return mine.filter((row) => row.key !== null && row.key !== '').length;
    return mine.reduce((sum, row) => sum + row.count, 0);
  });
}

/** The most frequent day of the month over all slots; the smallest on a tie. */
function usualDay(rows: readonly CountedActivity[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(Number(row.key), (counts.get(Number(row.key)) ?? 0) + row.count);
  const best = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
  return best?.[0] ?? 1;
}

/** A day that the month lacks stands for its last. Longer slots have no one month: the plain distance counts. */
function isNear(day: number, usual: number, tolerance: number, period: Period): boolean {
  const { year, month } = partsOf(period.until);
  const inMonth = period.from.slice(0, 7) === period.until.slice(0, 7);
  const wanted = inMonth ? Math.min(usual, daysInMonth(year, month)) : usual;
  return Math.abs(day - wanted) <= tolerance;
}
