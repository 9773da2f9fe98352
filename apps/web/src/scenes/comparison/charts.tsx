import type { ComparisonView } from '@hujian/contract';
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { bandsByTownship, mostFailed } from './chart-data.ts';
import { words } from './words.ts';

echarts.use([BarChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

type Option = Parameters<echarts.ECharts['setOption']>[0];

function Chart({ option, label, height }: { option: Option; label: string; height: number }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return;
    const chart = echarts.init(place.current);
    chart.setOption(option);
    const watcher = new ResizeObserver(() => chart.resize());
    watcher.observe(place.current);
    return () => {
      watcher.disconnect();
      chart.dispose();
    };
  }, [option]);
  return (
    <figure className="chart">
      <figcaption>{label}</figcaption>
      <div ref={place} style={{ height }} role="img" aria-label={label} />
    </figure>
  );
}

/** Bands by township, and the items most often unmet. The same numbers stand in the table above. */
export default function Charts({ view }: { view: ComparisonView }) {
  const townships = bandsByTownship(view);
  const failed = mostFailed(view);
  return (
    <div className="columns">
      {townships === null ? null : (
        <Chart option={townships.option} label={words.chartBands} height={90 + townships.count * 26} />
      )}
      <Chart option={failed.option} label={words.chartFailed} height={60 + failed.count * 28} />
    </div>
  );
}
