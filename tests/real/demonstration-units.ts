import type { Given } from '../../apps/server/features/imports/testing/workbook.ts';

/**
 * Three townships and one village of each, with the numbers that a county's plan for demonstration sites prints.
 * The plan masks the names, so they are called by the kind of site they stand for. Nothing else is known of them.
 */
interface Unit {
  code: string;
  name: string;
  parent: string;
  level: '乡镇' | '村';
  /** The day of the plan, unless a number names its own. */
  figures: Record<string, number>;
}

export const planDay = '2024-05-20';
const yearly = new Set(['农民人均纯收入', '人均占有粮', '煤炭产量', '上缴税费']);
const source = '示范点工作方案';

export const units: readonly Unit[] = [
  {
    code: 'SF1',
    name: '通道型示范镇党委',
    parent: 'X',
    level: '乡镇',
    figures: {
      距县城距离: 21,
      距州市距离: 260,
      国土面积: 205.3,
      耕地面积: 38000,
      行政村数: 39,
      村民小组数: 246,
      农户数: 11153,
      人口: 48603,
      农民人均纯收入: 1436,
      人均占有粮: 450,
      党支部数: 39,
      党员数: 807,
    },
  },
  {
    code: 'SF1-1',
    name: '通道型示范村党支部',
    parent: 'SF1',
    level: '村',
    figures: {
      距乡镇政府距离: 12,
      距县城距离: 5,
      村民小组数: 5,
      农户数: 213,
      人口: 817,
      耕地面积: 482,
      人均占有粮: 320,
      农民人均纯收入: 1310,
      党员数: 21,
    },
  },
  {
    code: 'SF2',
    name: '资源型示范镇党委',
    parent: 'X',
    level: '乡镇',
    figures: {
      距县城距离: 22,
      煤炭探明储量: 4.5,
      煤炭远景储量: 12,
      矿井数: 21,
      煤炭产量: 100,
      上缴税费: 2500,
      耕地面积: 24601,
      行政村数: 21,
      村民小组数: 185,
      农户数: 6921,
      人口: 33586,
      农民人均纯收入: 1504,
      人均占有粮: 375,
      党支部数: 21,
      党员数: 506,
    },
  },
  {
    code: 'SF2-1',
    name: '资源型示范村党支部',
    parent: 'SF2',
    level: '村',
    figures: {
      村民小组数: 11,
      农户数: 575,
      人口: 2704,
      耕地面积: 1265,
      人均占有粮: 350,
      农民人均纯收入: 1280,
      党员数: 31,
    },
  },
  {
    code: 'SF3',
    name: '扶贫型示范乡党委',
    parent: 'X',
    level: '乡镇',
    figures: {
      距县城距离: 56,
      行政村数: 14,
      一类贫困村数: 10,
      二类贫困村数: 2,
      贫困人口: 7000,
      村民小组数: 118,
      农户数: 5253,
      人口: 23572,
      农民人均纯收入: 1210,
      人均占有粮: 310,
      党支部数: 14,
      党员数: 355,
    },
  },
  {
    code: 'SF3-1',
    name: '扶贫型示范村党支部',
    parent: 'SF3',
    level: '村',
    figures: {
      村民小组数: 8,
      农户数: 354,
      人口: 1521,
      耕地面积: 5563,
      人均占有粮: 320,
      农民人均纯收入: 1253,
      党员数: 12,
    },
  },
];

/** The rows of the sheet 组织. When the units were founded is not printed: before all that is recorded of them. */
export const organizationRows = (): Given[] =>
  units.map(({ code, name, parent, level }) => ({
    code,
    name,
    parent,
    form: level === '乡镇' ? '党委' : '党支部',
    kind: '农村',
    level,
    founded_on: '2000-01-01',
  }));

/** The rows of the sheet 概况数据: a year's number stands on the last day of the year before the plan. */
export const figureRows = (): Given[] =>
  units.flatMap(({ code, figures }) =>
    Object.entries(figures).map(([figure, value]) => ({
      organization: code,
      figure,
      value,
      counted_on: yearly.has(figure) ? '2023-12-31' : planDay,
      source,
    })),
  );
