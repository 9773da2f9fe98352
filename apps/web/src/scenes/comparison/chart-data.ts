import type { ComparisonView } from '@hujian/contract';
import type { EChartsCoreOption } from 'echarts/core';
import { bandWords } from '../../parts/words.ts';
import { colours, fonts } from '../../theme.ts';
import { words } from './words.ts';

const bandColours = { A: '#7d9a86', B: '#b7c3ae', C: '#d8bd82', D: '#b4574c', unknown: '#d9d4cd' } as const;
const bands = ['A', 'B', 'C', 'D', 'unknown'] as const;
const most = 12;

const base: EChartsCoreOption = {
  animation: false,
  textStyle: { fontFamily: fonts, color: colours.ink },
  tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
};

const lines = { splitLine: { lineStyle: { color: '#ece8e2' } } };

interface Drawing {
  option: EChartsCoreOption;
  count: number;
}

/** How many of each township's organizations stand in each band; null where there is but one township. */
export function bandsByTownship(view: ComparisonView): Drawing | null {
  if (view.by !== 'village') return null;
  const names = [...new Set(view.rows.map((row) => row.organization.parentName ?? ''))];
  if (names.length < 2) return null;
  const count = (name: string, band: string) =>
    view.rows.filter((row) => (row.organization.parentName ?? '') === name && row.band === band).length;
  const option: EChartsCoreOption = {
    ...base,
    legend: { top: 0, itemWidth: 12, itemHeight: 12 },
    grid: { left: 8, right: 24, top: 34, bottom: 8, containLabel: true },
    xAxis: { type: 'value', minInterval: 1, ...lines },
    yAxis: {
      type: 'category',
      inverse: true,
      data: names,
      axisTick: { show: false },
      axisLabel: { interval: 0 },
    },
    series: bands.map((band) => ({
      name: bandWords[band],
      type: 'bar',
      stack: 'bands',
      barMaxWidth: 16,
      itemStyle: { color: bandColours[band] },
      data: names.map((name) => count(name, band)),
    })),
  };
  return { option, count: names.length };
}

/** The items that most organizations do not meet. */
export function mostFailed(view: ComparisonView): Drawing {
  const unmet = view.items
    .map((item, i) => ({
      name: `${item.number} ${item.title}`,
      value: view.rows.reduce((sum, row) => {
        const cell = row.cells[i];
        return sum + (cell?.u ?? (cell?.v === 'u' ? 1 : 0));
      }, 0),
    }))
    .filter((one) => one.value > 0)
    .sort((a, b) => b.value - a.value)
    .slice(0, most);
  const option: EChartsCoreOption = {
    ...base,
    grid: { left: 8, right: 44, top: 8, bottom: 8, containLabel: true },
    xAxis: { type: 'value', minInterval: 1, ...lines },
    yAxis: {
      type: 'category',
      inverse: true,
      data: unmet.map((one) => one.name),
      axisTick: { show: false },
      axisLabel: { interval: 0, width: 200, overflow: 'truncate' },
    },
    series: [
      {
        name: words.chartUnits,
        type: 'bar',
        barMaxWidth: 16,
        itemStyle: { color: '#b4574c' },
        label: { show: true, position: 'right', color: colours.ink },
        data: unmet.map((one) => one.value),
      },
    ],
  };
  return { option, count: Math.max(1, unmet.length) };
}
