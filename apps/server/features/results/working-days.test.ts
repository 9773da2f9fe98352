import { expect, test } from 'vitest';
import { isWorkingDay, lastWorkingDay } from './working-days.ts';

test.each([
  // over a weekend
  ['2026-11-20', 5, '2026-11-27'],
  // Spring Festival 2026 (15 to 23 February), with the Saturdays 14 and 28 February worked
  ['2026-02-12', 3, '2026-02-24'],
  // National Day 2026 (1 to 7 October), with Saturday the 10th worked
  ['2026-09-30', 3, '2026-10-10'],
  ['2026-11-22', 3, '2026-11-25'],
])(
  'a notice from %s of %i working days ends on %s: holidays and shifted days count as they are',
  (from, count, until) => {
    expect(lastWorkingDay(from, count)).toBe(until);
  },
);

test('in a year whose calendar is not out yet the fixed holidays are free, so that no notice is too short', () => {
  // New Year, the eve and first days of the Spring Festival of 2030 (3 February), Qingming, National Day
  for (const day of ['2030-01-01', '2030-02-02', '2030-02-04', '2030-04-05', '2030-10-01'])
    expect([day, isWorkingDay(day)]).toEqual([day, false]);
  expect(isWorkingDay('2030-02-06')).toBe(true);
});
