import type { Item } from '@hujian/engine';
import { checksOf, find, type LintRule } from './linted.ts';

const CONFIRMED = /确认|认定|核实|有权|立案|判决|查实|公安|纪委|法院|主管部门|上级/;

/** A veto needs somebody who confirms that it happened. */
export const vetoes: LintRule = (linted) =>
  checksOf(linted).flatMap(({ item, check }) => {
    if (check.moves.way !== 'veto') return [];
    if (check.measure === 'on-site') {
      if (check.moves.effect === 'item') return [];
      const text = `“${check.title}”是一票否决，却由现场评分决定：一张评分表不能否决一个单位。请改成事项登记里经有权单位确认的事项，或改为扣分。`;
      return [find('veto-unconfirmed', 'warning', item.code, check.id, text)];
    }
    if (check.measure !== 'event' || isConfirmed(item, check.why)) return [];
    const text = `“${check.title}”是一票否决，没有写由谁确认。请写明由哪个有权单位确认后才算、当事单位怎样申辩。`;
    return [find('veto-unconfirmed', 'warning', item.code, check.id, text)];
  });

function isConfirmed(item: Item, why: string | undefined): boolean {
  if (item.supplies === 'county' || item.supplies === 'township') return true;
  const { who = '', how = '' } = item.flow ?? {};
  return CONFIRMED.test(`${item.text}${who}${how}${item.note ?? ''}${why ?? ''}`);
}
