import type { Check } from '@hujian/engine';
import { find, type LintRule } from './linted.ts';
import type { WordRule } from './rules-in-force.ts';

/** 不看照片, 不要求上墙: the clause refuses the thing. */
const REFUSES = /不|无需|毋须|没有|避免|禁止|防止|杜绝|清理|取消|多余|严禁|别|免/;

/** What an item asks for in words against what the rules in force no longer allow or call otherwise. */
export const againstWords: LintRule = ({ items, context }) =>
  items.flatMap((item) =>
    context.rules.words
      .filter((rule) => rule.from <= context.day)
      .flatMap((rule) => {
        const check = item.checks.find((one) => speaks(rule, one));
        const clause = clausesOf(item.text, item.title).find((one) => asks(rule, one));
        if (!check && clause === undefined) return [];
        const said = clause ?? check?.title ?? item.title;
        const text = `${rule.says}（“${said}”）：${rule.rule}（依据《${rule.basis.document}》，自${rule.from}起）。${rule.advice}`;
        const basis = { ...rule.basis, from: rule.from };
        return [find(rule.id, rule.weight, item.code, check?.id ?? null, text, basis)];
      }),
  );

const clausesOf = (...texts: string[]): string[] =>
  texts.flatMap((text) => text.split(/[，,。；;\n]/)).filter((clause) => clause !== '');

const asks = ({ pattern }: WordRule, clause: string): boolean =>
  pattern.test(clause) && !REFUSES.test(clause);

function speaks(rule: WordRule, check: Check): boolean {
  if (check.measure === 'figure') return check.anyOf.some(({ figure }) => rule.figures.includes(figure));
  if (check.measure === 'event') return check.events.some((event) => rule.events.includes(event));
  const looked = check.measure === 'on-site' ? check.look : '';
  return clausesOf(check.title, looked).some((clause) => asks(rule, clause));
}
