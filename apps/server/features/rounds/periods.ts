/** A quarter or a half-year of the calendar. */
export interface Period {
  title: string;
  from: string;
  until: string;
}
export type PeriodLength = 'quarter' | 'half-year';

const monthsOf = { quarter: 3, 'half-year': 6 } as const;
const numbers = ['一', '二', '三', '四'];

/** The quarters or half-years of a year. */
export function periodsOf(year: number, length: PeriodLength): Period[] {
  const months = monthsOf[length];
  return Array.from({ length: 12 / months }, (_, at) => ({
    title: length === 'quarter' ? `${year}年第${numbers[at]}季度` : `${year}年${at === 0 ? '上' : '下'}半年`,
    from: `${year}-${pad(at * months + 1)}-01`,
    until: lastDay(year, (at + 1) * months),
  }));
}

/** Counts periods since the year 0: the difference of two days tells how many lie between. */
export function periodNumber(day: string, length: PeriodLength): number {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return year * (12 / monthsOf[length]) + Math.floor((month - 1) / monthsOf[length]);
}

/** The period with this number. */
export function periodAt(number: number, length: PeriodLength): Period {
  const perYear = 12 / monthsOf[length];
  const found = periodsOf(Math.floor(number / perYear), length)[number % perYear];
  if (!found) throw new Error('a year has no such period');
  return found;
}

/** The period that a day lies in. */
export const periodOf = (day: string, length: PeriodLength): Period =>
  periodAt(periodNumber(day, length), length);

const pad = (month: number): string => String(month).padStart(2, '0');
const lastDay = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
