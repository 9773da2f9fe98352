import type { Check } from '../grammar/check.ts';
import { boundsOfReading } from '../judge/bounds-of-reading.ts';
import { holdsBound, holdsBounds } from '../judge/hold.ts';
import type { CheckStanding } from '../judge/standing.ts';
import type { Reading } from '../measure/measured.ts';
import type { HeldBound, Values } from '../parameters/values.ts';
import { titleOf, type Vocabulary } from '../vocabulary/vocabulary.ts';
import { dayText, numberText, OUGHT_TEXT, percentText, periodText } from './words.ts';

/** 2026年第3季度 ： 0次，应有1次 */
export interface MissingLine {
  readonly label: string;
  readonly text: string;
}

/** One line for each reading that falls short. */
export function listMissing(
  check: Check,
  standing: Pick<CheckStanding, 'verdict' | 'measured'>,
  values: Values,
  vocabulary: Vocabulary,
): readonly MissingLine[] {
  if (standing.verdict !== 'unmet') return [];
  return standing.measured.readings.flatMap((reading) => {
    const bounds = boundsOfReading(check, reading, values);
    if (holdsBounds(reading, bounds) !== 'no') return [];
    const broken = bounds.find((b) => holdsBound(reading, b) === 'no');
    if (!broken) return [];
    return [{ label: labelOf(check, reading, vocabulary), text: textOf(check, reading, broken, vocabulary) }];
  });
}

function labelOf(check: Check, reading: Reading, vocabulary: Vocabulary): string {
  const { subject, from, until } = reading;
  const period = from && until && hasPeriod(check) ? periodText(from, until) : '';
  if (!subject) return period || (from && from === until ? dayText(from) : check.title);
  switch (subject.kind) {
    case 'group':
      return `${subject.title ?? '党小组'} ${period}`.trim();
    case 'person':
      return `一名班子成员 ${period}`.trim();
    case 'document':
      return [titleOf(vocabulary.documents, String(subject.key)), period].filter(Boolean).join(' ');
    case 'figure':
      return [titleOf(vocabulary.figures, String(subject.key)), period].filter(Boolean).join(' ');
  }
}

/** Whether the readings of a check stand for stretches of time rather than for one day. */
function hasPeriod(check: Check): boolean {
  switch (check.measure) {
    case 'activities':
    case 'hours':
      return true;
    case 'event':
      return check.window.kind !== 'now';
    case 'document':
      return check.of === 'year';
    case 'figure':
      return check.anyOf.some((t) => t.years !== undefined);
    case 'headcount':
      return check.who.set === 'new-member';
    case 'share':
      return (
        check.of.kind === 'activities' || (check.of.kind === 'people' && check.of.who.set === 'new-member')
      );
    default:
      return false;
  }
}

function textOf(check: Check, reading: Reading, bound: HeldBound, vocabulary: Vocabulary): string {
  const count = reading.count ?? 0;
  const ought = OUGHT_TEXT[bound.word];
  switch (check.measure) {
    case 'activities':
      return countText(count, bound, check.distinct ? '种' : unitOfActivities(check.activities, vocabulary));
    case 'headcount':
      return countText(count, bound, '名');
    case 'event':
      return bound.value === 0 ? `有${count}件，应没有` : countText(count, bound, '件');
    case 'document':
      return '没有登记';
    case 'hours': {
      const wanted = bound.value === 1 ? '应全部达到' : `${ought}${percentText(bound.value)}达到`;
      return `应达到的${reading.of ?? 0}名中，${count}名达到，${wanted}`;
    }
    case 'on-site':
      return `评${numberText(count)}分，${ought}${numberText(bound.value)}分`;
    case 'figure': {
      const figure = String(reading.subject?.key ?? '');
      const unit = vocabulary.figures[figure]?.unit ?? '';
      if (unit === '是否') return count === 0 ? '登记为“否”，应为“是”' : '登记为“是”，应为“否”';
      return `${numberText(count)}${unit}，${ought}${numberText(bound.value)}${unit}`;
    }
    case 'share':
    case 'poll':
      return ratioText(count, reading.of ?? 0, bound, ratioUnit(check));
  }
}

export const unitOfActivities = (activities: readonly string[], vocabulary: Vocabulary): string =>
  vocabulary.activities[activities[0] ?? '']?.unit ?? '次';

function countText(count: number, bound: HeldBound, unit: string): string {
  const ought = bound.word === 'atLeast' ? '应有' : OUGHT_TEXT[bound.word];
  return `${numberText(count)}${unit}，${ought}${numberText(bound.value)}${unit}`;
}

/** What is counted on both sides of a ratio; nothing where figures are compared. */
function ratioUnit(check: Extract<Check, { measure: 'share' | 'poll' }>): string {
  if (check.measure === 'poll') return '票';
  return { people: '名', activities: '次', figures: '' }[check.of.kind];
}

/** Ratios above one (3∶1) are told as they are, the others in percent. */
export function ratioText(count: number, of: number, bound: HeldBound, unit: string): string {
  const ought = OUGHT_TEXT[bound.word];
  if (bound.value > 1)
    return `${numberText(count)}比${numberText(of)}，${ought}${numberText(bound.value)}比1`;
  const share = of === 0 ? '' : `（${percentText(count / of)}）`;
  const wanted =
    bound.word === 'atLeast' && bound.value === 1 ? '应全部达到' : `${ought}${percentText(bound.value)}`;
  return `${numberText(of)}${unit}中有${numberText(count)}${unit}${share}，${wanted}`;
}
