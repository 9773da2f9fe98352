import type { Check } from '@hujian/engine';
import type { Finding } from '../work.ts';
import { boundsOf, checksOf, find, isLower, type Linted, type LintRule } from './linted.ts';

const HOURS_A_YEAR = 2000;
const TIMES_A_MONTH = 31;
const FULL = 100;

/** Numbers that nobody could reach, and numbers that hold for everybody. */
export const reach: LintRule = (linted) =>
  checksOf(linted).flatMap(({ item, check }) => {
    if (check.moves.way === 'bonus') return [];
    const limits = limitsOf(check, linted);
    return boundsOf(check, linted).flatMap((bound) => {
      const said = sayOf(bound.word, bound.value, limits);
      return said === null
        ? []
        : [find(said.rule, said.weight, item.code, check.id, `“${check.title}”${said.text}`)];
    });
  });

interface Limits {
  least: number;
  most: number;
}

/** Between which numbers the thing can lie at all. */
function limitsOf(check: Check, linted: Linted): Limits {
  const most = (): number => {
    switch (check.measure) {
      case 'poll':
        return 1;
      case 'share':
        return isPart(check) ? 1 : Number.POSITIVE_INFINITY;
      case 'on-site':
        return FULL;
      case 'hours':
        return HOURS_A_YEAR;
      case 'figure':
        return linted.context.vocabulary.figures[check.anyOf[0]?.figure ?? '']?.unit === '%'
          ? FULL
          : Number.POSITIVE_INFINITY;
      case 'activities':
        return check.window.kind === 'every' && check.window.period === 'month'
          ? TIMES_A_MONTH
          : Number.POSITIVE_INFINITY;
      default:
        return Number.POSITIVE_INFINITY;
    }
  };
  return { least: 0, most: most() };
}

/** Persons of one set among the same set, activities among the same kind. */
function isPart(check: Extract<Check, { measure: 'share' }>): boolean {
  const { of } = check;
  if (of.kind === 'people') return of.who.set === of.among.set && of.who.post.join() === of.among.post.join();
  return of.kind === 'activities' && of.part.activities.join() === of.whole.activities.join();
}

type Said = { rule: string; weight: Finding['weight']; text: string };

function sayOf(word: Parameters<typeof isLower>[0], value: number, { least, most }: Limits): Said | null {
  const inclusive = word === 'atLeast' || word === 'atMost';
  const never: Said = {
    rule: 'never-holds',
    weight: 'error',
    text: `写的是${value}，谁也做不到。请核对这个数。`,
  };
  const always: Said = {
    rule: 'always-holds',
    weight: 'warning',
    text: `写的是${value}，谁都做得到，分不出好坏。请核对这个数，或删去。`,
  };
  if (isLower(word)) {
    if (value > most || (value === most && !inclusive)) return never;
    return value < least || (value === least && inclusive) ? always : null;
  }
  if (value < least || (value === least && !inclusive)) return never;
  return value >= most && inclusive ? always : null;
}
