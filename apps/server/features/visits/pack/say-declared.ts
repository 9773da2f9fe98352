import type { RatingPack, RoundItem } from '@hujian/contract';
import {
  boundText,
  type Check,
  type CheckStanding,
  type Edition,
  effectiveValues,
  itemsOf,
  periodText,
  type Reading,
  type Standing,
  type Vocabulary,
  whyText,
} from '@hujian/engine';
import { percent } from '../../reports/words.ts';

export type Declared = NonNullable<RatingPack['visits'][number]['declared']>['items'][number];

/**
 * What the records say beside each item that is judged on the spot: the other checks of the same item, which records
 * decide, in sentences of counts. Items that only a panel can judge have none.
 */
export function sayDeclared(
  standing: Standing,
  { items, edition, vocabulary }: { items: readonly RoundItem[]; edition: Edition; vocabulary: Vocabulary },
): Declared[] {
  const rules = new Map(itemsOf(edition).map((item) => [item.code, item]));
  const found = new Map(standing.items.map((item) => [item.item, item]));
  const values = effectiveValues(edition, [], '', standing.asOf);
  return items.flatMap(({ code, recorded }) => {
    const item = code.slice(0, code.lastIndexOf('/'));
    const wanted = new Set(recorded.map(({ check }) => check));
    const checks = (found.get(item)?.checks ?? []).filter(({ check }) => wanted.has(check));
    if (checks.length === 0) return [];
    const sentences = checks.map((one) => {
      const check = rules.get(item)?.checks.find(({ id }) => id === one.check);
      const bound = check ? boundText(check, values, vocabulary) : null;
      return sayCheck(one, { check, bound, vocabulary });
    });
    return [{ item: code, verdict: verdictOf(checks), ...sumOf(checks), sentences }];
  });
}

/** One unmet check leaves the item unmet; one that is not known leaves it open. */
export function verdictOf(checks: readonly CheckStanding[]): Declared['verdict'] {
  for (const verdict of ['unmet', 'not-known', 'met'] as const)
    if (checks.some((one) => one.verdict === verdict)) return verdict;
  return 'not-applicable';
}

export const sumOf = (checks: readonly CheckStanding[]) => ({
  points: round(checks.reduce((sum, { points }) => sum + points, 0)),
  possible: round(checks.reduce((sum, { of }) => sum + of, 0)),
});
const round = (points: number): number => Math.round(points * 1000) / 1000;

interface Saying {
  check: Check | undefined;
  bound: string | null;
  vocabulary: Vocabulary;
}

function sayCheck(one: CheckStanding, { check, bound, vocabulary }: Saying): string {
  const title = check?.title ?? one.check;
  const asked = bound ? `，要求${bound}` : '';
  switch (one.verdict) {
    case 'unmet':
      return `${title}：${one.short ?? '记录没有达到要求'}${asked}`;
    case 'met': {
      const counted = check ? sayReadings(check, one.measured.readings, vocabulary) : '';
      return `${title}：${counted || '记录达到要求'}${counted ? asked : ''}`;
    }
    case 'not-applicable':
    case 'not-known':
      return `${title}：${whyText(one.measured) ?? '记录不全，不能确定'}`;
  }
}

/** The latest of what was counted. */
function sayReadings(check: Check, readings: readonly Reading[], vocabulary: Vocabulary): string {
  return readings
    .filter(({ count }) => count !== undefined)
    .slice(-2)
    .map((reading) => {
      const { from, until, subject } = reading;
      // What stands on the day itself needs no day beside it.
      const isPeriod = from !== undefined && until !== undefined && from !== until;
      const when = isPeriod ? periodText(from, until) : (subject?.title ?? '');
      return `${when}${amountOf(check, reading, vocabulary)}`;
    })
    .join('，');
}

function amountOf(check: Check, { count = 0, of }: Reading, vocabulary: Vocabulary): string {
  if (of !== undefined) return `${count}/${of}${of > 0 ? `（${percent(count / of, 1)}）` : ''}`;
  const unit = unitOf(check, vocabulary);
  return unit === '是否' ? (count >= 1 ? '是' : '否') : `${Math.round(count * 1000) / 1000}${unit}`;
}

function unitOf(check: Check, vocabulary: Vocabulary): string {
  switch (check.measure) {
    case 'activities':
      return check.distinct ? '种' : (vocabulary.activities[check.activities[0] ?? '']?.unit ?? '次');
    case 'hours':
    case 'headcount':
      return '名';
    case 'figure':
      return vocabulary.figures[check.anyOf[0]?.figure ?? '']?.unit ?? '';
    case 'document':
      return '份';
    case 'event':
      return '件';
    case 'on-site':
      return '分';
    case 'share':
    case 'poll':
      return '';
  }
}
