import type { Check, Item } from '@hujian/engine';
import type { Finding } from '../work.ts';
import { boundsOf, checksOf, find, isDemand, isLower, type Linted, type LintRule } from './linted.ts';
import { periodsAYear, subjectOf, windowOf } from './subject-of.ts';

interface Threshold {
  item: Item;
  check: Check;
  lower: boolean;
  inclusive: boolean;
  value: number;
  /** Its number over a year; null where windows cannot be compared. */
  yearly: number | null;
  window: string;
}

/** Bounds on one thing that cannot hold together, that differ, or of which one follows from the other. */
export const contradictions: LintRule = (linted) => {
  const findings: Finding[] = [];
  for (const group of Map.groupBy(thresholdsOf(linted), ({ check }) => subjectOf(check)).values())
    group.forEach((one, index) => {
      for (const other of group.slice(index + 1)) findings.push(...compare(one, other));
    });
  return findings;
};

function thresholdsOf(linted: Linted): Threshold[] {
  return checksOf(linted)
    .filter(({ check }) => isDemand(check) && check.measure !== 'event')
    .flatMap(({ item, check }) =>
      boundsOf(check, linted).map(({ word, value }) => {
        const window = windowOf(check);
        const periods = window ? periodsAYear(window) : 1;
        return {
          item,
          check,
          lower: isLower(word),
          inclusive: word === 'atLeast' || word === 'atMost',
          value,
          yearly: periods === null ? null : value * periods,
          window: JSON.stringify(window),
        };
      }),
    );
}

function compare(one: Threshold, other: Threshold): Finding[] {
  if (one.check === other.check) return [];
  const same = one.window === other.window;
  if (!same && (one.yearly === null || other.yearly === null)) return [];
  if (one.lower !== other.lower) return oppose(one, other, same);
  // What normally holds and what must hold at least may well differ.
  if (one.check.strictness !== other.check.strictness) return [];
  if (same) return one.value === other.value ? [] : differ(one, other);
  return one.lower ? follow(one, other) : [];
}

const place = ({ item, check }: Threshold): string => `${item.code}“${check.title}”`;
const numberOf = (one: Threshold, same: boolean): number => (same ? one.value : (one.yearly ?? one.value));

function oppose(one: Threshold, other: Threshold, same: boolean): Finding[] {
  const [low, high] = one.lower ? [one, other] : [other, one];
  const [from, to] = [numberOf(low, same), numberOf(high, same)];
  if (from < to || (from === to && low.inclusive && high.inclusive)) return [];
  const text = `${place(low)}要不少于${from}${same ? '' : '（折成一年）'}，${place(high)}要不超过${to}：没有哪个单位能同时做到。请改其中一处。`;
  return [find('contradiction', 'error', high.item.code, high.check.id, text)];
}

function differ(one: Threshold, other: Threshold): Finding[] {
  const text = `${place(one)}写${one.value}，${place(other)}写${other.value}，说的是同一件事：两处的数不一样。请统一成一个数，或写明各管什么情况。`;
  return [find('thresholds-differ', 'warning', other.item.code, other.check.id, text)];
}

/** 每季度1次 makes 每年4次 hold by itself. */
function follow(one: Threshold, other: Threshold): Finding[] {
  const often = (threshold: Threshold): number => (threshold.yearly ?? 0) / threshold.value;
  const [dense, wide] = often(one) > often(other) ? [one, other] : [other, one];
  if ((dense.yearly ?? 0) < (wide.yearly ?? 0) || dense.value === 0) return [];
  const text = `${place(dense)}做到了，${place(wide)}（一年${wide.value}次）就一定做到：这个数不起作用，同一件事扣两次分。请留一处。`;
  return [find('always-holds', 'warning', wide.item.code, wide.check.id, text)];
}
