import type { PeriodLength } from '../grammar/window.ts';
import { daysInMonth, makeDay, partsOf } from './calendar.ts';

/** Both days belong to it. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

const MONTHS: Record<PeriodLength, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** The period of a calendar year that begins with a month (1 to 12). */
function periodFrom(year: number, month: number, months: number): Period {
  const last = month + months - 1;
  return { from: makeDay(year, month, 1), until: makeDay(year, last, daysInMonth(year, last)) };
}

/**
 * The periods that may be judged: those of the as-of day's year that have begun, oldest first; and, when none of
 * them has ended, the last one of the year before at the end of the list.
 */
export function listPeriods(length: PeriodLength, asOf: string): readonly Period[] {
  const { year } = partsOf(asOf);
  const months = MONTHS[length];
  const periods: Period[] = [];
  for (let month = 1; month <= 12; month += months) {
    const period = periodFrom(year, month, months);
    if (period.from <= asOf) periods.push(period);
  }
  const ended = periods.some((p) => p.until <= asOf);
  return ended ? periods : [...periods, periodFrom(year - 1, 13 - months, months)];
}
