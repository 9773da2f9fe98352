/** Days are 'YYYY-MM-DD' strings: they compare as text and know no time zone. Arithmetic is PostgreSQL's. */

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function partsOf(day: string): DayParts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

export const makeDay = (year: number, month: number, day: number): string =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isDay(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const { year, month, day } = partsOf(text);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** `day + n months` as PostgreSQL adds them: a day that the month lacks becomes its last. */
export function addMonths(day: string, months: number): string {
  const { year, month, day: d } = partsOf(day);
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  const m = (index % 12) + 1;
  return makeDay(y, m, Math.min(d, daysInMonth(y, m)));
}

export function addDays(day: string, days: number): string {
  const { year, month, day: d } = partsOf(day);
  const date = new Date(Date.UTC(year, month - 1, d + days));
  return makeDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** The earliest day d with d + months ≥ asOf: whatever happened on it or later still counts on that day. */
export function earliestCounting(asOf: string, months: number): string {
  let day = addDays(addMonths(asOf, -months), -3);
  while (addMonths(day, months) < asOf) day = addDays(day, 1);
  return day;
}

/** The latest birth day of a person who has completed so many years on a day. */
export function latestBirth(asOf: string, years: number): string {
  let day = addDays(addMonths(asOf, -12 * years), 3);
  while (addMonths(day, 12 * years) > asOf) day = addDays(day, -1);
  return day;
}

export const earlierOf = (a: string, b: string): string => (a < b ? a : b);
export const laterOf = (a: string, b: string): string => (a > b ? a : b);
