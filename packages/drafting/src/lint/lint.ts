import { effectiveValues, itemsOf } from '@hujian/engine';
import type { EditionSource, Finding } from '../work.ts';
import { againstNumbers } from './against-numbers.ts';
import { againstWords } from './against-words.ts';
import { asksAgain } from './asks-again.ts';
import { bases } from './bases.ts';
import { contradictions } from './contradictions.ts';
import { countedTwice } from './counted-twice.ts';
import type { LintContext, Linted, LintRule } from './linted.ts';
import { localTerms } from './local-terms.ts';
import { photographOnly } from './photograph-only.ts';
import { reach } from './reach.ts';
import { readForLint } from './readable.ts';
import { vetoes } from './vetoes.ts';

const RULES: readonly LintRule[] = [
  againstNumbers,
  againstWords,
  contradictions,
  reach,
  countedTwice,
  asksAgain,
  photographOnly,
  vetoes,
  bases,
  localTerms,
];
const WEIGHTS = ['error', 'warning', 'note'] as const;

/**
 * Holds an edition against the rules in force on a day, against itself and against what is recorded already. Pure;
 * findings stand by weight, then in the edition's order, those of the whole edition first.
 */
export function lint(source: EditionSource, context: LintContext): Finding[] {
  const { edition, findings } = readForLint(source, context.vocabulary);
  if (!edition) return findings;
  const items = itemsOf(edition);
  const values = effectiveValues(edition, [], '', context.day);
  const linted: Linted = { edition, items, values, context };
  const order = new Map(items.map(({ code }, index) => [code, index + 1]));
  const place = ({ item }: Finding): number => (item === null ? 0 : (order.get(item) ?? 0));
  return [...findings, ...RULES.flatMap((rule) => rule(linted))].sort(
    (a, b) => WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight) || place(a) - place(b),
  );
}
