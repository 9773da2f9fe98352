import type { Bound, Check, Edition, Item, Vocabulary } from '@hujian/engine';
import type { Finding } from '../work.ts';
import type { RulesInForce } from './rules-in-force.ts';

export interface LintContext {
  vocabulary: Vocabulary;
  rules: RulesInForce;
  /** Words that a dictionary of local terms explains. */
  terms: readonly string[];
  /** Rules and parameters are those in force on this day, yyyy-mm-dd. */
  day: string;
}

/** An edition as the rules of linting see it. */
export interface Linted {
  edition: Edition;
  items: readonly Item[];
  /** The numbers of its parameters on the day. */
  values: Readonly<Record<string, number>>;
  context: LintContext;
}

export type LintRule = (linted: Linted) => Finding[];

/** Every check with its item, in the edition's order. */
export const checksOf = ({ items }: Linted): { item: Item; check: Check }[] =>
  items.flatMap((item) => item.checks.map((check) => ({ item, check })));

/** The bounds of a check with their numbers; none where figures stand in for one another. */
export function boundsOf(check: Check, { values }: Linted): { word: Bound['word']; value: number }[] {
  const bounds: readonly Bound[] =
    check.measure === 'figure'
      ? check.anyOf.length === 1
        ? (check.anyOf[0]?.bounds ?? [])
        : []
      : check.measure === 'document'
        ? []
        : check.bounds;
  return bounds.flatMap(({ word, value }) => {
    const number = typeof value === 'number' ? value : values[value.parameter];
    return number === undefined ? [] : [{ word, value: number }];
  });
}

export const isLower = (word: Bound['word']): boolean => word === 'atLeast' || word === 'moreThan';

/** Points neither bonus nor veto: what a branch has to reach. */
export const isDemand = ({ moves, strictness }: Check): boolean =>
  moves.way !== 'bonus' && moves.way !== 'veto' && strictness !== 'encouraged';

export const find = (
  rule: string,
  weight: Finding['weight'],
  item: string | null,
  check: string | null,
  text: string,
  basis: Finding['basis'] = null,
): Finding => ({ rule, weight, item, check, text, basis });
