/** Days are whole numbers since 1970-01-01 while the county is made up, and 'YYYY-MM-DD' once they are rows. */

const written = new Map<number, string>();

export function dayOf(text: string): number {
  return Math.round(Date.parse(`${text}T00:00:00Z`) / 86_400_000);
}

export function writeDay(day: number): string {
  let text = written.get(day);
  if (text === undefined) {
    text = new Date(day * 86_400_000).toISOString().slice(0, 10);
    written.set(day, text);
  }
  return text;
}

export function dayIn(year: number, month: number, dayOfMonth: number): number {
  return Math.round(Date.UTC(year, month - 1, dayOfMonth) / 86_400_000);
}

export function yearOf(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}

export interface Month {
  year: number;
  /** 1 to 12 */
  month: number;
  first: number;
  last: number;
}

/** The calendar months that touch the days from `from` to `until`, both included. */
export function listMonths(from: number, until: number): Month[] {
  const months: Month[] = [];
  const start = new Date(from * 86_400_000);
  for (let index = 0; ; index += 1) {
    const year = start.getUTCFullYear() + Math.floor((start.getUTCMonth() + index) / 12);
    const month = ((start.getUTCMonth() + index) % 12) + 1;
    const first = dayIn(year, month, 1);
    if (first > until) return months;
    months.push({ year, month, first, last: dayIn(year, month + 1, 1) - 1 });
  }
}
