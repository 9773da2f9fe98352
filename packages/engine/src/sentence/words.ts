import type { BoundWord } from '../grammar/bound.ts';
import { daysInMonth, partsOf } from '../window/calendar.ts';

/** The words of a bound; whether the number itself counts is always printed. */
export const BOUND_TEXT: Record<BoundWord, string> = {
  atLeast: '不少于（含）',
  moreThan: '超过（不含）',
  atMost: '不超过（含）',
  lessThan: '低于（不含）',
};

/** The same where the number follows at once: 应有3次、应超过50名. */
export const OUGHT_TEXT: Record<BoundWord, string> = {
  atLeast: '应不少于',
  moreThan: '应超过',
  atMost: '应不超过',
  lessThan: '应低于',
};

export function dayText(day: string): string {
  const { year, month, day: d } = partsOf(day);
  return `${year}年${month}月${d}日`;
}

/** 2026年3月、2026年第3季度、2026年上半年、2026年, or from day to day. */
export function periodText(from: string, until: string): string {
  const a = partsOf(from);
  const b = partsOf(until);
  const whole = a.day === 1 && a.year === b.year && b.day === daysInMonth(b.year, b.month);
  const months = whole ? b.month - a.month + 1 : 0;
  if (months === 1) return `${a.year}年${a.month}月`;
  if (months === 3 && a.month % 3 === 1) return `${a.year}年第${(a.month + 2) / 3}季度`;
  if (months === 6 && a.month % 6 === 1) return `${a.year}年${a.month === 1 ? '上' : '下'}半年`;
  if (months === 12) return `${a.year}年`;
  return from === until ? dayText(from) : `${dayText(from)}至${dayText(until)}`;
}

/** At most three decimals, no trailing zeros. */
export const numberText = (value: number): string => String(Math.round(value * 1000) / 1000);

/** 0.805 → 80.5% */
export const percentText = (value: number): string => `${Math.round(value * 100_000) / 1000}%`;
