import type { Per } from '../../draft/draft.ts';

/** A stretch of time that a count belongs to. */
export interface PeriodWord {
  /** null: a period that no rule of ours can hold (every day, every three years). */
  per: Per | null;
  /** How many times the count falls in `per`: two months are a sixth of a year. */
  times: number;
  /** Alone it means once: 每季度; 全年 and 任期内 need a count beside them. */
  strong: boolean;
  /** Often no more than an adjective: 年度计划, 季度报表. */
  bare: boolean;
  /** Alone it means once where an act is named beside it: 近一年开展过集中培训. */
  recent: boolean;
}

type Row = [per: Per | null, times: number, strong: boolean, words: string];

const ROWS: Row[] = [
  ['month', 1, true, '每月 每个月 每一个月 每月度 每一月 按月 逐月 月月'],
  ['quarter', 1, true, '每季 每季度 每个季度 每一季度 按季 按季度 逐季'],
  [
    'half-year',
    1,
    true,
    '每半年 每个半年 每半年度 每半学年 每学期 每个学期 每一学期 上、下半年 上下半年 上半年和下半年 上半年、下半年 按学期 两学期 两个学期 上下学期 上、下学期',
  ],
  ['year', 1, true, '每年 每年度 每学年 每一年 每个年度 每一年度 每个学年 按年度 按年 年年'],
  ['two-years', 1, true, '每两年 每二年 每隔一年'],
  ['year', 6, true, '每两个月 每两月 每二个月 双月 每隔一个月 每隔一月'],
  ['month', 2, true, '每半月 每半个月 每隔半月 每半月度'],
  ['month', 2, false, '半月 半个月'],
  ['month', 4, true, '每周 每星期 每个星期 每一周 按周'],
  [
    'year',
    1,
    false,
    '全年 年内 一年 一年内 一年中 一年度 年度 全年度 年度内 本年度 当年 年均 学年内 一学年 近一年 近一年内 上一年 上年度 全学年 每年每人 年人均 一个年度 一个学年 最近一年',
  ],
  ['two-years', 1, false, '近两年 近两年内 两年内 近二年 最近两年 两年 二年内'],
  ['half-year', 1, false, '半年 半年内 学期内 一学期 一个学期 半学年 近半年 每上下半年 学期 全学期'],
  ['quarter', 1, false, '季度 一季度 一个季度 季度内 季 一季'],
  ['month', 1, false, '一月 一个月 月度 当月 月内 月均 一个月内'],
  ['year', 6, false, '两个月 两月 两个月内'],
  ['month', 4, false, '一周 一星期 一个星期'],
  [
    'term',
    1,
    false,
    '任期内 每届任期内 每届 届内 本届任期内 任期中 任内 每届任期 一届任期内 届期内 每个任期 任期内每年度 每届班子任期内 五年任期内 一个任期内',
  ],
  [null, 1, true, '每天 每日 每晚 每工作日 每三年 每五年 每四年 每三个年度 每旬'],
  [null, 1, false, '近三年 近五年 三年内 五年内 近三年内 近年来 连续三年 连续两年 三年 五年'],
  ['once', 1, false, '每次 每场 每期 每节 每堂 每轮 每批'],
];

const BARE = new Set('年度 季度 季 月度 学期 半年 当月 两年 三年 五年 全年度 半学年'.split(' '));
const RECENT = new Set(
  '近一年 近一年内 最近一年 近两年 近两年内 近二年 最近两年 两年内 二年内 本年度'.split(' '),
);

export const PERIODS: ReadonlyMap<string, PeriodWord> = new Map(
  ROWS.flatMap(([per, times, strong, words]) =>
    words
      .split(' ')
      .map((word) => [word, { per, times, strong, bare: BARE.has(word), recent: RECENT.has(word) }] as const),
  ),
);

/** 每N个月, 每N年: the period that a number after 每 makes. */
export function periodOf(count: number, unit: string): Pick<PeriodWord, 'per' | 'times' | 'bare'> {
  const months =
    unit === 'month' ? count : unit === 'quarter' ? 3 * count : unit === 'half-year' ? 6 * count : 12 * count;
  if (unit === 'week') return { per: 'month', times: 4 / count, bare: false };
  if (unit === 'day' || !Number.isFinite(months)) return { per: null, times: 1, bare: false };
  const exact: Readonly<Record<number, Per>> = {
    1: 'month',
    3: 'quarter',
    6: 'half-year',
    12: 'year',
    24: 'two-years',
  };
  const per = exact[months];
  if (per) return { per, times: 1, bare: false };
  return months < 12 && 12 % months === 0
    ? { per: 'year', times: 12 / months, bare: false }
    : { per: null, times: 1, bare: false };
}
