/** A calendar period that holds a day. */
export interface RunningPeriod {
  from: string;
  until: string;
  label: string;
}

const months = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/** The month, quarter, half-year or year that a day lies in; `until` is its last day. */
export function findRunningPeriod(length: keyof typeof months, day: string): RunningPeriod {
  const year = Number(day.slice(0, 4));
  const span = months[length];
  const part = Math.floor((Number(day.slice(5, 7)) - 1) / span);
  const first = part * span;
  const last = new Date(Date.UTC(year, first + span, 0)).toISOString().slice(0, 10);
  const from = `${year}-${String(first + 1).padStart(2, '0')}-01`;
  return { from, until: last, label: `${year}年${nameOf(length, part)}` };
}

function nameOf(length: keyof typeof months, part: number): string {
  if (length === 'month') return `${part + 1}月`;
  if (length === 'quarter') return `第${part + 1}季度`;
  if (length === 'half-year') return part === 0 ? '上半年' : '下半年';
  return '';
}
