import type { PeriodLength, Window } from '../grammar/window.ts';
import { amountOf, type Values } from '../parameters/values.ts';
import { numberText } from './words.ts';

const EVERY: Record<PeriodLength, string> = {
  month: '每个月',
  quarter: '每个季度',
  'half-year': '每个半年',
  year: '每年',
};

/** 每个季度、近24个月内、本届任期内、考核当日 */
export function windowText(window: Window, values: Values): string {
  switch (window.kind) {
    case 'every':
      return EVERY[window.period];
    case 'rolling': {
      const length = numberText(amountOf(window.length, values));
      return window.unit === 'year' ? `近${length}年内` : `近${length}个月内`;
    }
    case 'term':
      return '本届任期内（最近一次换届以来）';
    case 'now':
      return '考核当日';
  }
}
