import { PERIODS, type Window } from '../grammar/window.ts';
import { Fields, isMap } from './fields.ts';
import { sayInstead } from './suggest.ts';
import { readAmount, type Terms } from './terms.ts';

const WORDS = [...PERIODS, 'term', 'now'] as const;

/** `month|quarter|half-year|year`, `term`, `now` or `{ rolling: n, unit: month|year }`. */
export function readWindow(fields: Fields, terms: Terms, fallback?: Window): Window {
  const raw = fields.raw('window');
  if (raw === undefined && fallback) return fallback;
  if (isMap(raw)) {
    const inner = new Fields(raw, fields.at('window'), fields.report);
    const length = readAmount(inner, 'rolling', terms);
    if (typeof length === 'number' && (!Number.isInteger(length) || length < 1)) {
      inner.fail('rolling', `rolling 写的是 ${length}，应当是 1 以上的整数`);
    }
    const unit = inner.choice('unit', ['month', 'year'] as const);
    inner.close();
    return { kind: 'rolling', length, unit };
  }
  const period = PERIODS.find((p) => p === raw);
  if (period) return { kind: 'every', period };
  if (raw === 'term' || raw === 'now') return { kind: raw };
  const choices = `${WORDS.join('、')} 或 { rolling: 24, unit: month }`;
  fields.fail(
    'window',
    raw === undefined
      ? `缺少 window（时间范围），可写 ${choices}`
      : `${sayInstead('window', raw, WORDS)}，或 { rolling: 24, unit: month }`,
  );
  return { kind: 'every', period: 'year' };
}
