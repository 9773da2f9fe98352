import type { Per } from '../../draft/draft.ts';
import { wordsOf } from '../frame.ts';
import type { Period } from './period-of.ts';
import type { Place } from './rule.ts';

/** Times that are named within a year, half a year or a month. */
const MOMENTS: Readonly<Partial<Record<Per, RegExp>>> = {
  year: /(?:\d{1,2}|十?[一二三四五六七八九十])月|七一|春节|国庆|中秋|元旦|五一|重阳|端午|八一/g,
  'half-year': /开学|期初|期中|期末/g,
  month: /\d{1,2}[日号]|[上中下]旬|月[初中底末]/g,
};

/** 每年1月、7月各公布一次: as many times as months or feasts are named. */
export function momentsOf({ reading, framed, q }: Place, period: Period | null): number {
  const each = framed.clause.tokens.findLast(
    (token) => token.kind === 'each' && token.end <= q.numberStart && q.numberStart - token.end <= 8,
  );
  const named = MOMENTS[period?.per ?? 'once'];
  if (!period || !each || !named || period.end > each.start) return 1;
  const between = wordsOf(reading, framed, period.end, each.start);
  return between.length <= 40 ? Math.max(1, between.match(named)?.length ?? 1) : 1;
}
