import { describe, expect, test } from 'vitest';
import { addMonths, earliestCounting, isDay, latestBirth } from './calendar.ts';
import { listPeriods } from './periods.ts';

describe('calendar arithmetic as PostgreSQL does it', () => {
  test.each([
    ['2024-02-29', 36, '2027-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('%s + %i months is not %s', (day, months, sum) => {
    expect(addMonths(day, months)).toBe(sum);
  });

  test('a rolling window that drops 29 February a day early or late', () => {
    expect(earliestCounting('2027-02-28', 36)).toBe('2024-02-28');
    expect(earliestCounting('2027-03-01', 36)).toBe('2024-03-01');
    expect(earliestCounting('2026-03-31', 1)).toBe('2026-03-01');
  });

  test('someone born on 29 February who ages on the wrong day', () => {
    expect(latestBirth('2026-02-28', 30)).toBe('1996-02-29');
    expect(latestBirth('2026-02-27', 30)).toBe('1996-02-27');
  });

  test('a day that does not exist', () => {
    expect([isDay('2026-02-29'), isDay('2024-02-29'), isDay('2026-13-01'), isDay('2026-1-1')]).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });
});

describe('the periods of a window', () => {
  test('the as-of day closes a quarter on its last day and not before', () => {
    const ended = (asOf: string) =>
      listPeriods('quarter', asOf).filter((p) => p.from >= '2026-01-01' && p.until <= asOf).length;
    expect([ended('2026-03-30'), ended('2026-03-31'), ended('2026-12-31')]).toEqual([0, 1, 4]);
  });

  test('in January the last month of the year before stands at the end', () => {
    expect(listPeriods('month', '2026-01-15').map((p) => p.from)).toEqual(['2026-01-01', '2025-12-01']);
    expect(listPeriods('year', '2026-12-31').map((p) => p.from)).toEqual(['2026-01-01']);
  });
});
