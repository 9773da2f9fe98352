import { type Bound, isInclusive, isLower } from '../grammar/bound.ts';
import type { Check, Measure } from '../grammar/check.ts';
import type { Edition } from '../grammar/edition.ts';
import type { MissingUnit } from '../grammar/moves.ts';
import type { Amount } from '../grammar/parameter.ts';
import { below, type Place, type Report } from '../parse/report.ts';

const UNITS: Record<Measure, readonly MissingUnit[]> = {
  activities: ['occurrence', 'person', 'item'],
  hours: ['person', 'percentage-point'],
  headcount: ['person'],
  share: ['percentage-point', 'person', 'household', 'item', 'occurrence'],
  figure: ['item', 'household', 'person', 'occurrence', 'percentage-point', 'year-of-age', 'day'],
  document: ['item'],
  'on-site': ['percentage-point', 'item'],
  poll: ['percentage-point', 'person'],
  event: ['occurrence', 'item'],
};

/** Units, bounds and moves of one check. */
export function checkCheck(check: Check, edition: Edition, report: Report, place: Place): void {
  const groups =
    check.measure === 'figure' ? check.anyOf.map((t) => t.bounds) : 'bounds' in check ? [check.bounds] : [];
  for (const bounds of groups) {
    checkBounds(bounds, edition, report, place);
    if (check.measure === 'share' || check.measure === 'poll')
      checkRatio(bounds, check.measure, edition, report, place);
  }
  checkMoves(check, report, place);
  checkTighten(check, groups.flat(), edition, report, place);
  for (const condition of check.when) {
    if ('bounds' in condition) checkBounds(condition.bounds, edition, report, below(place, 'when'));
  }
}

/** The value on the edition's first day is enough to see a contradiction. */
function firstValue(amount: Amount, edition: Edition): number | undefined {
  if (typeof amount === 'number') return amount;
  return edition.parameters[amount.parameter]?.values[0]?.value;
}

function checkBounds(bounds: readonly Bound[], edition: Edition, report: Report, place: Place): void {
  const lower = bounds.filter((b) => isLower(b.word));
  const upper = bounds.filter((b) => !isLower(b.word));
  if (lower.length > 1) report.add(place, 'atLeast 与 moreThan 只写一个');
  if (upper.length > 1) report.add(place, 'atMost 与 lessThan 只写一个');
  const [low, high] = [lower[0], upper[0]];
  if (!low || !high) return;
  const from = firstValue(low.value, edition);
  const to = firstValue(high.value, edition);
  if (from === undefined || to === undefined) return;
  const both = isInclusive(low.word) && isInclusive(high.word);
  if (from > to || (from === to && !both)) {
    report.add(
      below(place, low.word),
      `${low.word} 是 ${from}，${high.word} 是 ${to}，没有数能同时满足，请改其中一个`,
    );
  }
}

function checkRatio(
  bounds: readonly Bound[],
  measure: 'share' | 'poll',
  edition: Edition,
  report: Report,
  place: Place,
): void {
  for (const bound of bounds) {
    const value = firstValue(bound.value, edition);
    if (value === undefined) continue;
    if (measure === 'poll' ? value > 1 || value < 0 : value > 10) {
      report.add(below(place, bound.word), `${bound.word} 写的是 ${value}；占比写成小数，百分之八十写 0.8`);
    }
  }
}

function checkMoves(check: Check, report: Report, place: Place): void {
  const { moves } = check;
  if (moves.way === 'proportion' && check.measure !== 'on-site') {
    report.add(
      below(place, 'moves'),
      'way: proportion（按得分折算）只用于 on-site，请写 all-or-nothing 或 each',
    );
  }
  if ((moves.way === 'each' || moves.way === 'bonus') && !UNITS[check.measure].includes(moves.unit)) {
    report.add(
      below(place, 'moves'),
      `moves 的 unit 写的是 “${moves.unit}”，${check.measure} 可写 ${UNITS[check.measure].join('、')}`,
    );
  }
  const bySubject = check.measure === 'activities' && check.each !== undefined;
  if (check.measure === 'activities' && moves.way === 'each' && moves.unit !== 'occurrence' && !bySubject) {
    report.add(
      below(place, 'moves'),
      `moves 的 unit 写的是 “${moves.unit}”，没有写 each 的活动只能写 occurrence`,
    );
  }
  if (moves.way === 'bonus' && check.strictness === 'must') {
    report.add(below(place, 'moves'), '加分的检查不能是 must（必须），请写 strictness: encouraged');
  }
  if (moves.way === 'veto' && check.strictness !== 'must') {
    const written = check.measure === 'event' ? '；不想否决就写 moves: all-or-nothing' : '';
    report.add(below(place, 'moves'), `一票否决的检查要写 strictness: must${written}`);
  }
}

/** A locality may only make a rule stricter: a lower bound may rise, an upper bound may fall. */
function checkTighten(
  check: Check,
  bounds: readonly Bound[],
  edition: Edition,
  report: Report,
  place: Place,
): void {
  for (const bound of bounds) {
    if (typeof bound.value === 'number') continue;
    const parameter = edition.parameters[bound.value.parameter];
    if (!parameter || parameter.tighten === 'never') continue;
    const stricter = isLower(bound.word) ? 'up' : 'down';
    if (parameter.tighten === stricter) continue;
    report.add(
      below(place, bound.word),
      `参数 ${parameter.name} 的 tighten 是 ${parameter.tighten}，用在 ${bound.word} 上会变松，应当是 ${stricter}，或另立一个参数`,
    );
  }
  const window = 'window' in check ? check.window : undefined;
  if (window?.kind !== 'rolling' || typeof window.length === 'number') return;
  const parameter = edition.parameters[window.length.parameter];
  const wantsMore = bounds.some((b) => isLower(b.word));
  if (!parameter || parameter.tighten === 'never' || bounds.length === 0) return;
  const stricter = wantsMore ? 'down' : 'up';
  if (parameter.tighten !== stricter) {
    report.add(
      below(place, 'window'),
      `参数 ${parameter.name} 的 tighten 是 ${parameter.tighten}，用作时间长度会变松，应当是 ${stricter}，或另立一个参数`,
    );
  }
}
