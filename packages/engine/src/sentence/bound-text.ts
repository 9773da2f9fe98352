import { isLower } from '../grammar/bound.ts';
import type { Check } from '../grammar/check.ts';
import { shownBounds } from '../judge/bounds-of-reading.ts';
import type { HeldBound, Values } from '../parameters/values.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { unitOfActivities } from './missing-lines.ts';
import { BOUND_TEXT, numberText, percentText } from './words.ts';

/** 不少于（含）3次、超过（不含）80%; a pair is joined by 且; a figure that is only yes or no says which. */
export function boundsText(bounds: readonly HeldBound[], unit: string): string {
  // A figure in 是否 is 1 or 0.
  if (unit === '是否') return bounds.some((b) => b.value >= 1) ? '为“是”' : '为“否”';
  if (unit === '是否') return bounds.some((b) => isLower(b.word)) ? '应为“是”' : '应为“否”';
  return bounds.map((b) => BOUND_TEXT[b.word] + amountText(b.value, unit)).join('且');
}

/** The unit `ratio` prints percent, or 3比1 above one. */
function amountText(value: number, unit: string): string {
  if (unit !== 'ratio') return `${numberText(value)}${unit}`;
  return value > 1 ? `${numberText(value)}比1` : percentText(value);
}

export function unitOfCheck(check: Check, vocabulary: Vocabulary): string {
  switch (check.measure) {
    case 'activities':
      return check.distinct ? '种' : unitOfActivities(check.activities, vocabulary);
    case 'hours':
      return '学时';
    case 'headcount':
      return '名';
    case 'share':
    case 'poll':
      return 'ratio';
    case 'figure':
      return vocabulary.figures[check.anyOf[0]?.figure ?? '']?.unit ?? '';
    case 'document':
      return '份';
    case 'on-site':
      return '分';
    case 'event':
      return '件';
  }
}

/** The boundary of a check in words; null where it is held against another number. */
export function boundText(check: Check, values: Values, vocabulary: Vocabulary): string | null {
  const bounds = shownBounds(check, values);
  return bounds.length === 0 ? null : boundsText(bounds, unitOfCheck(check, vocabulary));
}
