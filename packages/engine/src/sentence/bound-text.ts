import { isLower } from '../grammar/bound.ts';
import type { Check } from '../grammar/check.ts';
import { shownBounds } from '../judge/bounds-of-reading.ts';
import { type HeldBound, holdBounds, type Values } from '../parameters/values.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { unitOfActivities } from './missing-lines.ts';
import { BOUND_TEXT, numberText, percentText } from './words.ts';

/** 不少于（含）3次、超过（不含）80%; a pair is joined by 且; a figure that is only yes or no says which. */
export function boundsText(bounds: readonly HeldBound[], unit: string): string {
  // A figure in 是否 is 1 or 0.
  if (unit === '是否') return bounds.some((b) => isLower(b.word)) ? '为“是”' : '为“否”';
  return bounds.map((b) => BOUND_TEXT[b.word] + amountText(b.value, unit)).join('且');
}

/** The unit `ratio` prints percent, or 3比1 above one. */
export function amountText(value: number, unit: string): string {
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
  return eachBounds(check, values, vocabulary, boundsText);
}

/** The same, with what happens exactly on the boundary said aloud: 不少于3次（正好3次算达到）. */
export function boundaryText(check: Check, values: Values, vocabulary: Vocabulary): string | null {
  return eachBounds(check, values, vocabulary, (bounds, unit) =>
    unit === '是否' ? boundsText(bounds, unit) : bounds.map((b) => boundary(b, unit)).join('，且'),
  );
}

/** Figures may stand in for one another, each with its own unit: their bounds are joined by 或者. */
function eachBounds(
  check: Check,
  values: Values,
  vocabulary: Vocabulary,
  say: (bounds: readonly HeldBound[], unit: string) => string,
): string | null {
  const all =
    check.measure === 'figure'
      ? check.anyOf.map((test) => ({
          bounds: holdBounds(test.bounds, values),
          unit: vocabulary.figures[test.figure]?.unit ?? '',
        }))
      : [{ bounds: shownBounds(check, values), unit: unitOfCheck(check, vocabulary) }];
  const said = all.filter(({ bounds }) => bounds.length > 0).map(({ bounds, unit }) => say(bounds, unit));
  return said.length === 0 ? null : [...new Set(said)].join('，或者');
}

function boundary({ word, value }: HeldBound, unit: string): string {
  const amount = amountText(value, unit);
  switch (word) {
    case 'atLeast':
      return `不少于${amount}（正好${amount}算达到）`;
    case 'moreThan':
      return `超过${amount}（正好${amount}不算）`;
    case 'atMost':
      return value === 0 ? '应当没有' : `不超过${amount}（正好${amount}不算超）`;
    case 'lessThan':
      return `低于${amount}（正好${amount}不算）`;
  }
}
