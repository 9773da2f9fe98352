import type { MeasuredFacts } from '@hujian/contract';
import { number } from '../words.ts';

/** What was found, in one line; null where the periods or rows say it already. */
export function factsText(measured: MeasuredFacts): string | null {
  const { subjects, part, whole, value, count } = measured;
  if (measured.known === 'no') return '没有可用的数据，因此不作结论';
  if (subjects !== undefined) return `应达到${subjects.total}名（个），已达到${subjects.reached}名（个）`;
  if (part !== undefined && whole !== undefined) {
    const ratio = whole === 0 ? '' : ` = ${number((part / whole) * 100)}%`;
    return `${number(part)} ÷ ${number(whole)}${ratio}`;
  }
  if (value !== undefined) return `实际为${number(value)}`;
  if (count !== undefined) return `计数为${number(count)}`;
  return null;
}
