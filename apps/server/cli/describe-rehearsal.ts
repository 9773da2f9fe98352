import type { RehearsalResult } from '@hujian/contract';

const longest = 20;

/** A rehearsal as a person reads it: the days, who would move, and the items that say nothing. */
export function describeRehearsal(result: RehearsalResult, place: string): string {
  return [
    `${place} · 试算《${result.title}》`,
    ...result.notes,
    ...result.periods.map(describePeriod),
    ...describeMovers(result),
    ...describeItems(
      '分不出高下的条目（知道结果的组织都一样）',
      result.items.filter((item) => !item.tellsApart),
    ),
    ...describeItems(
      '台账查不出来的条目（适用的组织都缺数据）',
      result.items.filter((item) => item.notKnownShare === 1),
    ),
    `用时 ${(result.milliseconds / 1000).toFixed(1)} 秒。试算不留成绩，也不改变任何组织的结果。`,
  ].join('\n');
}

function describePeriod({
  asOf,
  organizations,
  bands,
  notKnownShare,
}: RehearsalResult['periods'][number]): string {
  const counts = (['A', 'B', 'C', 'D'] as const).map((band) => `${band}档 ${bands[band]}`).join('，');
  const missing = `缺数据 ${Math.round(notKnownShare * 100)}%`;
  return `  截至 ${asOf}  ${organizations} 个组织  ${counts}，不分档 ${bands.unknown}  ${missing}`;
}

function describeMovers({ against, movers, moversTotal, periods }: RehearsalResult): string[] {
  if (!against) return ['当地没有采用同类标准，不比较升降。'];
  const last = periods.at(-1);
  const head = `与现行《${against.title}》相比（截至 ${last?.asOf ?? ''}）：升档 ${last?.up ?? 0} 个，降档 ${last?.down ?? 0} 个`;
  const lines = movers
    .slice(0, longest)
    .map(
      ({ organization, before, after, way }) =>
        `  ${way === 'up' ? '升' : '降'}  ${organization.name}  ${before}→${after}`,
    );
  return moversTotal > longest ? [head, ...lines, `  共 ${moversTotal} 个，其余从略`] : [head, ...lines];
}

function describeItems(title: string, items: RehearsalResult['items']): string[] {
  if (items.length === 0) return [];
  const lines = items
    .slice(0, longest)
    .map(
      ({ code, title: name, met, unmet, notKnown }) =>
        `  ${code}  ${name}  达标 ${met} 未达标 ${unmet} 缺 ${notKnown}`,
    );
  return [`${title}：${items.length} 条`, ...lines];
}
