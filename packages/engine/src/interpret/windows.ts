import { isLower } from '../grammar/bound.ts';
import type { Window } from '../grammar/window.ts';
import { holdsBound, holdsBounds } from '../judge/hold.ts';
import type { Reading, Subject } from '../measure/measured.ts';
import { amountOf, type HeldBound, type Values } from '../parameters/values.ts';
import { addMonths } from '../window/calendar.ts';

/** A stretch of time: does a day count in it? */
export interface Stretch {
  readonly from: string;
  readonly until: string;
  readonly has: (day: string) => boolean;
}

const between = (from: string, until: string): Stretch => ({
  from,
  until,
  has: (d) => d >= from && d <= until,
});

const LAST_DAYS = ['', '31', '29', '31', '30', '31', '30', '31', '31', '30', '31', '30', '31'];

function calendarStretch(year: number, first: number, last: number): Stretch {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const end = last === 2 && !leap ? '28' : LAST_DAYS[last];
  const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);
  return between(`${year}-${two(first)}-01`, `${year}-${two(last)}-${end}`);
}

/** All the periods of two years, this one and the one before. */
function calendar(period: string, year: number): { thisYear: Stretch[]; lastYear: Stretch[] } {
  const size = period === 'month' ? 1 : period === 'quarter' ? 3 : period === 'half-year' ? 6 : 12;
  const of = (y: number): Stretch[] => {
    const list: Stretch[] = [];
    for (let m = 1; m <= 12; m += size) list.push(calendarStretch(y, m, m + size - 1));
    return list;
  };
  return { thisYear: of(year), lastYear: of(year - 1) };
}

export interface Ask {
  readonly window: Window;
  readonly asOf: string;
  readonly founded: string;
  readonly term: string | null;
  readonly values: Values;
  readonly bounds: readonly HeldBound[];
  readonly subject?: Subject;
}

type Look = (stretch: Stretch) => Pick<Reading, 'count' | 'of' | 'maybe' | 'maybeOf' | 'open'> | null;

/** The readings judged in a window; null when the term is not known. */
export function lookThrough(ask: Ask, look: Look): Reading[] | null {
  const { window, asOf } = ask;
  if (window.kind === 'every') return lookThroughYear(ask, window.period, look);
  if (window.kind === 'now') return keep(ask, between(asOf, asOf), look);
  if (window.kind === 'term') return ask.term === null ? null : keep(ask, between(ask.term, asOf), look);
  const months = amountOf(window.length, ask.values) * (window.unit === 'year' ? 12 : 1);
  const counts = (day: string): boolean => day <= asOf && addMonths(day, months) >= asOf;
  // The first day that still counts, found by trying each.
  let from = asOf;
  for (let back = 0; back < 20000; back += 1) {
    const before = dayBefore(from);
    if (!counts(before)) break;
    from = before;
  }
  return keep(ask, { from, until: asOf, has: counts }, look);
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function lookThroughYear(ask: Ask, period: string, look: Look): Reading[] {
  const { asOf, bounds } = ask;
  const { thisYear, lastYear } = calendar(period, Number(asOf.slice(0, 4)));
  const ended = thisYear.filter((s) => s.until <= asOf);
  const running = thisYear.find((s) => s.from <= asOf && s.until > asOf);
  const readings = ended.flatMap((s) => keep(ask, s, look));
  if (running) {
    for (const reading of keep(ask, running, look)) {
      const satisfied = holdsBounds(reading, bounds) === 'yes';
      const ruined = bounds.some((b) => !isLower(b.word) && holdsBound(reading, b) === 'no');
      if (satisfied || ruined) readings.push(reading);
    }
  }
  const last = lastYear[lastYear.length - 1];
  return ended.length === 0 && readings.length === 0 && last ? keep(ask, last, look) : readings;
}

/** Leaves out what lies before the founding; the founding period answers only to upper bounds. */
function keep(ask: Ask, stretch: Stretch, look: Look): Reading[] {
  if (stretch.until < ask.founded) return [];
  const founding = stretch.from < ask.founded;
  if (founding && !ask.bounds.some((b) => b.word === 'atMost' || b.word === 'lessThan')) return [];
  const seen = look(stretch);
  if (!seen) return [];
  const reading: Reading = {
    from: stretch.from,
    until: stretch.until,
    ...(ask.subject ? { subject: ask.subject } : {}),
    ...seen,
    ...(founding ? { founding: true as const } : {}),
  };
  return [reading];
}
