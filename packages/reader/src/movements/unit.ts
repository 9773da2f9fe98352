/** Longer words stand first: 个百分点 before 个, 人次 before 人. */
const UNITS: readonly (readonly [string, string])[] = [
  ['个百分点', 'percentage-point'],
  ['百分点', 'percentage-point'],
  ['个点', 'percentage-point'],
  ['%', 'percentage-point'],
  ['周岁', 'year-of-age'],
  ['岁', 'year-of-age'],
  ['个工作日', 'day'],
  ['工作日', 'day'],
  ['天', 'day'],
  ['日', 'day'],
  ['人次', 'other:人次'],
  ['个人', 'person'],
  ['名', 'person'],
  ['人', 'person'],
  ['位', 'person'],
  ['户', 'household'],
  ['项次', 'item'],
  ['项', 'item'],
  ['篇', 'item'],
  ['条', 'item'],
  ['次', 'occurrence'],
  ['起', 'occurrence'],
];

/** Counting words that keep their own name. */
const OTHERS =
  '个月 个季度 个学期 个小时 个学时 个课时 个 处 份 件 例 场 期 节 宗 批 部 家 支 块 档 级 类 课时 学时 小时 分钟 平方米 平方 万元 千元 百元 元 本 册 幅 张 页 字 季度 半年 学期 年 月 周 届 轮 遍 回 道 步 笔 门 台 趟 课 堂 站 所 组 村 校 班 室 种 栏 间 座 块 盏 张 间'.split(
    ' ',
  );

/** Words for stretches of time, which after 每 say how often and not what is counted. */
const TIMES = new Set(
  '个月 个季度 个学期 季度 半年 学期 年 月 周 届 日 天 个工作日 工作日 年度 月度'.split(' '),
);

const ALL: readonly (readonly [string, string])[] = [
  ...UNITS,
  ...OTHERS.map((word) => [word, `other:${word}`] as const),
].toSorted(([a], [b]) => b.length - a.length);

export interface UnitWord {
  word: string;
  unit: string;
  time: boolean;
}

/** The unit that the text begins with, or null. */
export function readUnit(text: string): UnitWord | null {
  if (
    /^人(?:员|均|民|才|大)|^名(?:单|额|称|义)|^项目|^条件|^日常|^期间|^部(?:门|分|署)|^组织|^级别|^年龄|^类型|^月度/.test(
      text,
    )
  )
    return null;
  // 1个月度任务 counts tasks.
  if (text.startsWith('个月度')) return { word: '个', unit: 'other:个', time: false };
  for (const [word, unit] of ALL) if (text.startsWith(word)) return { word, unit, time: TIMES.has(word) };
  return null;
}
