import type { Check, Item } from '@hujian/engine';
import { titleOf } from '@hujian/engine';
import type { Finding } from '../work.ts';
import { boundsOf, checksOf, find, isDemand, type Linted, type LintRule } from './linted.ts';
import { subjectOf, windowOf } from './subject-of.ts';

/** Two checks that count the same thing against the same number, or ask for the same paper. */
export const countedTwice: LintRule = (linted) => [...sameChecks(linted), ...samePapers(linted)];

function sameChecks(linted: Linted): Finding[] {
  const demands = checksOf(linted).filter(
    ({ check }) => isDemand(check) && check.measure !== 'document' && !isVague(check),
  );
  const groups = Map.groupBy(demands, ({ check }) =>
    JSON.stringify([subjectOf(check), windowOf(check), boundsOf(check, linted)]),
  );
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? others.map((other) => twice(first, other)) : [],
  );
}

/** A few words to look at may well stand in two items and mean another thing. */
const isVague = (check: Check): boolean => check.measure === 'on-site' && check.look.length < 8;

function twice(first: { item: Item; check: Check }, other: { item: Item; check: Check }): Finding {
  const text = `与${first.item.code}“${first.check.title}”数的是同一件事、同一个数：一处没做到会扣两次分。请留一处。`;
  return find('counted-twice', 'warning', other.item.code, other.check.id, text);
}

function samePapers(linted: Linted): Finding[] {
  const asked = new Map<string, Item>();
  return checksOf(linted).flatMap(({ item, check }) => {
    if (check.measure !== 'document' || !isDemand(check)) return [];
    return check.documents.flatMap((code) => {
      const before = asked.get(code);
      asked.set(code, before ?? item);
      if (!before || before.code === item.code) return [];
      const name = titleOf(linted.context.vocabulary.documents, code);
      const text = `“${name}”在${before.code}已经要过：同一份材料要了两次。请留一处。`;
      return [find('counted-twice', 'warning', item.code, check.id, text)];
    });
  });
}
