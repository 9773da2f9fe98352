import type { Check, Edition, Item, People } from '@hujian/engine';
import type { Finding } from '../work.ts';
import { boundsOf, checksOf, find, isLower, type Linted, type LintRule } from './linted.ts';
import type { NumberRule, RuleMatch, RuleValue } from './rules-in-force.ts';
import { periodsAYear } from './subject-of.ts';

/** Numbers of the edition against those of the rules in force on the day. */
export const againstNumbers: LintRule = (linted) =>
  checksOf(linted).flatMap(({ item, check }) =>
    linted.context.rules.numbers.flatMap((rule) => {
      if (!applies(rule, check, linted.edition) || !matches(rule.match, check)) return [];
      const now = inForce(rule.values, linted.context.day);
      const given = now && givenNumber(rule, check, linted);
      return now && given !== null && given !== undefined ? hold(rule, item, check, given, now) : [];
    }),
  );

/** A rule for some kinds of organization holds where everybody whom the check judges is of these kinds. */
function applies({ kinds }: NumberRule, { when }: Check, { appliesTo, kind }: Edition): boolean {
  if (kinds.length === 0) return true;
  const said = when.flatMap((condition) => (condition.kind === 'kind' ? condition.among : []));
  const judged = said.length > 0 ? said : appliesTo.kinds.length > 0 ? appliesTo.kinds : [kind];
  return judged.every((one) => kinds.some((known) => known === one));
}

const inForce = (values: readonly RuleValue[], day: string): RuleValue | undefined =>
  values.filter(({ from }) => from <= day).at(-1);

function matches(match: RuleMatch, check: Check): boolean {
  if (check.measure !== match.measure || check.moves.way === 'bonus' || check.moves.way === 'veto')
    return false;
  if (check.measure === 'activities') {
    if (check.distinct) return false;
    const bare = Object.keys(check.only).length === 0;
    return (
      bare && check.activities.length === 1 && check.activities[0] === match.activity && inForms(match, check)
    );
  }
  if (check.measure !== 'hours') return true;
  return Object.keys(check.only).length === 0 && matchesPeople(match, check.who);
}

/** A rule for branches is not held against what is asked of committees alone. */
function inForms({ forms }: RuleMatch, { when }: Check): boolean {
  const among = when.flatMap((condition) => (condition.kind === 'form' ? condition.among : []));
  return forms === undefined || among.length === 0 || among.some((form) => forms.includes(form));
}

function matchesPeople({ sets, posts }: RuleMatch, who: People): boolean {
  if (who.set === 'seat') return posts !== undefined && who.post.some((post) => posts.includes(post));
  return sets?.includes(who.set) ?? false;
}

interface Given {
  number: number;
  /** 每半年1次 */
  often: string;
}

const PERIOD_TEXT = { month: '每月', quarter: '每季度', 'half-year': '每半年', year: '每年' } as const;

function givenNumber(rule: NumberRule, check: Check, linted: Linted): Given | null {
  const lower = boundsOf(check, linted).find(({ word }) => isLower(word));
  if (rule.number === 'bound') return lower ? { number: lower.value, often: '' } : null;
  if (check.measure !== 'activities') return null;
  const { window } = check;
  if (rule.number === 'window-years') {
    if (window.kind !== 'rolling') return null;
    const length = typeof window.length === 'number' ? window.length : linted.values[window.length.parameter];
    if (length === undefined) return null;
    return { number: window.unit === 'year' ? length : length / 12, often: '' };
  }
  if (!lower) return null;
  const periods = periodsAYear(window);
  if (periods !== null && window.kind === 'every')
    return { number: lower.value * periods, often: `${PERIOD_TEXT[window.period]}${lower.value}次` };
  return null;
}

function hold(
  rule: NumberRule,
  item: Item,
  check: Check,
  { number, often }: Given,
  now: RuleValue,
): Finding[] {
  const laxer = rule.is === 'equal' ? number !== now.value : number < now.value;
  if (!laxer && (number === now.value || rule.stricter === null)) return [];
  const fill = (text: string): string =>
    text
      .replaceAll('{given}', String(number))
      .replaceAll('{often}', often)
      .replaceAll('{value}', String(now.value));
  const advice = laxer ? rule.advice : (rule.stricter ?? rule.advice);
  const text = `${fill(rule.says)}：${fill(rule.rule)}（依据《${now.basis.document}》，自${now.from}起）。${fill(advice)}`;
  const weight = laxer ? rule.weight : 'note';
  return [find(rule.id, weight, item.code, check.id, text, { ...now.basis, from: now.from })];
}
