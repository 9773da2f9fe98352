import type { Per } from '@hujian/reader';
import { shorten } from './alike.ts';
import { boundsSource } from './bounds.ts';
import { findCode } from './lexicon.ts';
import { type Of, type Placed, placed, strictnessOf, unplaced } from './placed.ts';

const WINDOWS: Readonly<Record<Per, { window: unknown; title: string }>> = {
  month: { window: 'month', title: '每月' },
  quarter: { window: 'quarter', title: '每季度' },
  'half-year': { window: 'half-year', title: '每半年' },
  year: { window: 'year', title: '每年' },
  'two-years': { window: { rolling: 24, unit: 'month' }, title: '每两年' },
  term: { window: 'term', title: '任期内' },
  once: { window: { rolling: 12, unit: 'month' }, title: '一年内' },
};

/** What is to be held so often. */
export function placeActivities(place: Of<'activities'>): Placed {
  const { bench, found, around } = place;
  const { activity, per, words } = found;
  const code = activityCode(place);
  if (code === null) {
    const name = activity.replace(/^other:/, '');
    return unplaced(`用词表的活动里没有“${shorten(name, 20)}”这一类：请在“修改”里选一类活动，或留给现场评。`);
  }
  if (/每名|每位|人均|每个党员|每户/.test(words) && code !== 'admission')
    return unplaced('这句话按每个人（户）计次数，活动记录只按组织计：请改成组织每年几次，或留给现场评。');
  const { window, title } = WINDOWS[per];
  const name = nameOf(place, code);
  const bounds = boundsSource(bench, found, {
    base: `${code}-${per}`,
    title: `${title}${name}次数`,
    unit: code === 'admission' ? '名' : '次',
  });
  const interval = place.item.strictness === 'normally' && /一般/.test(around) && !/原则上/.test(around);
  const only = filters(code, around, words);
  const check = {
    title: `${title}${name}`,
    measure: 'activities',
    activity: code,
    window,
    ...bounds,
    ...(code === 'group-meeting' ? { each: 'group' } : {}),
    ...(only ? { only } : {}),
    ...(code === 'committee-meeting'
      ? { when: { headcount: { set: 'seat', post: 'committee' }, atLeast: 2 } }
      : {}),
    ...(interval ? { strictness: 'must' } : {}),
    ...(strictnessOf(words).strictness === 'encouraged' ? { strictness: 'encouraged' } : {}),
  };
  const doubt = per === 'once' ? '原文没有写多长时间一次，先按一年内计，请核定。' : null;
  const meant = '原文的“一般”按间隔理解，照常要求；要放宽可改为一般要求。';
  return placed(code, check, interval ? `${doubt ?? ''}${meant}` : doubt);
}

function activityCode({ bench, found: { activity, words } }: Of<'activities'>): string | null {
  const list = bench.lexicon.activities;
  const name = activity.replace(/^other:/, '');
  if (name === activity) return list.some(({ code }) => code === activity) ? activity : null;
  return findCode(list, name) ?? findCode(list, words);
}

const nameOf = ({ bench }: Of<'activities'>, code: string): string =>
  bench.lexicon.activities.find((one) => one.code === code)?.names[0] ?? code;

/** Filters only where the very words say them. */
function filters(code: string, around: string, words: string): Record<string, unknown> | null {
  const near = around.slice(0, around.indexOf(words) + words.length).slice(-40);
  if (code === 'party-lecture' && /书记[^，,；;]{0,10}(?:讲|主讲|上)/.test(near))
    return { host: 'secretary' };
  if (code === 'training' && /县级以上|县（市、区）级以上/.test(words)) return { grade: 'county' };
  if (code === 'training' && /市级以上/.test(words)) return { grade: 'city' };
  return null;
}
