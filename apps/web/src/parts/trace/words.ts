export const words = {
  title: '为什么是这个结果',
  fetching: '追溯',
  checks: '检查点',
  verdict: '结论',
  points: '得分',
  noPoints: '此检查点不计分',
  rule: '规则',
  formula: '怎么算',
  facts: '实际情况',
  window: '看哪段时间',
  bound: '界限',
  parameter: '采用的数值',
  base: '标准规定',
  local: '本地从严',
  from: (from: string) => `${from}起施行`,
  basis: '依据',
  noBasis: '标准中未写明依据',
  periods: '各期情况',
  period: '期间',
  count: '次数',
  uncovered: '当时尚未建账，缺数据',
  rows: (total: number) => `用到的记录（${total}条）`,
  noRows: '没有可以计入的记录',
  counts: '计入',
  doesNotCount: '不计入',
  day: '日期',
  record: '记录',
  missing: '还缺什么',
  late: (n: number) => `其中${n}条是事后补录的（发生后很久才登记），照常计入，在此注明。`,
  lineage: '历史沿革：下列前身单位的记录和事项一并计算',
  edition: (title: string, revision: number) => `${title}，第${revision}次修订`,
  asOf: (asOf: string, knownAt: string) => `截至${asOf}，按${knownAt}时已登记的记录计算`,
  noItem: '这一条在当前版本的标准里不存在。请关闭后重新选择。',
} as const;

/** How a bound reads, with the boundary said aloud. */
export function boundWords(word: string, value: string, unit: string): string {
  const shapes: Record<string, string> = {
    atLeast: `不少于${value}${unit}（正好${value}${unit}算达到）`,
    moreThan: `超过${value}${unit}（正好${value}${unit}不算）`,
    atMost: `不超过${value}${unit}（正好${value}${unit}不算超）`,
    lessThan: `低于${value}${unit}（正好${value}${unit}不算）`,
  };
  return shapes[word] ?? `${word}${value}${unit}`;
}
