/** Words and number forms that several screens share. */
import type { ResultState, UnitClass } from '@hujian/contract';

export type VerdictName = 'met' | 'unmet' | 'not-applicable' | 'not-known';

export const verdictWords: Record<VerdictName, string> = {
  met: '达标',
  unmet: '未达标',
  'not-applicable': '不适用',
  'not-known': '缺数据',
};

export const levelWords: Record<string, string> = {
  province: '省',
  city: '市',
  county: '县（市、区）',
  township: '乡镇（街道）',
  village: '村（社区、单位）',
  group: '党小组',
};

export const formWords: Record<string, string> = {
  committee: '党委',
  'general-branch': '党总支',
  branch: '党支部',
  group: '党小组',
  office: '工作部门',
};

export const kindWords: Record<string, string> = {
  agency: '机关事业单位',
  rural: '农村',
  community: '社区',
  soe: '国有企业',
  private: '非公和社会组织',
  school: '中小学校',
};

export const standardLevelWords: Record<string, string> = {
  basic: '基本标准',
  demonstration: '示范标准',
  'scoring-sheet': '考核评分细则',
};

export const strictnessWords: Record<string, string> = {
  must: '必须做到',
  normally: '一般应做到',
  encouraged: '提倡',
};

export const supplyWords: Record<string, string> = {
  branch: '党支部记录',
  township: '乡镇提供',
  county: '县级提供',
  panel: '现场评议',
  poll: '群众测评',
};

export const bandWords: Record<string, string> = {
  A: 'A档',
  B: 'B档',
  C: 'C档',
  D: 'D档',
  unknown: '不分档',
};

/** What a round found a village or another unit to be. */
export const classWords: Record<UnitClass, string> = { leading: '示范', middle: '中间', lagging: '后进' };

/** How far the result of a round has come. */
export const resultStateWords: Record<ResultState, string> = {
  draft: '拟定',
  submitted: '已报送',
  returned: '已退回',
  accepted: '已审定',
  noticed: '公示中',
  objected: '异议处理中',
  published: '已公布',
};

/** Points and counts: no trailing zeros, at most three decimals. */
export function number(value: number | null | undefined): string {
  if (value === null || value === undefined) return '—';
  return String(Math.round(value * 1000) / 1000);
}

/** Sums of points at a glance: one decimal. */
export function brief(value: number | null | undefined): string {
  return value === null || value === undefined ? '—' : String(Math.round(value * 10) / 10);
}

export function share(value: number | null | undefined): string {
  if (value === null || value === undefined) return '—';
  const percent = value * 100;
  return `${percent > 0 && percent < 1 ? '不足1' : Math.round(percent)}%`;
}

/** A number with its unit; a 比例 reads as a percentage. */
export function amount(value: number | null | undefined, unit: string): string {
  if (value === null || value === undefined) return '—';
  return unit === '比例' ? `${number(value * 100)}%` : `${number(value)}${unit === '比值' ? '' : unit}`;
}

/** 2026-03-31 → 2026年3月31日 */
export function day(value: string | null | undefined): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(value ?? '');
  if (found === null) return '—';
  return `${found[1]}年${Number(found[2])}月${Number(found[3])}日`;
}

/** A moment, in the reader's own time: 2026年3月31日 15:04 */
export function moment(value: string | null | undefined): string {
  if (value === null || value === undefined) return '—';
  const at = new Date(value);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日 ${two(at.getHours())}:${two(at.getMinutes())}`;
}
