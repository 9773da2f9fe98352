import type { RoundItem } from '@hujian/contract';
import { type CheckStanding, type Edition, itemsOf, type Standing } from '@hujian/engine';
import { type Declared, sumOf, verdictOf } from './say-declared.ts';

/**
 * What the records say of a place that is not judged itself (a township), beside each item that is judged on the spot:
 * of how many below it each of the item's other checks holds.
 */
export function sayBelow(
  standings: readonly Standing[],
  { items, edition }: { items: readonly RoundItem[]; edition: Edition },
): Declared[] {
  const rules = new Map(itemsOf(edition).map((item) => [item.code, item]));
  const found = Map.groupBy(
    standings.flatMap((standing) => standing.items),
    ({ item }) => item,
  );
  return items.flatMap(({ code, recorded }) => {
    const item = code.slice(0, code.lastIndexOf('/'));
    const checks = (found.get(item) ?? []).flatMap((one) => one.checks);
    const told = recorded.flatMap(({ check }) => {
      const own = checks.filter((one) => one.check === check && one.verdict !== 'not-applicable');
      const title = rules.get(item)?.checks.find(({ id }) => id === check)?.title ?? check;
      return own.length > 0 ? [{ own, sentence: sayCounts(title, own) }] : [];
    });
    if (told.length === 0) return [];
    const all = told.flatMap(({ own }) => own);
    return [
      { item: code, verdict: verdictOf(all), ...sumOf(all), sentences: told.map(({ sentence }) => sentence) },
    ];
  });
}

function sayCounts(title: string, own: readonly CheckStanding[]): string {
  const count = (verdict: CheckStanding['verdict']) => own.filter((one) => one.verdict === verdict).length;
  const [unmet, unknown] = [count('unmet'), count('not-known')];
  return [
    `${title}：所辖${own.length}个单位中，${count('met')}个达标`,
    ...(unmet > 0 ? [`${unmet}个未达标`] : []),
    ...(unknown > 0 ? [`${unknown}个记录不全`] : []),
  ].join('，');
}
