/** What a unit counts: it decides which measure a number can belong to. */
export type UnitKind =
  | 'times'
  | 'hours'
  | 'people'
  | 'households'
  | 'count'
  | 'yuan'
  | 'area'
  | 'age'
  | 'duration'
  | 'date'
  | 'points'
  | 'percentage-points'
  | 'size'
  | 'none';

export interface Unit {
  kind: UnitKind;
  /** The contract's unit of a figure: yuan, m2, year-of-age, count … */
  code: string;
  /** What one of it is in `code`. */
  factor: number;
  /** The word needs a count in figures or a bound beside it: 一个, 一支 are often no count at all. */
  loose: boolean;
}

type Row = [kind: UnitKind, code: string, words: string, factor?: number];

const ROWS: Row[] = [
  ['times', 'times', '次 遍 回 场 场次 轮 轮次 堂 节 节课 课 期 批次 次数'],
  ['hours', 'hours', '学时 课时 小时 个小时 个学时 个课时 钟头'],
  ['hours', 'hours', '分钟', 1 / 60],
  ['people', 'people', '人 名 位 个人'],
  ['households', 'households', '户 户次 个家庭 户家庭'],
  ['yuan', 'yuan', '元 块钱 元钱 元人民币'],
  ['area', 'm2', '平方米 平米 平方 m2 m² ㎡ 个平方'],
  ['area', 'mu', '亩'],
  ['age', 'year-of-age', '岁 周岁'],
  ['duration', 'year', '年 周年 个年度 学年 个学年'],
  ['duration', 'half-year', '学期 个学期'],
  ['duration', 'month', '个月 个整月'],
  ['duration', 'quarter', '季度 个季度'],
  ['duration', 'day', '天 个工作日 工作日 个自然日 日内 日以上 日以内 个昼夜'],
  ['duration', 'week', '周 个星期 星期'],
  ['date', 'date', '月 日 号 月份 月底 月初 时 点'],
  ['points', 'points', '分 个积分 积分 倍 折'],
  ['percentage-points', '%', '个百分点 百分点'],
  [
    'count',
    'count',
    '个 项 篇 条 本 册 块 处 间 台 套 支 件 部 份 种 所 家 面 辆 幅 张 座 栋 幢 组 对 例 起 宗 桩 门 卷 口 盏 棵 株 头 艘 架 枚 只 群 类 盘 副 把 版 家次 人次 件次 篇次 条次 个次',
  ],
  ['size', 'km', '公里 千米'],
  ['size', 'm', '米'],
  ['size', 't', '吨'],
  ['none', 'none', '级 届 星 类 号楼 等 维 字 步 岗 线 代 期工程 年级 年制 组团 个方面 方面 大 点五'],
];

const LOOSE = new Set<UnitKind>(['count', 'size']);

function unitTable(): Map<string, Unit> {
  const table = new Map<string, Unit>();
  for (const [kind, code, words, factor] of ROWS) {
    for (const word of words.split(' ')) {
      if (!table.has(word)) table.set(word, { kind, code, factor: factor ?? 1, loose: LOOSE.has(kind) });
    }
  }
  return table;
}

export const UNITS: ReadonlyMap<string, Unit> = unitTable();
const LONGEST = Math.max(...[...UNITS.keys()].map((word) => word.length));

/** Words in which a unit's character is no unit: 3人大代表 does not occur, 一名单 and 三人员 would. */
const NOT_UNITS = [
  '人员',
  '人才',
  '人民',
  '人均',
  '名册',
  '名称',
  '位置',
  '户外',
  '场所',
  '节约',
  '回头',
  '条件',
  '件事项',
  '时间',
  '时期',
  '点评',
  '面向',
  '分类',
  '分别',
  '分级',
  '分工',
  '次年',
  '节点',
  '组织',
  '家庭',
  '项目化',
  '类别',
  '对照',
  '对接',
  '部门',
  '部分',
  '所有',
  '所在',
  '处理',
  '处分',
  '套路',
  '支部',
  '支持',
  '本人',
  '本村',
  '本地',
  '本级',
  '本单位',
  '年度',
  '日常',
  '号召',
  '面貌',
  '份额',
  '种植',
  '种类',
  '张贴',
  '把握',
  '版面',
  '课题',
  '课程',
  '期间',
  '期满',
  '轮训',
  '轮流',
  '点单',
  '月度',
  '时代',
  '回复',
  '回访',
  '线上',
  '线下',
  '岗位',
  '大会',
];

/** 一名单 would be a list of names, 3名单独 is three persons alone. */
const isNameList = (text: string, at: number): boolean =>
  text.startsWith('名单', at) && !/[独位列]/.test(text.charAt(at + 2));

const FIRST: ReadonlySet<number> = new Set([...UNITS.keys()].map((word) => word.charCodeAt(0)));

/** The longest unit that begins at a place of the folded text. */
export function unitAt(text: string, at: number): { unit: Unit; length: number } | null {
  if (!FIRST.has(text.charCodeAt(at))) return null;
  for (let length = Math.min(LONGEST, text.length - at); length > 0; length -= 1) {
    const unit = UNITS.get(text.slice(at, at + length));
    if (!unit) continue;
    if (length === 1 && (NOT_UNITS.some((word) => text.startsWith(word, at)) || isNameList(text, at)))
      return null;
    return { unit, length };
  }
  return null;
}
