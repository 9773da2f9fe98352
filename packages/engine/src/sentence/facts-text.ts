import type { Check } from '../grammar/check.ts';
import type { Reading } from '../measure/measured.ts';
import { titleOf, type Vocabulary } from '../vocabulary/vocabulary.ts';
import { amountText, unitOfCheck } from './bound-text.ts';
import { numberText, periodText } from './words.ts';

const sum = (readings: readonly Reading[], of: (r: Reading) => number | undefined): number =>
  readings.reduce((total, r) => total + (of(r) ?? 0), 0);

/** What was found, in one line: 应有2份文件，已有1份; null where nothing was read. */
export function factsText(check: Check, readings: readonly Reading[], vocabulary: Vocabulary): string | null {
  if (readings.length === 0) return null;
  const count = sum(readings, (r) => r.count);
  switch (check.measure) {
    case 'hours':
      return `应达到学时的${sum(readings, (r) => r.of)}名中，${count}名达到`;
    case 'share':
      return ratio(
        count,
        sum(readings, (r) => r.of),
        '',
      );
    case 'poll':
      return ratio(
        count,
        sum(readings, (r) => r.of),
        '票',
      );
    case 'document':
      return `应有${readings.length}份，已有${readings.filter((r) => (r.count ?? 0) > 0).length}份`;
    case 'figure':
      return readings.map((r) => figure(r, readings.length > 1, vocabulary)).join('；');
    case 'on-site':
      return `评${numberText(count)}分`;
    default:
      return `${readings.length > 1 ? '各期合计' : ''}${numberText(count)}${unitOfCheck(check, vocabulary)}`;
  }
}

function ratio(part: number, whole: number, unit: string): string {
  const share = whole === 0 ? '' : `，为${amountText(part / whole, 'ratio')}`;
  return `${numberText(part)}${unit} ÷ ${numberText(whole)}${unit}${share}`;
}

function figure({ subject, count, from, until }: Reading, many: boolean, vocabulary: Vocabulary): string {
  const code = String(subject?.key ?? '');
  const unit = vocabulary.figures[code]?.unit ?? '';
  const told =
    count === undefined
      ? '没有登记'
      : unit === '是否'
        ? count === 0
          ? '否'
          : '是'
        : `${numberText(count)}${unit}`;
  const period = many && from && until && from !== until ? ` ${periodText(from, until)}` : '';
  return `${titleOf(vocabulary.figures, code)}${period}：${told}`;
}
