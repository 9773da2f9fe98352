import { addDays } from '@hujian/engine';
import chineseDays from 'chinese-days';
import { problems } from '../../http/problem.ts';

/**
 * Whether offices work on a day: the State Council's calendar with its shifted days where the year's is known; a later
 * year by weekends and the holidays that the regulation fixes, so that a notice is rather too long than too short.
 */
export function isWorkingDay(day: string): boolean {
  if (hasCalendar(day.slice(0, 4))) return chineseDays.isWorkday(day);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isFixedHoliday(day);
}

/** The first of January has a name of its own only where the year's arrangement has been published. */
const hasCalendar = (year: string): boolean => chineseDays.getDayDetail(`${year}-01-01`).name.includes(',');

const solar = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);
const lunar = new Set(['01-01', '01-02', '01-03', '05-05', '08-15']);

function isFixedHoliday(day: string): boolean {
  const tomorrow = lunarOf(addDays(day, 1));
  return (
    solar.has(day.slice(5)) ||
    lunar.has(lunarOf(day)) ||
    tomorrow === '01-01' ||
    chineseDays.getSolarTermDate(Number(day.slice(0, 4)), 4, 'pure_brightness') === day
  );
}

function lunarOf(day: string): string {
  const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(day);
  const two = (n: number) => String(n).padStart(2, '0');
  return isLeap ? '' : `${two(lunarMon)}-${two(lunarDay)}`;
}

const longest = 200;

/** The last of `count` working days, counted from the day after `from`. */
export function lastWorkingDay(from: string, count: number): string {
  let left = count;
  for (let ahead = 1; ahead <= longest; ahead += 1) {
    const day = addDays(from, ahead);
    if (isWorkingDay(day)) left -= 1;
    if (left === 0) return day;
  }
  throw problems.badInput([{ path: 'workingDays', message: '公示期太长，请缩短后再试。' }]);
}
